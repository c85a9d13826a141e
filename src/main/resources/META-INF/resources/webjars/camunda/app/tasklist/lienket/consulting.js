import * as cases from './case.js';
import { by, cited, dated, day, decimal, download, downloadFrom, element, facts, list, meta, money, multiline, spoken, table } from './dom.js';
import { taxCodeWarning } from './tax-code.js';
import { WORDS } from './words.js';
export { clockStops, supplement } from './case.js';
export { taxCodeProblem, taxCodeWarning } from './tax-code.js';

/**
 * How a consulting case, as `GET /api/v1/consulting-cases/{code}` answers it, is shown in the forms of its tasks.
 *
 * @import { Content, Fact } from './dom.js'
 */

const NO_RULE = 'chưa có quy định';
const STAGES = { BEFORE: 'trước hỗ trợ', AFTER: 'sau hỗ trợ' };
const ANSWERS = { agree: cases.AGREED, changes: cases.CHANGES, decline: cases.negative('Không chọn lộ trình') };
const SUPPORT = { grant: 'Hỗ trợ', refuse: 'Từ chối hỗ trợ', none: 'Không có khoản hỗ trợ' };
const DOCUMENTS = {
  roadmap: 'Lộ trình',
  evidence: WORDS.evidence,
  decision: 'Kết quả xét hỗ trợ',
  report: 'Báo cáo',
  supplement: 'Doanh nghiệp gửi',
};

/**
 * Code, title, state, and who it is about and with.
 *
 * @param {Api.Consulting} consulting
 */
export function header(consulting) {
  return cases.header(consulting, {
    about: `mã số thuế ${consulting.enterprise.taxCode}`,
    entries: [
      ['Quy mô', consulting.sizeName && [consulting.sizeName, meta(cited(consulting.sizeCitation, consulting.sizeVerification))]],
      ['Tư vấn', [consulting.consultantName, consulting.consultantOrganisationName].filter(Boolean).join(', ')],
      ['Hồ sơ khác của doanh nghiệp', consulting.otherCases.join(', ')],
    ],
  });
}

/**
 * The enterprise as its case, or the registry, knows it.
 *
 * @param {Api.Enterprise} known
 */
export function enterprise(known) {
  const preferences = [
    known.womenOwned && 'do phụ nữ làm chủ',
    known.socialEnterprise && 'doanh nghiệp xã hội',
  ].filter(Boolean);
  return facts([
    ['Tên doanh nghiệp', known.enterpriseName],
    [WORDS.field, known.sectorName],
    ['Số lao động', `${decimal(known.employees)} người`],
    ['Doanh thu năm', money(known.revenue)],
    ['Tổng nguồn vốn', money(known.capital)],
    ['Diện ưu tiên', preferences.join('; ') || WORDS.no],
    ...reach(known),
  ]);
}

/**
 * What to look at before the enterprise is accepted.
 *
 * @param {Api.Enterprise} enterprise
 */
export function warning({ taxCode }) {
  const sentence = taxCodeWarning(taxCode);
  return sentence && element('p', { class: 'alert alert-warning' }, sentence);
}

/**
 * Whom to speak to.
 *
 * @param {Api.Enterprise} known
 */
export function contact(known) {
  return facts(reach(known));
}

/**
 * What the enterprise wants advice on.
 *
 * @param {Api.Consulting} consulting
 */
export function need(consulting) {
  return facts([
    ['Nhóm nhu cầu', consulting.needCategoryName],
    [WORDS.need, multiline(consulting.need)],
  ]);
}

/**
 * Who may be chosen, and what each is good at.
 *
 * @param {Api.Expert[]} people
 */
export function experts(people) {
  return table(
    'Chuyên gia của các bên trong kênh hợp tác',
    [WORDS.expert, 'Chuyên môn'],
    people.map((expert) => [
      [element('strong', {}, expert.name), meta(expert.organisationName), meta(expert.absent && 'Đang vắng mặt')],
      list(expert.skillNames),
    ])
  );
}

/**
 * The newest assessment: its level, the scores and their picture, which also has the one before.
 *
 * @param {Api.Consulting} consulting
 */
export function assessment(consulting) {
  const latest = consulting.assessments[consulting.assessments.length - 1];
  return (
    latest && [
      facts([
        [WORDS.level, latest.levelName ? [latest.levelName, meta(cited(latest.levelCitation, latest.levelVerification))] : NO_RULE],
        ['Điểm tổng hợp', `${decimal(latest.overall)}/100 (${STAGES[latest.stage]})`],
        ['Người đánh giá', by(latest.assessorName, latest.assessedAt)],
      ]),
      element(
        'div',
        { class: 'lk-beside' },
        table(
          'Điểm theo trụ cột',
          [WORDS.pillar, ['Điểm']],
          latest.pillars.map(({ name, score }) => [name, decimal(score)])
        ),
        radar(consulting, latest)
      ),
    ]
  );
}

