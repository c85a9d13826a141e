import { WORDS } from './words.js';
/**
 * Small helpers to build the page. Data enters it only as text, never as markup.
 *
 * @typedef {Node | string | number | false | null | undefined} Child what an element is built of; nothing is left out
 * @typedef {Child | Child[]} Content
 * @typedef {[name: string, value: Content | boolean]} Fact
 */

/** Units of amounts. */
export const VND = 'đồng';
export const WORKING_DAYS = 'ngày làm việc';

const PDF = /\.pdf$|\(PDF\)$/i;
const ZONE = 'Asia/Ho_Chi_Minh';
const MILLIS = 24 * 60 * 60 * 1000;
/** @type {Intl.DateTimeFormatOptions} */
const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' };
const MOMENT = new Intl.DateTimeFormat('vi-VN', { ...DAY, hour: '2-digit', minute: '2-digit', timeZone: ZONE });
// Swedish writes its days as ISO 8601 does
const ISO_DAY = new Intl.DateTimeFormat('sv-SE', { ...DAY, timeZone: ZONE });
const WHOLE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
const EXACT = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });

/**
 * An element with attributes and children; `false` and `null` leave either out, strings become text.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {Content[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const created = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false && value != null) {
      created.setAttribute(attribute, value === true ? '' : String(value));
    }
  }
  created.append(...present(children));
  return created;
}

/**
 * What is there of some content.
 *
 * @param {Content[]} content
 * @returns {(Node | string)[]}
 */
export function present(content) {
  return content.flat().flatMap((child) => (child == null || child === false ? [] : typeof child === 'number' ? String(child) : child));
}

/** Today in Vietnam as `2023-10-06`. */
export function today() {
  return ISO_DAY.format(new Date());
}

/**
 * `2023-10-06` as `06/10/2023`.
 *
 * @param {Api.Day | null | undefined} iso
 */
export function day(iso) {
  return iso ? iso.split('-').reverse().join('/') : '';
}

/**
 * The day of an instant in Vietnam.
 *
 * @param {Api.Instant | Date} instant
 */
export function dayOf(instant) {
  return ISO_DAY.format(new Date(instant));
}

/**
 * So many days after `2023-10-06`.
 *
 * @param {Api.Day} iso
 * @param {number} days
 */
export function daysAfter(iso, days) {
  return new Date(Date.parse(iso) + days * MILLIS).toISOString().slice(0, 10);
}

/**
 * The days from one day to another.
 *
 * @param {Api.Day} from
 * @param {Api.Day} to
 */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLIS);
}

/**
 * How long it is until a day, in small print.
 *
 * @param {Api.Day} iso
 */
export function left(iso) {
  const days = daysBetween(today(), iso);
  return meta(days < 0 ? `quá hạn ${-days} ngày` : `còn ${days} ngày`);
}

/**
 * An instant as people in Vietnam write it.
 *
 * @param {Api.Instant | null | undefined} instant
 */
export function moment(instant) {
  return instant ? MOMENT.format(new Date(instant)) : '';
}

/**
 * Who did something, and when.
 *
 * @param {string | null} who
 * @param {Api.Instant | null} instant
 */
export function by(who, instant) {
  return `${who}, ${moment(instant)}`;
}

/**
 * Something with its day.
 *
 * @param {string} what
 * @param {Api.Day | null} iso
 */
export function dated(what, iso) {
  return `${what}, ngày ${day(iso)}`;
}

/**
 * A whole number: `1.234.567`.
 *
 * @param {number} number
 */
export function whole(number) {
  return WHOLE.format(number);
}

/**
 * A whole number with its unit: `1.234.567 đồng`; empty for what is unknown.
 *
 * @param {number | string | null | undefined} number
 * @param {string | undefined} unit
 */
export function amount(number, unit) {
  return number == null || number === '' ? '' : `${whole(Number(number))} ${unit}`;
}

/**
 * Whole VND.
 *
 * @param {number | null | undefined} dong
 */
export function money(dong) {
  return amount(dong, VND);
}

const SCALES = ['tỷ', 'triệu', 'nghìn', ''];

/**
 * A large sum as it is spoken of: `1 tỷ 250 triệu đồng`; empty for one below a million, which is read as it stands.
 *
 * @param {string} digits
 */
export function spoken(digits) {
  const [, ...groups] = /^0*(\d*?)(\d{3})(\d{3})(\d{3})$/.exec(digits.padStart(9, '0')) || [];
  const named = groups.map(Number).flatMap((count, at) => (count ? [`${whole(count)} ${SCALES[at]}`.trim()] : []));
  return Number(digits) < 1e6 ? '' : `${named.join(' ')} ${VND}`;
}

/**
 * A number with at most one decimal: `62,5`.
 *
 * @param {number | null | undefined} number
 */
export function decimal(number) {
  return number == null ? '' : NUMBER.format(number);
}

