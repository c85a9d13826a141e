import { download, element, facts, list, meta, moment, table } from './dom.js';

/**
 * What the forms show alike of every kind of case.
 *
 * @import { Fact } from './dom.js'
 */

/**
 * Title, code, which opens the page of the case, and state.
 *
 * @param {Api.Case} known
 * @param {object} kind what its kind adds
 * @param {string} [kind.about] words beside its code
 * @param {Fact[]} kind.entries
 */
export function header(known, { about, entries }) {
  const href = `/cases/${encodeURIComponent(known.caseCode)}`;
  return [
    element('h4', { class: 'lk-title' }, known.title),
    element(
      'p',
      {},
      element('a', { href, target: '_blank' }, element('strong', {}, known.caseCode)),
      about && ` · ${about}`,
      ' · ',
      element('span', { class: 'label label-default' }, known.stateName)
    ),
    facts(entries),
  ];
}

/**
 * The documents of the case, oldest first.
 *
 * @param {Pick<Api.Case, 'documents'>} known
 * @param {Record<string, string>} kinds words for their kinds
 */
export function documents({ documents: stored }, kinds) {
  return (
    stored.length > 0 &&
    facts([
      [
        'Tài liệu',
        list(stored.map(({ id, kind, version, fileName: name }) => download(id, `${kinds[kind] || kind} ${version}: ${name}`))),
      ],
    ])
  );
}

/**
 * A link that saves one document of the case.
 *
 * @param {Api.Case} known
 * @param {string} documentId
 */
export function downloadOf(known, documentId) {
  return download(documentId, fileName(known, documentId));
}

/**
 * How a document of the case is called.
 *
 * @param {Api.Case} known
 * @param {string} documentId
 */
export function fileName({ documents: stored }, documentId) {
  return stored.find(({ id }) => id === documentId)?.fileName || 'Tải về';
}

/**
 * Opinions as boxes.
 *
 * @typedef {object} Opinion
 * @property {string} title whose it is, or of what
 * @property {string} label a class of Bootstrap's for the word
 * @property {string} word what was said in short
 * @property {boolean} [negative]
 * @property {string | null} [comment]
 * @property {string} small
 *
 * @param {Opinion[]} given
 */
export function opinions(given) {
  return element(
    'ul',
    { class: 'list-unstyled' },
    given.map(({ title, label, word, negative, comment, small }) =>
      element(
        'li',
        { class: negative ? 'lk-opinion lk-negative' : 'lk-opinion' },
        element('strong', {}, title),
        ' ',
        element('span', { class: `label ${label}` }, word),
        comment && element('p', { class: 'lk-comment' }, comment),
        meta(small)
      )
    )
  );
}

/**
 * What a supplement was asked for, what came, and how long the clock stood still for it.
 *
 * @param {Api.SupplementedCase} known
 */
export function supplement(known) {
  return [
    element('p', { class: 'lk-comment' }, known.requestComment),
    known.supplementNote && element('p', { class: 'lk-comment' }, `Trả lời: ${known.supplementNote}`),
    clockStops(known),
  ];
}

/**
 * When the processing clock stood still.
 *
 * @param {Pick<Api.SupplementedCase, 'clockStops'>} known
 */
export function clockStops({ clockStops: stops }) {
  return (
    stops.length > 0 &&
    table(
      'Các lần dừng tính thời hạn',
      ['Từ', 'Đến', ['Ngày làm việc']],
      stops.map((stop) => [
        moment(stop.from),
        stop.to ? moment(stop.to) : 'đang dừng',
        stop.workingDays == null ? '' : String(stop.workingDays),
      ])
    )
  );
}
