import * as show from './agreement.js';
import { get } from './api.js';
import * as cases from './case.js';
import { end } from './case-forms.js';
import { day, daysAfter, storedFile } from './dom.js';
import { turn } from './turns.js';

/**
 * The forms of an agreement: each is prepared by the function that is called as its `form` element is.
 *
 * @import { Pieces } from './case.js'
 * @import { EmbeddedForm, Read } from './embedded-form.js'
 */

/**
 * What one reads of a draft before saying yes or no to it.
 *
 * @type {Pieces<Api.Agreement>}
 */
const JUDGED = {
  case: show.summary,
  draft: show.draft,
  versions: show.earlierVersions,
  'last-round': show.lastRound,
  'earlier-rounds': show.earlierRounds,
};

/** @param {EmbeddedForm} form */
export async function startAgreement(form) {
  /** @type {Api.AgreementOptions} */
  const { organisation, channels, cooperationFields } = await get('/agreements/options');
  const parties = channels.flatMap((known) => known.parties);

  form.settle('leadOrganisation', organisation, parties.find(({ id }) => id === organisation)?.name || organisation);
  cases.chooseChannel(form, channels, (chosen) => {
    const offered = cooperationFields.filter(
      (field) => chosen && (!field.channels.length || field.channels.includes(chosen.id))
    );
    form.field('cooperationFields').offer(offered);
    form.fill('parties', chosen ? `Các bên: ${chosen.parties.map(({ name }) => name).join('; ')}.` : '');
    form.fill('fields-help', chosen ? 'Chọn ít nhất một lĩnh vực.' : cases.NO_CHANNEL);
  });
  form.rule('effectiveTo', () =>
    form.value('effectiveTo') <= form.value('effectiveFrom')
      ? 'Ngày hết hiệu lực: phải sau ngày bắt đầu hiệu lực.'
      : null
  );
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function draftAgreement(form, read) {
  chooseSource(form, Boolean(form.field('draftDocumentId').value));

  return load(form, read, { case: show.summary, ...offered(form) });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function reviewDraft(form, read) {
  form.requireWhen('reviewDecision', ['changes'], 'reviewComment');

  return load(form, read, { ...JUDGED, awaited: (agreement) => show.awaited(agreement, 'reviews') });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function reviseDraft(form, read) {
  chooseSource(form, true);

  return load(form, read, {
    'last-round': show.lastRound,
    'earlier-rounds': show.earlierRounds,
    versions: show.versions,
    ...offered(form),
  });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function approveForSigning(form, read) {
  form.requireWhen('approvalDecision', ['reject'], 'approvalComment');

  return load(form, read, { ...JUDGED, awaited: (agreement) => show.awaited(agreement, 'approvals') });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function signAgreement(form, read) {
  // few sign, so the others do not load it
  const { signingForm } = await import('./signing-form.js');
  const offer = signingForm(form);
  const agreement = await load(form, read, {
    signatures: show.signatures,
    turn: (known) => turn(known, read.turn),
  });
  const toSign = show.fileToSign(agreement);
  await offer(toSign, toSign.signed ? 'Bản đã có chữ ký của bên trước: ' : 'Bản dự thảo đã được phê duyệt: ');
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function registerAgreement(form, read) {
  const agreement = await load(form, read, {
    signatures: show.signatures,
    register: (known) => show.register(known, read.party),
  });
  const { id, fileName } = show.fileToSign(agreement);
  form.fill('file', 'Bản mà bên sau cùng đã ký: ', storedFile(id, fileName));
  form.fill('number-form', `05/${agreement.agreementType}-STTTT`);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function decideRenewal(form, read) {
  const { effectiveTo } = await load(form, read, {
    case: show.summary,
    register: show.register,
    term: show.term,
    activities: show.activities,
  });
  form.fill('renewed-from', day(daysAfter(effectiveTo, 1)));
  form.fill('last-day', day(effectiveTo));
}

/**
 * The template, where the form has a place for it: that of a case that began earlier has none.
 *
 * @param {EmbeddedForm} form
 * @returns {Pieces<Api.Agreement>}
 */
function offered(form) {
  return form.find('[data-slot=template]') ? { template: show.template } : {};
}

/**
 * A draft is uploaded or made from the template; until somebody has said which, it is as given.
 *
 * @param {EmbeddedForm} form
 * @param {boolean} uploaded
 */
function chooseSource(form, uploaded) {
  const source = form.field('generateDraft');
  // the form of a case that began earlier asks for a file only
  if (!source) {
    return;
  }
  if (source.value === null && uploaded) {
    source.value = false;
  }
  form.showWhile('generateDraft', false, 'upload');
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 * @param {Pieces<Api.Agreement>} [pieces]
 */
function load(form, { caseCode }, pieces = {}) {
  return cases.load(form, `/agreements/${caseCode}`, show.header, pieces);
}

/** @param {EmbeddedForm} form */
export function terminateAgreement(form) {
  return end(form, { id: 'termination', done: 'chấm dứt thỏa thuận', yes: 'Chấm dứt thỏa thuận' });
}
