import { download, element, facts, list, meta, moment, table } from './dom.js';

/** What the forms show alike of every kind of case. */

/**
 * Code, title and state.
 *
 * @param known the case
 * @param about words beside its code
 * @param page whether the case has a page of its own, for the code to lead to
 * @param entries what its kind adds, as {@link facts} takes it
 */
export function header(known, { about, page, entries }) {
  const code = element('strong', {}, known.caseCode);
  return [
    element('h4', { class: 'lk-title' }, known.title),
    element(
      'p',
      {},
      page ? element('a', { href: `/cases/${encodeURIComponent(known.caseCode)}`, target: '_blank' }, code) : code,
      about && ` · ${about}`,
      ' · ',
      element('span', { class: 'label label-default' }, known.stateName)
    ),
    facts(entries),
  ];
}

/** The documents of the case, oldest first; `kinds` has the words for their kinds. */
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

/** A link that saves one document of the case. */
export function downloadOf(known, documentId) {
  return download(documentId, fileName(known, documentId));
}

/** How a document of the case is called. */
export function fileName({ documents: stored }, documentId) {
  return stored.find(({ id }) => id === documentId)?.fileName || 'Tải về';
}

/** Opinions as boxes: `{title, label, word, negative, comment, small}`, where `label` is a class of Bootstrap's for the word. */
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

/** What a supplement was asked for, what came, and how long the clock stood still for it. */
export function supplement(known) {
  return [
    element('p', { class: 'lk-comment' }, known.requestComment),
    known.supplementNote && element('p', { class: 'lk-comment' }, `Trả lời: ${known.supplementNote}`),
    clockStops(known),
  ];
}

/** When the processing clock stood still. */
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
