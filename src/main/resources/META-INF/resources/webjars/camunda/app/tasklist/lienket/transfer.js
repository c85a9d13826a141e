import * as cases from './case.js';
import { WORKING_DAYS, amount, by, cited, dated, day, element, facts, left, lines, list, meta, multiline, storedFile, table } from './dom.js';
import { detailsOf } from './transfer-items.js';
import { WORDS } from './words.js';
export { clockStops, supplement } from './case.js';
export { suggested, written } from './contract.js';
export { editable } from './transfer-items.js';

/** How a transfer request, as `GET /api/v1/transfer-requests/{code}` answers it, is shown in the forms of its tasks. */

const FEASIBILITY = { feasible: 'label-success', partly: 'label-warning', infeasible: 'label-danger' };
const DOCUMENTS = { attachment: WORDS.attachment, contract: 'Hợp đồng', delivery: 'Tài liệu chuyển giao' };

/**
 * Code, title, state and the parties.
 *
 * @param {Api.Transfer} transfer
 */
export function header(transfer) {
  return cases.header(transfer, {
    entries: [
      ['Bên yêu cầu', transfer.requestingOrganisationName],
      ['Bên cung cấp', transfer.providingOrganisationName],
      [WORDS.field, transfer.categoryName],
    ],
  });
}

/**
 * What is asked for, and what the law asks about it.
 *
 * @param {Api.Transfer} transfer
 */
export function request(transfer) {
  const circumstances = [
    transfer.usesStateBudget && 'sử dụng vốn nhà nước hoặc ngân sách nhà nước',
    transfer.foreignParty && 'có bên nước ngoài',
    transfer.existingCertificate && 'đã có giấy chứng nhận đăng ký kết quả nhiệm vụ khoa học và công nghệ',
  ].filter(Boolean);
  return facts([
    [WORDS.need, multiline(transfer.needDescription)],
    ['Ngày cần có', day(transfer.neededBy)],
    ['Xét đăng ký', circumstances.join('; ') || 'không thuộc trường hợp nào của Điều 31'],
    [WORDS.attachment, transfer.attachmentDocumentId && cases.downloadOf(transfer, transfer.attachmentDocumentId)],
  ]);
}

/**
 * Who assesses by which rule.
 *
 * @param {Api.Transfer} transfer
 */
export function route({ expertise, daysAllowed, routeCitation, routeVerification }) {
  return (
    expertise &&
    facts([
      ['Thời hạn đánh giá', amount(daysAllowed, WORKING_DAYS)],
      [WORDS.basis, cited(routeCitation, routeVerification)],
    ])
  );
}

/**
 * What the experts say, once all have said it.
 *
 * @param {Api.Transfer} transfer
 */
export function assessments({ assessments: given, assessmentsAwaited, feasibilityComment }) {
  if (assessmentsAwaited) {
    return element(
      'p',
      { class: 'alert alert-info' },
      `Còn ${assessmentsAwaited} ý kiến chưa có. Ý kiến của từng người chỉ hiện khi mọi người đã đánh giá.`
    );
  }
  return [
    cases.opinions(
      given.map((assessment) => ({
        title: assessment.expertName,
        label: FEASIBILITY[assessment.feasibility],
        word: assessment.feasibilityName,
        negative: assessment.feasibility === 'infeasible',
        comment: assessment.note,
        small: by(`${assessment.effortDays} ngày công`, assessment.givenAt),
      }))
    ),
    feasibilityComment && facts([['Lãnh đạo quyết định', multiline(feasibilityComment)]]),
  ];
}

/**
 * The items as planned.
 *
 * @param {Api.Transfer} transfer
 */
export function plan({ planVersion, items }) {
  return (
    items.length > 0 &&
    table(
      `Các nội dung chuyển giao, kế hoạch phiên bản ${planVersion}`,
      [WORDS.number, WORDS.item, [WORDS.workingDays]],
      items.map((item) => [
        String(item.number),
        [element('strong', {}, item.title), meta(item.kindName), details(item)],
        String(item.dueInWorkingDays),
      ])
    )
  );
}

/**
 * What one item is about.
 *
 * @param {Api.Item} planned
 */
export function item(planned) {
  return facts([
    [WORDS.item, planned.title],
    [WORDS.kind, planned.kindName],
    ...detailsOf(planned),
    [WORDS.term, amount(planned.dueInWorkingDays, WORKING_DAYS)],
  ]);
}

/**
 * The contract as it stands: its newest file, and what it says.
 *
 * @param {Api.Transfer} transfer
 */
