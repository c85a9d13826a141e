import { caseLink, cited, day, download, element, facts, lines, list, meta, moment, table, today } from './dom.js';
export { clockStops } from './clock.js';
export { suggested, written } from './contract.js';
export { editable } from './transfer-items.js';

/** How a transfer request, as `GET /api/v1/transfer-requests/{code}` answers it, is shown in the forms of its tasks. */

const FEASIBILITY = { feasible: 'label-success', partly: 'label-warning', infeasible: 'label-danger' };
const DOCUMENTS = { attachment: 'Tài liệu kèm theo', contract: 'Hợp đồng', delivery: 'Tài liệu chuyển giao' };
const DETAILS = [
  ['person', 'Chuyên gia'],
  ['startsOn', 'Ngày bắt đầu', day],
  ['endsOn', 'Ngày kết thúc', day],
  ['place', 'Địa điểm'],
  ['people', 'Số người', String],
  ['systemName', 'Hệ thống'],
  ['acceptanceTest', 'Kiểm thử', (text) => element('span', { class: 'lk-lines' }, text)],
  ['softwareName', 'Phần mềm'],
  ['softwareVersion', 'Phiên bản'],
  ['licence', 'Giấy phép'],
  ['sourceDelivered', 'Mã nguồn', (delivered) => (delivered ? 'bàn giao' : 'không bàn giao')],
];
const DAY = 24 * 60 * 60 * 1000;

/** Code, title, state and the parties. */
export function header(transfer) {
  return [
    element('h4', { class: 'lk-title' }, transfer.title),
    element(
      'p',
      {},
      caseLink(transfer.caseCode),
      ' · ',
      element('span', { class: 'label label-default' }, transfer.stateName)
    ),
    facts([
      ['Bên yêu cầu', transfer.requestingOrganisationName],
      ['Bên cung cấp', transfer.providingOrganisationName],
      ['Lĩnh vực', transfer.categoryName],
      ['Trạng thái hồ sơ', transfer.caseStatusName],
    ]),
  ];
}

/** What is asked for, and what the law asks about it. */
export function request(transfer) {
  const circumstances = [
    transfer.usesStateBudget && 'sử dụng vốn nhà nước hoặc ngân sách nhà nước',
    transfer.foreignParty && 'có bên nước ngoài',
    transfer.existingCertificate && 'đã có giấy chứng nhận đăng ký kết quả nhiệm vụ khoa học và công nghệ',
  ].filter(Boolean);
  return facts([
    ['Nhu cầu', text(transfer.needDescription)],
    ['Ngày cần có', day(transfer.neededBy)],
    ['Xét đăng ký', circumstances.join('; ') || 'không thuộc trường hợp nào của Điều 31'],
    ['Tài liệu kèm theo', transfer.attachmentDocumentId && download(transfer.attachmentDocumentId, fileName(transfer, transfer.attachmentDocumentId))],
  ]);
}

/** Who assesses by which rule. */
export function route({ expertise, daysAllowed, routeCitation, routeVerification }) {
  return (
    expertise &&
    facts([
      ['Thời hạn đánh giá', `${daysAllowed} ngày làm việc`],
      ['Căn cứ', cited(routeCitation, routeVerification)],
    ])
  );
}

/** What the experts say, once all have said it. */
export function assessments({ assessments: given, assessmentsAwaited, feasibilityComment }) {
  if (assessmentsAwaited) {
    return element(
      'p',
      { class: 'alert alert-info' },
      `Còn ${assessmentsAwaited} ý kiến chưa có. Ý kiến của từng người chỉ hiện khi mọi người đã đánh giá.`
    );
  }
  return [
    opinions(
      given.map((assessment) => ({
        title: assessment.expertName,
        label: FEASIBILITY[assessment.feasibility],
        word: assessment.feasibilityName,
        negative: assessment.feasibility === 'infeasible',
        comment: assessment.note,
        small: `${assessment.effortDays} ngày công, ${moment(assessment.givenAt)}`,
      }))
    ),
    feasibilityComment && facts([['Lãnh đạo quyết định', text(feasibilityComment)]]),
  ];
}

/** The items as planned. */
export function plan({ planVersion, items }) {
  return (
    items.length > 0 &&
    table(
      `Các nội dung chuyển giao, kế hoạch phiên bản ${planVersion}`,
      ['Số', 'Nội dung', ['Ngày làm việc']],
      items.map((item) => [
        String(item.number),
        [element('strong', {}, item.title), meta(item.kindName), details(item)],
        String(item.dueInWorkingDays),
      ])
    )
  );
}

/** What one item is about. */
export function item({ kindName, title, dueInWorkingDays, details: known }) {
  return facts([
    ['Nội dung', title],
    ['Loại', kindName],
    ...detailFacts(known),
    ['Thời hạn', `${dueInWorkingDays} ngày làm việc`],
  ]);
}

/** The contract as it stands: its newest file, and what it says. */
export function contract(transfer) {
  const files = transfer.documents.filter(({ kind }) => kind === 'contract');
  const [newest] = files.sort((one, other) => other.version - one.version);
  return [
    facts([
      ['Số hợp đồng', transfer.contractNumber],
      ['Ngày hợp đồng', day(transfer.contractedOn)],
      ['Tệp mới nhất', newest && download(newest.id, newest.fileName)],
    ]),
    clauses(transfer),
  ];
}

