import { caseLink, cited, day, decimal, download, element, facts, list, meta, moment, money, table } from './dom.js';
import { taxCodeWarning } from './tax-code.js';
export { clockStops } from './clock.js';
export { taxCodeProblem, taxCodeWarning } from './tax-code.js';

/** How a consulting case, as `GET /api/v1/consulting-cases/{code}` answers it, is shown in the forms of its tasks. */

const NO_RULE = 'chưa có quy định';
const STAGES = { BEFORE: 'trước hỗ trợ', AFTER: 'sau hỗ trợ' };
const ANSWERS = {
  agree: { name: 'Đồng ý', label: 'label-success' },
  changes: { name: 'Yêu cầu sửa', label: 'label-warning', negative: true },
  decline: { name: 'Không chọn lộ trình', label: 'label-danger', negative: true },
};
const SUPPORT = { grant: 'Hỗ trợ', refuse: 'Từ chối hỗ trợ', none: 'Không có khoản hỗ trợ' };
const DOCUMENTS = { roadmap: 'Lộ trình', evidence: 'Minh chứng', report: 'Báo cáo' };

/** Code, title, state, and who it is about and with. */
export function header(consulting) {
  return [
    element('h4', { class: 'lk-title' }, consulting.title),
    element(
      'p',
      {},
      caseLink(consulting.caseCode),
      ` · mã số thuế ${consulting.enterprise.taxCode} · `,
      element('span', { class: 'label label-default' }, consulting.stateName)
    ),
    facts([
      ['Quy mô', consulting.sizeName && [consulting.sizeName, meta(cited(consulting.sizeCitation, consulting.sizeVerification))]],
      ['Trạng thái hồ sơ', consulting.caseStatusName],
      ['Tư vấn', [consulting.consultantName, consulting.consultantOrganisationName].filter(Boolean).join(', ')],
      ['Hồ sơ khác của doanh nghiệp', consulting.otherCases.join(', ')],
    ]),
  ];
}

/** The enterprise as its case, or the registry, knows it. */
export function enterprise(known) {
  const preferences = [
    known.womenOwned && 'do phụ nữ làm chủ',
    known.socialEnterprise && 'doanh nghiệp xã hội',
  ].filter(Boolean);
  return facts([
    ['Tên doanh nghiệp', known.enterpriseName],
    ['Lĩnh vực', known.sectorName],
    ['Số lao động', `${decimal(known.employees)} người`],
    ['Doanh thu năm', money(known.revenue)],
    ['Tổng nguồn vốn', money(known.capital)],
    ['Diện ưu tiên', preferences.join('; ') || 'không'],
    ...reach(known),
  ]);
}

/** What to look at before the enterprise is accepted. */
export function warning({ taxCode }) {
  const sentence = taxCodeWarning(taxCode);
  return sentence && element('p', { class: 'alert alert-warning' }, sentence);
}

/** Whom to speak to. */
export function contact(known) {
  return facts(reach(known));
}

/** What the enterprise wants advice on. */
export function need(consulting) {
  return facts([
    ['Nhóm nhu cầu', consulting.needCategoryName],
    ['Nhu cầu', element('span', { class: 'lk-lines' }, consulting.need)],
  ]);
}

/** Who may be chosen, and what each is good at: `skills` names the codes, `[{code, name}]`. */
export function experts(people, skills) {
  return table(
    'Chuyên gia của các bên trong kênh hợp tác',
    ['Chuyên gia', 'Chuyên môn'],
    people.map((expert) => [
      [element('strong', {}, expert.name), meta(expert.organisationName), meta(expert.absent && 'Đang vắng mặt')],
      list(expert.skills.map((skill) => skills.find(({ code }) => code === skill)?.name || skill)),
    ])
  );
}

/** The newest assessment: its level, the scores and their picture, which also has the one before. */
export function assessment(consulting) {
  const latest = consulting.assessments[consulting.assessments.length - 1];
  return (
    latest && [
      facts([
        ['Mức độ', latest.levelName ? [latest.levelName, meta(cited(latest.levelCitation, latest.levelVerification))] : NO_RULE],
        ['Điểm tổng hợp', `${decimal(latest.overall)}/100 (${STAGES[latest.stage]})`],
        ['Người đánh giá', `${latest.assessorName}, ${moment(latest.assessedAt)}`],
      ]),
      element(
        'div',
        { class: 'lk-beside' },
        table(
          'Điểm theo trụ cột',
          ['Trụ cột', ['Điểm']],
          latest.pillars.map(({ name, score }) => [name, decimal(score)])
        ),
        radar(consulting, latest)
      ),
    ]
  );
}

/** What the support has changed, per pillar and as a whole. */
export function gains(consulting) {
  const [before, after] = ['BEFORE', 'AFTER'].map((stage) => consulting.assessments.find((made) => made.stage === stage));
  return (
    after && [
      facts([['Mức độ', `${before.levelName || NO_RULE} → ${after.levelName || NO_RULE}`]]),
      element(
        'div',
        { class: 'lk-beside' },
        table(
          'Điểm trước và sau hỗ trợ',
          ['Trụ cột', ['Trước'], ['Sau'], ['Tăng thêm']],
          consulting.gains.filter(({ id }) => id !== 'overall').map(gainRow),
          consulting.gains.filter(({ id }) => id === 'overall').flatMap(gainRow)
        ),
        radar(consulting, after)
      ),
    ]
  );
}

/** The steps as planned. */
export function roadmap({ roadmapVersion, steps, totalCost }) {
  return (
    steps.length > 0 &&
    table(
      `Lộ trình, phiên bản ${roadmapVersion}`,
      ['Bước', 'Việc và giải pháp', ['Chi phí dự kiến'], ['Ngày làm việc']],
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
      ['', 'Tổng cộng', money(totalCost), '']
    )
  );
}

