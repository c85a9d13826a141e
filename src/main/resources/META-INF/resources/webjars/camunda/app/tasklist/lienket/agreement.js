import * as cases from './case.js';
import { by, day, element, facts, lines, list, moment, table } from './dom.js';
import { WORDS } from './words.js';

/** How an agreement, as `GET /api/v1/agreements/{code}` answers it, is shown in the forms of its tasks. */

const APPROVAL = 'Phê duyệt';
const STAGES = {
  reviews: { name: 'Thẩm định', yes: cases.AGREED, no: cases.CHANGES },
  approvals: { name: APPROVAL, yes: cases.positive(APPROVAL), no: cases.negative('Từ chối') },
};

/**
 * Code, title, state, parties and term.
 *
 * @param {Api.Agreement} agreement
 */
export function header(agreement) {
  return cases.header(agreement, {
    about: agreement.agreementTypeName,
    entries: [
      [WORDS.parties, list(agreement.parties.map((party) => partyLabel(agreement, party)))],
      [WORDS.effect, `${day(agreement.effectiveFrom)} đến ${day(agreement.effectiveTo)}`],
      ['Gia hạn từ', agreement.predecessor],
    ],
  });
}

/**
 * What was asked for at the start.
 *
 * @param {Api.Agreement} agreement
 */
export function summary(agreement) {
  return facts([
    ['Lĩnh vực hợp tác', list(agreement.cooperationFields.map((field) => field.name))],
    ['Căn cứ pháp lý', list(lines(agreement.legalBasis))],
  ]);
}

/**
 * The drafts, newest first, to be saved.
 *
 * @param {Api.Agreement} agreement
 */
export function versions(agreement) {
  if (!agreement.rounds.length) {
    return null;
  }
  return table(
    'Các phiên bản dự thảo',
    [WORDS.version, 'Tệp', 'Người gửi', WORDS.time, WORDS.note],
    newestFirst(agreement.rounds).map(({ draft }) => [
      String(draft.version),
      cases.downloadOf(agreement, draft.document),
      draft.authorName,
      moment(draft.submittedAt),
      draft.note || '',
    ])
  );
}

/**
 * What the parties said about the newest version: those who want changes first.
 *
 * @param {Api.Agreement} agreement
 */
export function lastRound(agreement) {
  const [round] = newestFirst(agreement.rounds);
  return round ? opinions(round) : null;
}

/**
 * The rounds before the newest, folded.
 *
 * @param {Api.Agreement} agreement
 */
export function earlierRounds(agreement) {
  return newestFirst(agreement.rounds)
    .slice(1)
    .map((round) =>
      element(
        'details',
        { class: 'lk-round' },
        element('summary', {}, `Ý kiến về phiên bản ${round.draft.version} (${moment(round.draft.submittedAt)})`),
        opinions(round)
      )
    );
}

/**
 * The file the next signature continues: what the party before signed, else the approved version.
 *
 * @param {Api.Agreement} agreement
 */
export function fileToSign(agreement) {
  const [{ draft }] = newestFirst(agreement.rounds);
  const signed = agreement.signatures[agreement.signatures.length - 1];
  const id = (signed || draft).document;
  return { id, fileName: cases.fileName(agreement, id), signed: Boolean(signed) };
}

/**
 * Who signed, when and how, and whose turn it is.
 *
 * @param {Api.Agreement} agreement
 */
export function signatures(agreement) {
  const next = agreement.signatures.length;
  return table(
    'Chữ ký của các bên',
    ['Bên', 'Người ký', WORDS.time, 'Cách ký', 'Tệp đã ký'],
    agreement.parties.map((party, index) => {
      const signature = agreement.signatures[index];
      return signature
        ? [
            party.name,
            signature.signerName,
            moment(signature.signedAt),
            signature.byHand ? 'Ký tay, bản quét' : 'Ký tiếp trên PDF',
            cases.downloadOf(agreement, signature.document),
          ]
        : [party.name, index === next ? 'Đến lượt ký' : 'Chưa đến lượt', '', '', ''];
    })
  );
}

/**
 * Those who want changes first, then the newest.
 *
 * @param {Api.Round} round
 */
function opinions({ reviews, approvals }) {
  const given = [
    ...approvals.map((opinion) => ({ opinion, stage: STAGES.approvals })),
    ...reviews.map((opinion) => ({ opinion, stage: STAGES.reviews })),
  ].sort(
    (one, other) =>
      Number(one.opinion.positive) - Number(other.opinion.positive) || other.opinion.givenAt.localeCompare(one.opinion.givenAt)
  );
  return cases.opinions(
    given.map(({ opinion, stage }) => ({
      ...(opinion.positive ? stage.yes : stage.no),
      title: opinion.partyName,
      comment: opinion.comment,
      small: `${stage.name}, ${by(opinion.authorName, opinion.givenAt)}`,
    }))
  );
}

/**
 * @param {Api.Agreement} agreement
 * @param {Api.Party} party
 */
function partyLabel(agreement, party) {
  return party.organisation === agreement.leadOrganisation ? `${party.name} (chủ trì)` : party.name;
}

/** @param {Api.Round[]} rounds */
function newestFirst(rounds) {
  return [...rounds].sort((one, other) => other.draft.version - one.draft.version);
}