/**
 * What the support has changed, per pillar and as a whole.
 *
 * @param {Api.Consulting} consulting
 */
export function gains(consulting) {
  const [before, after] = ['BEFORE', 'AFTER'].map((stage) => consulting.assessments.find((made) => made.stage === stage));
  return (
    before &&
    after && [
      facts([[WORDS.level, `${before.levelName || NO_RULE} → ${after.levelName || NO_RULE}`]]),
      element(
        'div',
        { class: 'lk-beside' },
        table(
          'Điểm trước và sau hỗ trợ',
          [WORDS.pillar, ['Trước'], ['Sau'], ['Tăng thêm']],
          consulting.gains.filter(({ id }) => id !== 'overall').map(gainRow),
          consulting.gains.filter(({ id }) => id === 'overall').flatMap(gainRow)
        ),
        radar(consulting, after)
      ),
    ]
  );
}

/**
 * The steps as planned.
 *
 * @param {Api.Consulting} consulting
 */
export function roadmap({ roadmapVersion, steps, totalCost }) {
  return (
    steps.length > 0 &&
    table(
      `Lộ trình, phiên bản ${roadmapVersion}`,
      [WORDS.step, 'Việc và giải pháp', [WORDS.plannedCost], [WORDS.workingDays]],
      steps.map((step) => [
        String(step.position + 1),
        [
          element('strong', {}, step.title),
          element('div', { class: 'lk-lines' }, step.solution),
          meta(`${step.pillarName} · ${step.supportKindName}`),
        ],
        money(step.cost),
        String(step.dueInWorkingDays),
      ]),
      ['', WORDS.total, money(totalCost), '']
    )
  );
}

/**
 * What one step is about.
 *
 * @param {Api.Step} step
 */
export function step({ title, solution, pillarName, cost, supportKindName }) {
  return facts([
    [WORDS.task, title],
    [WORDS.solution, multiline(solution)],
    [WORDS.pillar, pillarName],
    [WORDS.plannedCost, money(cost)],
    ['Hỗ trợ đề nghị', supportKindName],
  ]);
}

/**
 * The steps as carried out.
 *
 * @param {Api.Consulting} consulting
 */
export function results({ steps }) {
  return table(
    'Kết quả thực hiện lộ trình',
    [WORDS.step, 'Việc và kết quả', [WORDS.plannedCost], ['Chi phí thực tế']],
    steps.map((step) => [
      String(step.position + 1),
      [
        element('strong', {}, step.title),
        element('div', { class: 'lk-lines' }, step.result || 'chưa thực hiện'),
        step.evidenceDocumentId && download(step.evidenceDocumentId, WORDS.evidence),
        step.doneAt && meta(by(step.doneByName, step.doneAt)),
      ],
      money(step.cost),
      money(step.actualCost),
    ]),
    ['', WORDS.total, sum(steps, 'cost'), sum(steps, 'actualCost')]
  );
}

/**
 * What the enterprise answered to the versions of its roadmap, newest first.
 *
 * @param {Api.Consulting} consulting
 */
export function roadmapAnswers({ roadmapAnswers: answers }) {
  return cases.opinions(
    [...answers].reverse().map((answer) => ({
      ...ANSWERS[answer.decision],
      title: `${WORDS.version} ${answer.version}`,
      comment: answer.comment,
      small: by(answer.author === 'system' ? 'Doanh nghiệp tự trả lời' : `${answer.authorName} ghi nhận`, answer.givenAt),
    }))
  );
}

/**
 * What to ask `support-preview` about the roadmap of the case.
 *
 * @param {Api.Consulting} consulting
 */
export function costs({ steps }) {
  return { roadmapSteps: steps.map(({ supportKind, cost }) => ({ supportKind, cost })) };
}

/**
 * The calculation of support as `support-preview` answers it.
 *
 * @param {Api.SupportPreview} preview
 */
export function support(preview) {
  return preview.lines.length
    ? calculation('Mức hỗ trợ theo quy định, nếu quyết định hôm nay', preview.lines, preview.total)
    : element('p', {}, 'Lộ trình không có bước nào đề nghị hỗ trợ.');
}

/**
 * What is about to be granted, to be confirmed.
 *
 * @param {Api.Consulting} consulting
 * @param {Api.SupportPreview} preview
 */