/** What one step is about. */
export function step({ title, solution, pillarName, cost, supportKindName }) {
  return facts([
    ['Việc', title],
    ['Giải pháp', element('span', { class: 'lk-lines' }, solution)],
    ['Trụ cột', pillarName],
    ['Chi phí dự kiến', money(cost)],
    ['Hỗ trợ đề nghị', supportKindName],
  ]);
}

/** The steps as carried out. */
export function results({ steps }) {
  return table(
    'Kết quả thực hiện lộ trình',
    ['Bước', 'Việc và kết quả', ['Chi phí dự kiến'], ['Chi phí thực tế']],
    steps.map((step) => [
      String(step.position + 1),
      [
        element('strong', {}, step.title),
        element('div', { class: 'lk-lines' }, step.result || 'chưa thực hiện'),
        step.evidenceDocumentId && download(step.evidenceDocumentId, 'Minh chứng'),
        step.doneAt && meta(`${step.doneByName}, ${moment(step.doneAt)}`),
      ],
      money(step.cost),
      money(step.actualCost),
    ]),
    ['', 'Tổng cộng', sum(steps, 'cost'), sum(steps, 'actualCost')]
  );
}

/** What the enterprise answered to the versions of its roadmap, newest first. */
export function roadmapAnswers({ roadmapAnswers: answers }) {
  return (
    answers.length > 0 &&
    element(
      'ul',
      { class: 'list-unstyled' },
      [...answers].reverse().map((answer) => {
        const { name, label, negative } = ANSWERS[answer.decision];
        return element(
          'li',
          { class: negative ? 'lk-opinion lk-negative' : 'lk-opinion' },
          element('strong', {}, `Phiên bản ${answer.version} `),
          element('span', { class: `label ${label}` }, name),
          answer.comment && element('p', { class: 'lk-comment' }, answer.comment),
          meta(
            answer.author === 'system'
              ? `Doanh nghiệp tự trả lời, ${moment(answer.givenAt)}`
              : `${answer.authorName} ghi nhận, ${moment(answer.givenAt)}`
          )
        );
      })
    )
  );
}

/** What to ask `support-preview` about the roadmap of the case. */
export function costs({ steps }) {
  return { roadmapSteps: steps.map(({ supportKind, cost }) => ({ supportKind, cost })) };
}

/** The calculation of support as `support-preview` answers it. */
export function support(preview) {
  return preview.lines.length
    ? calculation('Mức hỗ trợ theo quy định, nếu quyết định hôm nay', preview.lines, preview.total)
    : element('p', {}, 'Lộ trình không có bước nào đề nghị hỗ trợ.');
}

/** The decision on support, with what was granted. */
export function grants(consulting) {
  return (
    consulting.supportDecision && [
      facts([
        ['Quyết định hỗ trợ', `${SUPPORT[consulting.supportDecision]}, ngày ${day(consulting.supportDecidedOn)}`],
        ['Ý kiến', consulting.supportComment],
      ]),
      consulting.grants.length > 0 && calculation('Các khoản hỗ trợ', consulting.grants, consulting.totalGranted),
    ]
  );
}

/** The documents of the case, oldest first. */
export function documents({ documents: stored }) {
  return (
    stored.length > 0 &&
    facts([
      [
        'Tài liệu',
        list(stored.map(({ id, kind, version, fileName }) => download(id, `${DOCUMENTS[kind] || kind} ${version}: ${fileName}`))),
      ],
    ])
  );
}

function reach({ contactName, contactEmail, contactPhone }) {
  return [
    ['Người liên hệ', contactName],
    ['Thư điện tử', contactEmail || element('em', {}, 'chưa có: doanh nghiệp không nhận được thư')],
    ['Điện thoại', contactPhone],
  ];
}

function calculation(caption, lines, total) {
  return table(
    caption,
    ['Loại hỗ trợ', 'Cách tính', ['Số tiền']],
    lines.map((line) => [line.supportKindName, reckoning(line), line.rate == null ? NO_RULE : money(line.amount)]),
    ['Tổng cộng', '', money(total)]
  );
}

function reckoning({ rate, eligibleCost, cap, grantedBefore, citation, verification }) {
  if (!rate) {
    return [
      `Chi phí đề nghị hỗ trợ: ${money(eligibleCost)}`,
      rate === 0 && element('div', {}, 'Không thuộc diện được hỗ trợ khoản này'),
      citation && meta(`Căn cứ: ${cited(citation, verification)}`),
    ];
  }
  return [
    element('div', {}, `${decimal(rate * 100)} % × ${money(eligibleCost)}, không quá ${money(cap)} một năm`),
    element('div', {}, grantedBefore ? `Đã hỗ trợ trong năm: ${money(grantedBefore)}` : 'Chưa hỗ trợ lần nào trong năm'),
    meta(`Căn cứ: ${cited(citation, verification)}`),
  ];
}

function radar({ caseCode }, { pillars }) {
  const scores = pillars.map(({ name, score }) => `${name} ${decimal(score)}`).join('; ');
  return element('img', {
    class: 'lk-picture',
    src: `/api/v1/consulting-cases/${encodeURIComponent(caseCode)}/radar`,
    alt: `Biểu đồ điểm các trụ cột: ${scores}.`,
  });
}

function gainRow({ name, before, after, gain }) {
  return [name, decimal(before), decimal(after), `${gain > 0 ? '+' : ''}${decimal(gain)}`];
}

function sum(steps, name) {
  return money(steps.reduce((total, step) => total + (step[name] || 0), 0));
}
