/** Small helpers to build the page. Data enters it only as text, never as markup. */

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' };
const MOMENT = new Intl.DateTimeFormat('vi-VN', { ...DAY, hour: '2-digit', minute: '2-digit', timeZone: ZONE });
const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** An element with attributes (`false` and `null` leave one out) and children; strings become text. */
export function element(name, attributes = {}, ...children) {
  const created = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false && value != null) {
      created.setAttribute(attribute, value === true ? '' : value);
    }
  }
  created.append(...children.flat().filter((child) => child != null));
  return created;
}

/** `2023-10-06` as `06/10/2023`. */
export function day(iso) {
  return iso ? iso.split('-').reverse().join('/') : '';
}

/** An instant as people in Vietnam write it. */
export function moment(instant) {
  return instant ? MOMENT.format(new Date(instant)) : '';
}

/** A number of bytes as KB or MB. */
export function size(bytes) {
  return bytes < 1e6 ? `${NUMBER.format(Math.max(bytes / 1e3, 0.1))} KB` : `${NUMBER.format(bytes / 1e6)} MB`;
}

/** The kind of a file, as its name tells it: `PDF`. */
export function extension(fileName) {
  return fileName.includes('.') ? fileName.split('.').pop().toUpperCase() : '';
}

/** The non-empty lines of a text. */
export function lines(text) {
  return (text || '').split('\n').map((line) => line.trim()).filter(Boolean);
}

/** A link that saves a stored document. */
export function download(documentId, label) {
  return element(
    'a',
    { href: `/api/v1/documents/${encodeURIComponent(documentId)}`, download: true, class: 'lk-download' },
    element('span', { class: 'glyphicon glyphicon-download-alt', 'aria-hidden': 'true' }),
    ` ${label}`
  );
}
