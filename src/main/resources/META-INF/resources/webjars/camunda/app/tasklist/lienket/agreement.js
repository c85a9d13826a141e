import { caseLink, day, download, element, facts, lines, list, moment, table } from './dom.js';

/** How an agreement, as `GET /api/v1/agreements/{code}` answers it, is shown in the forms of its tasks. */

const STAGES = {
  reviews: { name: 'Thẩm định', positive: 'Đồng ý', negative: 'Yêu cầu sửa' },
  approvals: { name: 'Phê duyệt', positive: 'Phê duyệt', negative: 'Từ chối' },
};

/** Code, title, state, parties and term. */
export function header(agreement) {
  return [
    element('h4', { class: 'lk-title' }, agreement.title),
    element(
      'p',
      {},
      caseLink(agreement.caseCode),
      ` · ${agreement.agreementTypeName} · `,
      element('span', { class: 'label label-default' }, agreement.stateName)
    ),
    facts([
      ['Các bên', list(agreement.parties.map((party) => partyLabel(agreement, party)))],
      ['Hiệu lực', `${day(agreement.effectiveFrom)} đến ${day(agreement.effectiveTo)}`],
      ['Gia hạn từ', agreement.predecessor],
    ]),
  ];
}

/** What was asked for at the start. */
export function summary(agreement) {
  return facts([
    ['Lĩnh vực hợp tác', list(agreement.cooperationFields.map((field) => field.name))],
    ['Căn cứ pháp lý', list(lines(agreement.legalBasis))],
  ]);
}

/** The drafts, newest first, to be saved. */
export function versions(agreement) {
  if (!agreement.rounds.length) {
    return null;
  }
  return table(
    'Các phiên bản dự thảo',
    ['Phiên bản', 'Tệp', 'Người gửi', 'Thời điểm', 'Ghi chú'],
    newestFirst(agreement.rounds).map(({ draft }) => [
      String(draft.version),
      download(draft.document, fileName(agreement, draft.document)),
      draft.authorName,
      moment(draft.submittedAt),
      draft.note || '',
    ])
  );
}

/** What the parties said about the newest version: those who want changes first. */
export function lastRound(agreement) {
  const [round] = newestFirst(agreement.rounds);
  return round ? opinions(round) : null;
}

/** The rounds before the newest, folded. */
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

/** The file the next signature continues: what the party before signed, else the approved version. */
export function fileToSign(agreement) {
  const [{ draft }] = newestFirst(agreement.rounds);
  const signed = agreement.signatures[agreement.signatures.length - 1];
  const id = (signed || draft).document;
  return { id, fileName: fileName(agreement, id), signed: Boolean(signed) };
}

/** Who signed, when and how, and whose turn it is. */
export function signatures(agreement) {
  const next = agreement.signatures.length;
  return table(
    'Chữ ký của các bên',
    ['Bên', 'Người ký', 'Thời điểm', 'Cách ký', 'Tệp đã ký'],
    agreement.parties.map((party, index) => {
      const signature = agreement.signatures[index];
      return signature
        ? [
            party.name,
            signature.signerName,
            moment(signature.signedAt),
            signature.byHand ? 'Ký tay, bản quét' : 'Ký tiếp trên PDF',
            download(signature.document, fileName(agreement, signature.document)),
          ]
        : [party.name, index === next ? 'Đến lượt ký' : 'Chưa đến lượt', '', '', ''];
    })
  );
}

function opinions({ reviews, approvals }) {
  const given = [
    ...approvals.map((opinion) => ({ opinion, stage: STAGES.approvals })),
    ...reviews.map((opinion) => ({ opinion, stage: STAGES.reviews })),
  ].sort(
    (one, other) =>
      one.opinion.positive - other.opinion.positive || other.opinion.givenAt.localeCompare(one.opinion.givenAt)
  );
  return element(
    'ul',
    { class: 'list-unstyled' },
    given.map(({ opinion, stage }) =>
      element(
        'li',
        { class: opinion.positive ? 'lk-opinion' : 'lk-opinion lk-negative' },
        element('strong', {}, opinion.partyName),
        ' ',
        element(
          'span',
          { class: opinion.positive ? 'label label-success' : 'label label-danger' },
          opinion.positive ? stage.positive : stage.negative
        ),
        opinion.comment && element('p', { class: 'lk-comment' }, opinion.comment),
        element('p', { class: 'lk-meta' }, `${stage.name}, ${opinion.authorName}, ${moment(opinion.givenAt)}`)
      )
    )
  );
}

function partyLabel(agreement, party) {
  return party.organisation === agreement.leadOrganisation ? `${party.name} (chủ trì)` : party.name;
}

function fileName(agreement, documentId) {
  return agreement.documents.find((document) => document.id === documentId)?.fileName || 'Tải về';
}

function newestFirst(rounds) {
  return [...rounds].sort((one, other) => other.draft.version - one.draft.version);
}
