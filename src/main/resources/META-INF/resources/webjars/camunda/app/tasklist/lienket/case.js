import { get } from './api.js';
import { element, facts, list, meta, moment, storedFile, table } from './dom.js';
import { WORDS } from './words.js';

/**
 * What the forms ask, and show, alike of every kind of case.
 *
 * @import { Content, Fact } from './dom.js'
 * @import { EmbeddedForm } from './embedded-form.js'
 */

/**
 * Pieces of a case by the slots of a form; that of `case` stands under the header.
 *
 * @template Known
 * @typedef {Record<string, (known: Known) => Content>} Pieces
 */

/** What is said where the choices depend on the channel. */
export const NO_CHANNEL = 'Chọn kênh hợp tác để thấy các lĩnh vực.';

/**
 * Offers the channels that a case may be started in; the only one is chosen.
 *
 * @template {{id: string, name: string}} Channel
 * @param {EmbeddedForm} form
 * @param {Channel[]} channels
 * @param {(chosen: Channel | undefined) => void} show called now, and when another one is chosen
 */
export function chooseChannel(form, channels, show) {
  const field = form.field('channel');

  function choose() {
    const chosen = channels.find(({ id }) => id === field.value);
    form.channel = chosen?.id;
    show(chosen);
  }

  field.offer(
    channels.map(({ id, name }) => ({ code: id, name })),
    channels.length === 1 ? channels[0].id : ''
  );
  field.group.addEventListener('change', choose);
  choose();
}

/**
 * Reads the case that a form is about, opens its channel to the files of the form, and shows its header and pieces of it.
 *
 * @template {Api.Case} Known
 * @param {EmbeddedForm} form
 * @param {string} path such as `/agreements/H09-261128-0001`
 * @param {(known: Known) => Content} head
 * @param {Pieces<Known>} pieces
 * @returns {Promise<Known>}
 */
export async function load(form, path, head, { case: more = () => null, ...pieces }) {
  /** @type {Known} */
  const known = await get(path);
  form.channel = known.channel;
  form.fill('case', head(known), more(known));
  Object.entries(pieces).forEach(([slot, piece]) => form.fill(slot, piece(known)));
  return known;
}

/**
 * Begins the answer to a request for a supplement: with the request, and with what is known of the case; the answer itself is new.
 *
 * @param {EmbeddedForm} form
 * @param {string} slot of the request
 * @param {Api.SupplementedCase} known with the values of the fields
 */
export function answerSupplement(form, slot, { supplementNote, ...known }) {
  form.prefill(known);
  form.fill(slot, known.requestComment);
  form.fill('clock-stops', clockStops(known));
}

/**
 * Title, code, which opens the page of the case, state and status.
 *
 * @param {Pick<Api.Case, 'title' | 'caseCode' | 'stateName' | 'caseStatusName'>} known
 * @param {object} kind what its kind adds
 * @param {string} [kind.about] words beside its code
 * @param {Fact[]} kind.entries
 */
export function header(known, { about, entries }) {
  return [
    element('h4', { class: 'lk-title' }, known.title),
    element(
      'p',
      {},
      page(known.caseCode, element('strong', {}, known.caseCode)),
      about && ` · ${about}`,
      ' · ',
      element('span', { class: 'label label-default' }, known.stateName)
    ),
    facts([...entries, ['Trạng thái hồ sơ', known.caseStatusName]]),
  ];
}

/**
 * A link to the page of a case.
 *
 * @param {string} caseCode
 * @param {Content} content
 */
export function page(caseCode, content) {
  return element('a', { href: `/cases/${encodeURIComponent(caseCode)}`, target: '_blank' }, content);
}

/**
 * A link to what has changed between two documents of a case.
 *
 * @param {string} caseCode
 * @param {string} from
 * @param {string} to
 */
export function comparison(caseCode, from, to) {
  const query = new URLSearchParams({ from, to });
  return element('a', { href: `/cases/${encodeURIComponent(caseCode)}/comparison?${query}`, target: '_blank' }, 'So sánh với phiên bản trước');
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
        WORDS.documents,
        list(stored.map(({ id, kind, version, fileName: name }) => storedFile(id, `${kinds[kind] || kind} ${version}: ${name}`))),
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
  return storedFile(documentId, fileName(known, documentId));
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
 * What somebody says yes with.
 *
 * @param {string} word
 * @returns {Verdict}
 */
export function positive(word) {
  return { word, label: 'label-success' };
}

/**
 * What somebody says no with.
 *
 * @param {string} word
 * @returns {Verdict}
 */
export function negative(word) {
  return { word, label: 'label-danger', negative: true };
}

/**
 * Which of several times something was done.
 *
 * @param {number} round from 1
 */
export function inRound(round) {
  return `Lần ${round}`;
}

export const AGREED = positive('Đồng ý');
/** @type {Verdict} */
export const CHANGES = { word: 'Yêu cầu sửa', label: 'label-warning', negative: true };

/**
 * Opinions as boxes; nothing if there are none.
 *
 * @typedef {object} Verdict
 * @property {string} word what was said in short
 * @property {string} label a class of Bootstrap's for the word
 * @property {boolean} [negative]
 *
 * @typedef {object} Said
 * @property {string} title whose it is, or of what
 * @property {string | null} [comment]
 * @property {string} small
 *
 * @typedef {Verdict & Said} Opinion
 *
 * @param {Opinion[]} given
 */
export function opinions(given) {
  return (
    given.length > 0 &&
    element(
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
    )
  );
}

/**
 * What a supplement was asked for, what came, and how long the clock stood still for it; nothing if none was.
 *
 * @param {Api.SupplementedCase} known
 */
export function supplement(known) {
  return (
    known.requestComment && [
      element('p', { class: 'lk-comment' }, known.requestComment),
      known.supplementNote && element('p', { class: 'lk-comment' }, `Trả lời: ${known.supplementNote}`),
      clockStops(known),
    ]
  );
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
      [WORDS.from, WORDS.to, [WORDS.workingDays]],
      stops.map((stop) => [
        moment(stop.from),
        stop.to ? moment(stop.to) : WORDS.paused,
        stop.workingDays == null ? '' : String(stop.workingDays),
      ])
    )
  );
}
