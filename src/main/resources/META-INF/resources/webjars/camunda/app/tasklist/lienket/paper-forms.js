import { get } from './api.js';
import { page } from './case.js';
import { by, day, element, facts, list } from './dom.js';
import { turn } from './turns.js';
import { WORDS } from './words.js';

/**
 * The form in which a paper that was issued is signed.
 *
 * @import { EmbeddedForm, Read } from './embedded-form.js'
 */

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function signPaper(form, { caseCode, signingId, turn: own }) {
  form.showWhile('signingDecision', 'sign', 'sign');
  form.showWhile('signingDecision', 'refuse', 'refuse');
  form.requireWhen('signingDecision', ['refuse'], 'signingComment');
  // few sign, so the others do not load it
  const { signingForm } = await import('./signing-form.js');
  const offer = signingForm(form);

  const path = `/cases/${encodeURIComponent(caseCode)}`;
  /** @type {[Pick<Api.Case, 'caseCode' | 'title' | 'channel'>, Api.Paper[]]} */
  const [known, papers] = await Promise.all([get(path), get(`${path}/papers`)]);
  const paper = papers.find((each) => each.signing?.id === signingId);
  form.channel = known.channel;
  if (paper?.signing) {
    const { toSign, signatures } = paper.signing;
    form.fill('case', header(known, paper));
    const yours = turn(paper.signing, own);
    if (yours) {
      form.fill('turn', yours);
    }
    form.fill('signatures', signatures.length > 0 && earlier(signatures));
    await offer(toSign, signatures.length ? 'Bản đã có chữ ký của đơn vị trước: ' : 'Bản đã ban hành: ');
  }
}

/**
 * @param {Pick<Api.Case, 'caseCode' | 'title'>} known
 * @param {Api.Paper} paper
 */
function header({ caseCode, title }, { name, number, date, bodies }) {
  return [
    element('h4', { class: 'lk-title' }, title),
    element('p', {}, page(caseCode, element('strong', {}, caseCode)), ` · ${name}`),
    facts([
      [WORDS.number, number],
      ['Ban hành ngày', date && day(date)],
      ['Đơn vị ký', list(bodies.map((body) => body.name))],
    ]),
  ];
}

/** @param {Api.PaperSignature[]} signatures */
function earlier(signatures) {
  return [
    element('h5', {}, 'Chữ ký đã có'),
    list(
      signatures.map(({ partyName, signerName, signedAt, byHand, found }) =>
        [`${partyName}: ${by(signerName, signedAt)}.`, byHand ? 'Ký trên bản giấy, có bản quét.' : found].join(' ')
      )
    ),
  ];
}