export function contract(transfer) {
  const files = transfer.documents.filter(({ kind }) => kind === 'contract');
  const [newest] = files.sort((one, other) => other.version - one.version);
  return [
    facts([
      ['Số hợp đồng', transfer.contractNumber],
      ['Ngày hợp đồng', day(transfer.contractedOn)],
      ['Tệp mới nhất', newest && storedFile(newest.id, newest.fileName)],
    ]),
    clauses(transfer),
  ];
}

/**
 * What the contract still lacks.
 *
 * @param {Api.Transfer} transfer
 */
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

/**
 * What the parties said of the plan, of the newest version first.
 *
 * @param {Api.Transfer} transfer
 */
export function planOpinions({ planOpinions: given }) {
  return cases.opinions(
    [...given].reverse().map((opinion) => ({
      ...(opinion.positive ? cases.positive('Duyệt') : cases.CHANGES),
      title: `${opinion.partyName}, phiên bản ${opinion.version}`,
      comment: opinion.comment,
      small: by(opinion.authorName, opinion.givenAt),
    }))
  );
}

/**
 * Whether the contract must be registered, until when, and what came of it.
 *
 * @param {Api.Transfer} transfer
 */
export function registration(transfer) {
  const verification = transfer.registrationVerification;
  return [
    verification?.mark === 'R' &&
      element('p', { class: 'alert alert-warning' }, 'Kết quả là đề xuất, chưa kiểm chứng: hãy đối chiếu với quy định hiện hành.'),
    facts([
      ['Phải đăng ký', transfer.registrationCompulsory === null ? null : transfer.registrationCompulsory ? 'Có' : 'Không'],
      [WORDS.basis, cited(transfer.registrationCitation, verification)],
      ['Hạn nộp hồ sơ', transfer.registrationDue && [day(transfer.registrationDue), !transfer.registeredOn && left(transfer.registrationDue)]],
      ['Giấy chứng nhận', transfer.registrationNumber && dated(transfer.registrationNumber, transfer.registeredOn)],
    ]),
  ];
}

/**
 * What an item is called among the others.
 *
 * @param {Pick<Api.Item, 'number' | 'title'>} planned
 */
export function nameOf({ number, title }) {
  return `${number}. ${title}`;
}

/**
 * What the current round has to accept.
 *
 * @param {Api.Transfer} transfer
 */
export function toAccept({ items }) {
  return items.filter(({ accepted }) => !accepted);
}

/**
 * What was delivered of these items in the newest round of each.
 *
 * @param {Api.Transfer} transfer
 * @param {Api.Item[]} items
 */
export function deliveries(transfer, items) {
  return table(
    'Các nội dung đã chuyển giao',
    [WORDS.number, 'Nội dung và kết quả'],
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

/**
 * What the requester said of the rounds, newest first.
 *
 * @param {Api.Transfer} transfer
 * @param {number} [position] of the only item to be told of
 */
export function acceptances({ acceptances: given, items }, position) {
  const shown = given.filter(({ defects }) => position === undefined || defects.includes(position));
  return cases.opinions(
    [...shown].reverse().map((acceptance) => ({
      ...(acceptance.positive
        ? cases.positive('Đạt')
        : cases.negative(`Chưa đạt: ${acceptance.defects.map((defect) => nameOf(items[defect])).join('; ')}`)),
      title: cases.inRound(acceptance.round),
      comment: acceptance.comment,
      small: by(acceptance.authorName, acceptance.givenAt),
    }))
  );
}

/**
 * The documents of the case, oldest first.
 *
 * @param {Api.Transfer} transfer
 */
export function documents(transfer) {
  return cases.documents(transfer, DOCUMENTS);
}

/** @param {Api.Transfer} transfer */
function clauses({ clauses: agreed }) {
  return agreed.length > 0 && facts(agreed.map((clause) => [clause.name, multiline(clause.text)]));
}

/**
 * @param {Api.Transfer} transfer
 * @param {Api.Delivery} delivery
 */
function delivery(transfer, { note, document, attendees, expertName, deliveredAt, round }) {
  const people = lines(attendees);
  return element(
    'div',
    {},
    multiline(note),
    people.length > 0 && element('div', {}, 'Người tham dự:', list(people)),
    document && element('div', {}, cases.downloadOf(transfer, document)),
    meta(`${cases.inRound(round)}, ${by(expertName, deliveredAt)}`)
  );
}

/** @param {Api.Item} planned */
function details(planned) {
  const known = detailsOf(planned);
  return known.length > 0 && facts(known);
}
