import * as cases from './case.js';
import { by, day, download, element, facts, left, lines, list, moment, multiline, table } from './dom.js';
import { openRank, signatureOf, whose } from './turns.js';
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
      [WORDS.effect, between(agreement.effectiveFrom, agreement.effectiveTo)],
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
 * The newest draft.
 *
 * @param {Api.Agreement} agreement
 */
export function draft(agreement) {
  const [{ draft: newest }] = newestFirst(agreement.rounds);
  return facts([
    [WORDS.version, `${newest.version}, gửi bởi ${by(newest.authorName, newest.submittedAt)}`],
    [WORDS.file, file(agreement, newest)],
    ['Ghi chú của người soạn', multiline(newest.note)],
  ]);
}

/**
 * The draft as the template has it, to be edited before it is handed in.
 *
 * @param {Api.Agreement} agreement
 */
export function template({ caseCode }) {
  const path = `/api/v1/agreements/${encodeURIComponent(caseCode)}/draft?format=`;
  return [
    'Tạo dự thảo từ mẫu để sửa trước khi gửi: ',
    element('a', { href: `${path}docx`, download: true }, 'tải bản Word (DOCX)'),
    ', ',
    element('a', { href: `${path}pdf`, download: true }, 'tải bản PDF'),
    '.',
  ];
}

/**
 * As {@link versions}, without the newest.
 *
 * @param {Api.Agreement} agreement
 */
export function earlierVersions(agreement) {
  return drafts(agreement, 'Các phiên bản trước', newestFirst(agreement.rounds).slice(1));
}

/**
 * The drafts, newest first, to be saved.
 *
 * @param {Api.Agreement} agreement
 */
export function versions(agreement) {
  return drafts(agreement, 'Các phiên bản dự thảo', newestFirst(agreement.rounds));
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
 * Whose opinion on the newest version is still awaited.
 *
 * @param {Api.Agreement} agreement
 * @param {keyof STAGES} stage
 */
export function awaited({ parties, rounds }, stage) {
  const [round] = newestFirst(rounds);
  const silent = parties.filter(({ organisation }) => !round[stage].some(({ party }) => party === organisation));
  return (
    silent.length > 0 &&
    element(
      'p',
      { class: 'help-block' },
      `Chưa cho ý kiến (${STAGES[stage].name.toLowerCase()}): ${silent.map(({ name }) => name).join('; ')}.`
    )
  );
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
 * Whom its certificate names, where that is not who handed it in.
 *
 * @param {Api.Signature} signature
 */
function signer({ signerName, electronic }) {
  return electronic?.ofAnother ? `Chữ ký số của ${electronic.signer}; người nộp: ${signerName}` : signerName;
}

/**
 * Who signed, when and how, and whose turn it is.
 *
 * @param {Api.Agreement} agreement
 */
export function signatures(agreement) {
  const open = openRank(agreement);
  return table(
    'Chữ ký của các bên',
    [WORDS.party, 'Người ký', WORDS.time, 'Cách ký', 'Tệp đã ký'],
    agreement.turns.map((turn) => {
      const signature = signatureOf(agreement.signatures, turn);
      return signature
        ? [
            whose(turn),
            signer(signature),
            moment(signature.signedAt),
            signature.byHand ? 'Ký tay, bản quét' : 'Chữ ký số',
            cases.downloadOf(agreement, signature.document),
          ]
        : [whose(turn), turn.rank === open ? 'Đến lượt ký' : 'Chưa đến lượt', '', '', ''];
    })
  );
}

/**
 * The numbers that the parties have given it, and who has given none yet.
 *
 * @param {Api.Agreement} agreement
 * @param {string} [own] the party that is asked
 */
export function register({ parties, register: entries }, own) {
  return table(
    'Số, ký hiệu của các bên',
    [WORDS.party, 'Số, ký hiệu', 'Ngày văn bản', 'Văn thư'],
    parties.map(({ organisation, name }) => {
      const entry = entries.find(({ party }) => party === organisation);
      const whose = organisation === own ? `${name} (đơn vị bạn)` : name;
      return entry ? [whose, element('span', { class: 'lk-whole' }, entry.number), day(entry.date), entry.clerkName] : [whose, 'Chưa vào sổ', '', ''];
    })
  );
}

/**
 * How long it is in force.
 *
 * @param {Api.Agreement} agreement
 */
export function term({ effectiveTo }) {
  return [`Có hiệu lực đến hết ngày ${day(effectiveTo)}`, left(effectiveTo)];
}

/**
 * What was done under it.
 *
 * @param {Api.Agreement} agreement
 */
export function activities({ activities: done }) {
  return (
    done.length > 0 &&
    table(
      'Hoạt động trong khuôn khổ thỏa thuận',
      [WORDS.activity, WORDS.field, WORDS.period, WORDS.standing],
      done.map(({ caseCode, title, cooperationFieldName, startDate, endDate, stateName }) => [
        cases.page(caseCode, title),
        cooperationFieldName,
        between(startDate, endDate),
        stateName,
      ])
    )
  );
}

/**
 * @param {Api.Agreement} agreement
 * @param {string} caption
 * @param {Api.Round[]} rounds
 */
function drafts(agreement, caption, rounds) {
  return (
    rounds.length > 0 &&
    table(
      caption,
      [WORDS.version, WORDS.file, 'Người gửi', WORDS.time, WORDS.note],
      rounds.map(({ draft: { version, authorName, submittedAt, note }, draft }) => [
        String(version),
        file(agreement, draft),
        authorName,
        moment(submittedAt),
        note || '',
      ])
    )
  );
}

/**
 * A draft to be saved, and what it changes.
 *
 * @param {Api.Agreement} agreement
 * @param {Api.Round['draft']} draft
 */
function file(agreement, { version, document, editable }) {
  const before = agreement.rounds.find(({ draft }) => draft.version === version - 1);
  return [
    cases.downloadOf(agreement, document),
    editable && element('div', {}, download(editable, 'Bản Word (DOCX)')),
    before && element('div', {}, cases.comparison(agreement.caseCode, before.draft.document, document)),
  ];
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

/**
 * @param {Api.Day} from
 * @param {Api.Day} to
 */
function between(from, to) {
  return `${day(from)} đến ${day(to)}`;
}

/** @param {Api.Round[]} rounds */
function newestFirst(rounds) {
  return [...rounds].sort((one, other) => other.draft.version - one.draft.version);
}