/**
 * A number with all its decimals and its unit: `97,25 %`; empty for what is unknown.
 *
 * @param {number | null | undefined} number
 * @param {string | null | undefined} unit
 */
export function quantity(number, unit) {
  return number == null ? '' : `${EXACT.format(number)} ${unit || ''}`.trim();
}

/**
 * A number of bytes as KB or MB.
 *
 * @param {number} bytes
 */
export function size(bytes) {
  return bytes < 1e6 ? `${NUMBER.format(Math.max(bytes / 1e3, 0.1))} KB` : `${NUMBER.format(bytes / 1e6)} MB`;
}

/**
 * The kind of a file, as its name tells it: `PDF`.
 *
 * @param {string} fileName
 */
export function extension(fileName) {
  return fileName.includes('.') ? fileName.slice(fileName.lastIndexOf('.') + 1).toUpperCase() : '';
}

/**
 * The non-empty lines of a text.
 *
 * @param {string | null | undefined} text
 */
export function lines(text) {
  return (text || '').split('\n').map((line) => line.trim()).filter(Boolean);
}

/**
 * A link that saves a stored document.
 *
 * @param {string} documentId
 * @param {string} label
 */
export function download(documentId, label) {
  return downloadFrom(`/api/v1/documents/${encodeURIComponent(documentId)}`, label);
}

/**
 * @param {string} address
 * @param {string} label
 */
export function downloadFrom(address, label) {
  return element(
    'a',
    { href: address, download: true, class: 'lk-download' },
    element('span', { class: 'glyphicon glyphicon-download-alt', 'aria-hidden': 'true' }),
    ` ${label}`
  );
}

/**
 * A stored document: a link that saves it, and for a PDF one that shows it on a page.
 *
 * @param {string} documentId
 * @param {string} label with the name of the file
 */
export function storedFile(documentId, label) {
  return element(
    'span',
    { class: 'lk-file' },
    download(documentId, label),
    PDF.test(label) && [
      ' ',
      element(
        'a',
        { href: `/documents/${encodeURIComponent(documentId)}/preview`, target: '_blank', 'aria-label': `Xem trước ${label}` },
        WORDS.preview
      ),
    ]
  );
}

/**
 * Names and values; what has no value is left out.
 *
 * @param {Fact[]} entries
 */
export function facts(entries) {
  return element(
    'dl',
    { class: 'lk-facts' },
    entries.flatMap(([name, value]) => (value && value !== true ? [element('dt', {}, name), element('dd', {}, value)] : []))
  );
}

/**
 * A small button that submits nothing.
 *
 * @param {string} label
 * @param {string} icon a name of Bootstrap's glyphs
 * @param {() => void} [onClick]
 */
export function button(label, icon, onClick) {
  const created = element(
    'button',
    { type: 'button', class: 'btn btn-default btn-sm' },
    element('span', { class: `glyphicon glyphicon-${icon}`, 'aria-hidden': 'true' }),
    ` ${label}`
  );
  if (onClick) {
    created.addEventListener('click', onClick);
  }
  return created;
}

/**
 * What a result rests on, with how far that rule was verified; a person's own basis has no verification.
 *
 * @param {string | null} citation
 * @param {Api.Verification | null | undefined} verification
 */
export function cited(citation, verification) {
  return verification ? `${citation} (${verification.text})` : citation;
}

/**
 * Who and when, in small print.
 *
 * @param {string | false | null | undefined} text
 */
export function meta(text) {
  return text && element('p', { class: 'lk-meta' }, text);
}

/**
 * A text with the line breaks that its author made.
 *
 * @param {string | null | undefined} words
 */
export function multiline(words) {
  return words && element('span', { class: 'lk-lines' }, words);
}

/**
 * Items with bullets.
 *
 * @param {Content[]} items
 */
export function list(items) {
  return element('ul', { class: 'lk-list' }, items.map((item) => element('li', {}, item)));
}

/**
 * Rows of cells under heads; what is too wide scrolls by itself.
 *
 * @param {string} caption
 * @param {(string | [string])[]} heads texts; that of a column of numbers as `[text]`
 * @param {Content[][]} rows
 * @param {Content[]} [total] a last row for sums
 */
export function table(caption, heads, rows, total) {
  /** @type {(cell: 'td' | 'th', cells: Content[], scope?: string) => HTMLTableRowElement} */
  const row = (cell, cells, scope) =>
    element('tr', {}, cells.map((content, index) => element(cell, { scope, class: Array.isArray(heads[index]) && 'lk-amount' }, content)));
  return element(
    'div',
    { class: 'lk-scroll' },
    element(
      'table',
      { class: 'table table-condensed' },
      element('caption', {}, caption),
      element('thead', {}, row('th', heads, 'col')),
      element('tbody', {}, rows.map((cells) => row('td', cells))),
      total && element('tfoot', {}, row('td', total))
    )
  );
}