/** What the contract still lacks. */
export function missing({ missingClauses }) {
  return (
    missingClauses.length > 0 &&
    element(
      'div',
      { class: 'alert alert-danger' },
      element('p', {}, element('strong', {}, 'Hợp đồng thiếu điều khoản bắt buộc, chưa duyệt được:')),
      list(missingClauses),
      element('p', {}, 'Hãy yêu cầu sửa kế hoạch.')
    )
  );
}

/** What the parties said of the plan, of the newest version first. */
export function planOpinions({ planOpinions: given }) {
  return (
    given.length > 0 &&
    opinions(
      [...given].reverse().map((opinion) => ({
        title: `${opinion.partyName}, phiên bản ${opinion.version}`,
        label: opinion.positive ? 'label-success' : 'label-warning',
        word: opinion.positive ? 'Duyệt' : 'Yêu cầu sửa',
        negative: !opinion.positive,
        comment: opinion.comment,
        small: `${opinion.authorName}, ${moment(opinion.givenAt)}`,
      }))
    )
  );
}

/** Whether the contract must be registered, until when, and what came of it. */
export function registration(transfer) {
  const verification = transfer.registrationVerification;
  return [
    verification?.mark === 'R' &&
      element('p', { class: 'alert alert-warning' }, 'Kết quả là đề xuất, chưa kiểm chứng: hãy đối chiếu với quy định hiện hành.'),
    facts([
      ['Phải đăng ký', { true: 'Có', false: 'Không' }[transfer.registrationCompulsory]],
      ['Căn cứ', cited(transfer.registrationCitation, verification)],
      ['Hạn nộp hồ sơ', transfer.registrationDue && [day(transfer.registrationDue), !transfer.registeredOn && left(transfer.registrationDue)]],
      ['Giấy chứng nhận', transfer.registrationNumber && `${transfer.registrationNumber}, ngày ${day(transfer.registeredOn)}`],
    ]),
  ];
}

/** What the current round has to accept. */
export function toAccept({ items }) {
  return items.filter(({ accepted }) => !accepted);
}

/** What was delivered of these items in the newest round of each. */
export function deliveries(transfer, items) {
  return table(
    'Các nội dung đã chuyển giao',
    ['Số', 'Nội dung và kết quả'],
    items.map((planned) => {
      const made = transfer.deliveries.filter(({ item: position }) => position === planned.position);
      const [latest] = made.sort((one, other) => other.round - one.round);
      return [
        String(planned.number),
        [
          element('strong', {}, planned.title),
          meta(planned.kindName),
          latest ? delivery(transfer, latest) : element('em', {}, 'chưa chuyển giao'),
        ],
      ];
    })
  );
}

/** What the requester said of the rounds, newest first; only of one item if it is named by its position. */
export function acceptances({ acceptances: given, items }, position) {
  const shown = given.filter(({ defects }) => position === undefined || defects.includes(position));
  return (
    shown.length > 0 &&
    opinions(
      [...shown].reverse().map((acceptance) => ({
        title: `Lần ${acceptance.round}`,
        label: acceptance.positive ? 'label-success' : 'label-danger',
        word: acceptance.positive
          ? 'Đạt'
          : `Chưa đạt: ${acceptance.defects.map((defect) => `${items[defect].number}. ${items[defect].title}`).join('; ')}`,
        negative: !acceptance.positive,
        comment: acceptance.comment,
        small: `${acceptance.authorName}, ${moment(acceptance.givenAt)}`,
      }))
    )
  );
}

/** The documents of the case, oldest first. */
export function documents({ documents: stored }) {
  return (
    stored.length > 0 &&
    facts([
      [
        'Tài liệu',
        list(stored.map(({ id, kind, version, fileName: name }) => download(id, `${DOCUMENTS[kind] || kind} ${version}: ${name}`))),
      ],
    ])
  );
}

function clauses({ clauses: agreed }) {
  return agreed.length > 0 && facts(agreed.map((clause) => [clause.name, text(clause.text)]));
}

function delivery(transfer, { note, document, attendees, expertName, deliveredAt, round }) {
  const people = lines(attendees);
  return element(
    'div',
    {},
    text(note),
    people.length > 0 && element('div', {}, 'Người tham dự:', list(people)),
    document && element('div', {}, download(document, fileName(transfer, document))),
    meta(`Lần ${round}, ${expertName}, ${moment(deliveredAt)}`)
  );
}

function details({ details: known }) {
  const given = detailFacts(known);
  return given.length > 0 && facts(given);
}

function detailFacts(known) {
  return DETAILS.filter(([name]) => known?.[name] != null).map(([name, label, show]) => [label, show ? show(known[name]) : known[name]]);
}

/** Opinions as boxes: `{title, label, word, negative, comment, small}`. */
function opinions(given) {
  return element(
    'ul',
    { class: 'list-unstyled' },
    given.map(({ title, label, word, negative, comment, small }) =>
      element(
        'li',
        { class: negative ? 'lk-opinion lk-negative' : 'lk-opinion' },
        element('strong', {}, `${title} `),
        element('span', { class: `label ${label}` }, word),
        comment && element('p', { class: 'lk-comment' }, comment),
        meta(small)
      )
    )
  );
}

function left(due) {
  const days = Math.round((Date.parse(due) - Date.parse(today())) / DAY);
  return meta(days < 0 ? `quá hạn ${-days} ngày` : `còn ${days} ngày`);
}

function fileName({ documents: stored }, documentId) {
  return stored.find(({ id }) => id === documentId)?.fileName || 'Tải về';
}

function text(words) {
  return words && element('span', { class: 'lk-lines' }, words);
}
