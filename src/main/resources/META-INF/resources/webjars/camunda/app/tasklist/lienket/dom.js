/** Small helpers to build the page. Data enters it only as text, never as markup. */

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' };
const MOMENT = new Intl.DateTimeFormat('vi-VN', { ...DAY, hour: '2-digit', minute: '2-digit', timeZone: ZONE });
// Swedish writes its days as ISO 8601 does
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { ...DAY, timeZone: ZONE });
const WHOLE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** An element with attributes and children; `false` and `null` leave either out, strings become text. */
export function element(name, attributes = {}, ...children) {
  const created = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false && value != null) {
      created.setAttribute(attribute, value === true ? '' : value);
    }
  }
  created.append(...children.flat().filter((child) => child != null && child !== false));
  return created;
}

/** Today in Vietnam as `2023-10-06`. */
export function today() {
  return ISO_DAY.format(new Date());
}

/** `2023-10-06` as `06/10/2023`. */
export function day(iso) {
  return iso ? iso.split('-').reverse().join('/') : '';
}

/** An instant as people in Vietnam write it. */
export function moment(instant) {
  return instant ? MOMENT.format(new Date(instant)) : '';
}

/** A whole number with its unit: `1.234.567 đồng`; empty for what is unknown. */
export function amount(number, unit) {
  return number == null || number === '' ? '' : `${WHOLE.format(number)} ${unit}`;
}

/** Whole VND. */
export function money(dong) {
  return amount(dong, 'đồng');
}

/** A number with at most one decimal: `62,5`. */
export function decimal(number) {
  return number == null ? '' : NUMBER.format(number);
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

/** The code of a case, which opens its page. */
export function caseLink(caseCode) {
  return element('a', { href: `/cases/${encodeURIComponent(caseCode)}`, target: '_blank' }, element('strong', {}, caseCode));
}

/** Names and values, `[[name, value]]`; what has no value is left out. */
export function facts(entries) {
  return element(
    'dl',
    { class: 'lk-facts' },
    entries.filter(([, value]) => value).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])
  );
}

/** A small button that submits nothing; `icon` is a name of Bootstrap's glyphs. */
export function button(label, icon, onClick) {
  const created = element(
    'button',
    { type: 'button', class: 'btn btn-default btn-sm' },
    element('span', { class: `glyphicon glyphicon-${icon}`, 'aria-hidden': 'true' }),
    ` ${label}`
  );
  created.addEventListener('click', onClick);
  return created;
}

/** What a result rests on, with how far that rule was verified; a person's own basis has no verification. */
export function cited(citation, verification) {
  return verification ? `${citation} (${verification.text})` : citation;
}

/** Who and when, in small print. */
export function meta(text) {
  return text && element('p', { class: 'lk-meta' }, text);
}

/** Items with bullets. */
export function list(items) {
  return element('ul', { class: 'lk-list' }, items.map((item) => element('li', {}, item)));
}

/**
 * Rows of cells under heads; what is too wide scrolls by itself.
 *
 * @param heads texts; that of a column of numbers as `[text]`
 * @param total a last row for sums
 */
export function table(caption, heads, rows, total) {
  const row = (cell) => (cells) =>
    element('tr', {}, cells.map((content, index) => cell({ class: Array.isArray(heads[index]) && 'lk-amount' }, content)));
  const data = row((attributes, content) => element('td', attributes, content));
  return element(
    'div',
    { class: 'lk-scroll' },
    element(
      'table',
      { class: 'table table-condensed' },
      element('caption', {}, caption),
      element('thead', {}, row((attributes, head) => element('th', { scope: 'col', ...attributes }, head))(heads)),
      element('tbody', {}, rows.map(data)),
      total && element('tfoot', {}, data(total))
    )
  );
}