export function granting({ caseCode, enterprise: { enterpriseName, taxCode } }, { total }) {
  const words = spoken(String(total));
  return [
    element(
      'p',
      {},
      'Bạn sắp quyết định hỗ trợ ',
      element('strong', {}, money(total), words && ` (${words})`),
      ' cho ',
      element('strong', {}, enterpriseName),
      ` (mã số thuế ${taxCode}), hồ sơ ${caseCode}.`
    ),
    element('p', {}, 'Số tiền được tính lại vào lúc quyết định. Văn thư vào sổ rồi doanh nghiệp nhận quyết định này.'),
  ];
}

/**
 * The decision on support, with what was granted.
 *
 * @param {Api.Consulting} consulting
 */
export function grants(consulting) {
  return (
    consulting.supportDecision && [
      facts([
        [WORDS.supportDecision, dated(SUPPORT[consulting.supportDecision], consulting.supportDecidedOn)],
        [WORDS.opinion, consulting.supportComment],
      ]),
      consulting.grants.length > 0 && calculation('Các khoản hỗ trợ', consulting.grants, consulting.totalGranted),
    ]
  );
}

/**
 * The paper that waits for its number: what it says, whom it goes to, and its draft.
 *
 * @param {Api.Consulting} consulting
 */
export function outcome({ caseCode, enterprise, closingNote, supportDecision, supportDecidedOn, totalGranted }) {
  return facts([
    ['Văn bản', closingNote ? 'Báo cáo kết quả tư vấn' : `${WORDS.supportDecision}: ${SUPPORT[supportDecision || 'none'].toLowerCase()}`],
    ['Ngày quyết định', day(supportDecidedOn)],
    ['Số tiền hỗ trợ', totalGranted > 0 && money(totalGranted)],
    ['Gửi đến', enterprise.enterpriseName],
    ...reach(enterprise),
    ['Dự thảo', downloadFrom(`/api/v1/consulting-cases/${encodeURIComponent(caseCode)}/outcome-draft`, 'Xem dự thảo (PDF)')],
  ]);
}

/**
 * The documents of the case, oldest first.
 *
 * @param {Api.Consulting} consulting
 */
export function documents(consulting) {
  return cases.documents(consulting, DOCUMENTS);
}

/**
 * @param {Api.Enterprise} enterprise
 * @returns {Fact[]}
 */
function reach({ contactName, contactEmail, contactPhone }) {
  return [
    ['Người liên hệ', contactName],
    ['Thư điện tử', contactEmail || element('em', {}, 'chưa có: doanh nghiệp không nhận được thư')],
    ['Điện thoại', contactPhone],
  ];
}

/**
 * @param {string} caption
 * @param {Api.SupportLine[]} lines
 * @param {number} total
 */
function calculation(caption, lines, total) {
  return table(
    caption,
    [WORDS.supportKind, 'Cách tính', ['Số tiền']],
    lines.map((line) => [line.supportKindName, reckoning(line), line.rate == null ? NO_RULE : money(line.amount)]),
    [WORDS.total, '', money(total)]
  );
}

/** @param {Api.SupportLine} line */
function reckoning({ rate, eligibleCost, cap, grantedBefore, citation, verification }) {
  const basis = meta(`${WORDS.basis}: ${cited(citation, verification)}`);
  if (!rate) {
    return [
      `Chi phí đề nghị hỗ trợ: ${money(eligibleCost)}`,
      rate === 0 && element('div', {}, 'Không thuộc diện được hỗ trợ khoản này'),
      citation && basis,
    ];
  }
  return [
    element('div', {}, `${decimal(rate * 100)} % × ${money(eligibleCost)}, không quá ${money(cap)} một năm`),
    element('div', {}, grantedBefore ? `Đã hỗ trợ trong năm: ${money(grantedBefore)}` : 'Chưa hỗ trợ lần nào trong năm'),
    basis,
  ];
}

/**
 * @param {Api.Consulting} consulting
 * @param {Api.MaturityAssessment} assessment
 */
function radar({ caseCode }, { pillars }) {
  const scores = pillars.map(({ name, score }) => `${name} ${decimal(score)}`).join('; ');
  return element('img', {
    class: 'lk-picture',
    src: `/api/v1/consulting-cases/${encodeURIComponent(caseCode)}/radar`,
    alt: `Biểu đồ điểm các trụ cột: ${scores}.`,
  });
}

/** @param {Api.Gain} gain */
function gainRow({ name, before, after, gain }) {
  return [name, decimal(before), decimal(after), `${gain > 0 ? '+' : ''}${decimal(gain)}`];
}

/**
 * @param {Api.Step[]} steps
 * @param {'cost' | 'actualCost'} name
 */
function sum(steps, name) {
  return money(steps.reduce((total, step) => total + (step[name] || 0), 0));
}
