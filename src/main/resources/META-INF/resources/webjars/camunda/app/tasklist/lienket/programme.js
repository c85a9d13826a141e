import * as cases from './case.js';
import { WORKING_DAYS, amount, by, dated, day, element, facts, meta, multiline, quantity, table } from './dom.js';
import { WORDS } from './words.js';
export { editable } from './programme-items.js';

/** How an activity of a work programme, as `GET /api/v1/activities/{code}` answers it, is shown in the forms of its tasks. */

const STATES = { planned: 'label-default', open: 'label-info', done: 'label-success', rework: 'label-warning' };

/**
 * Code, title, state, the agreement, who leads the activity with whom, and when.
 *
 * @param {Api.Activity} activity
 */
export function header(activity) {
  return cases.header(activity, {
    about: activity.programmeYear ? `chương trình năm ${activity.programmeYear}` : undefined,
    entries: [
      ['Thỏa thuận', cases.page(activity.agreementCode, `${activity.agreementTitle} (${activity.agreementCode})`)],
      [WORDS.field, activity.cooperationFieldName],
      ['Chủ trì', activity.leadOrganisationName],
      ['Phối hợp', activity.partnerOrganisationName],
      [WORDS.period, `${day(activity.startDate)} – ${day(activity.endDate)}`],
      ['Lý do kết thúc', multiline(activity.endReason)],
    ],
  });
}

/**
 * The work items as planned, with what the lead noted.
 *
 * @param {Api.Activity} activity
 */
export function plan({ planVersion, planNote, workItems }) {
  return [
    workItems.length > 0 &&
      table(
        planVersion ? `Các phần việc, kế hoạch phiên bản ${planVersion}` : 'Các phần việc dự kiến',
        [WORDS.number, 'Phần việc', WORDS.carryOut, [WORDS.workingDays]],
        workItems.map((item) => [
          String(item.position),
          element('strong', {}, item.title),
          [item.organisationName, meta(item.roleName)],
          String(item.dueInWorkingDays),
        ])
      ),
    planNote && facts([[WORDS.note, multiline(planNote)]]),
  ];
}

/**
 * What the partner said of the plans, of the newest version first.
 *
 * @param {Api.Activity} activity
 */
export function planOpinions({ planOpinions: given }) {
  return cases.opinions(
    [...given].reverse().map((opinion) => ({
      ...(opinion.positive ? cases.AGREED : cases.CHANGES),
      title: `${WORDS.version} ${opinion.version}`,
      comment: opinion.comment,
      small: by(opinion.authorName, opinion.givenAt),
    }))
  );
}

/**
 * What one work item is about.
 *
 * @param {Api.WorkItem} item
 */
export function workItem({ title, organisationName, roleName, dueInWorkingDays }) {
  return facts([
    [WORDS.toDo, title],
    [WORDS.carriedOutBy, `${roleName}, ${organisationName}`],
    ['Hạn thực hiện', amount(dueInWorkingDays, WORKING_DAYS)],
  ]);
}

/**
 * What a work item is called among the others.
 *
 * @param {Pick<Api.WorkItem, 'position' | 'title'>} item
 */
export function nameOf({ position, title }) {
  return `${position}. ${title}`;
}

/**
 * The work items as carried out: of each the newest result, and those before, folded.
 *
 * @param {Api.Activity} activity
 */
export function results(activity) {
  return table(
    'Kết quả các phần việc',
    [WORDS.number, 'Phần việc và kết quả', WORDS.standing],
    activity.workItems.map((item) => {
      const [latest, ...earlier] = rounds(item);
      return [
        String(item.position),
        [
          element('strong', {}, item.title),
          meta(`${item.organisationName}, ${item.roleName}`),
          latest ? result(activity, latest) : element('em', {}, 'chưa có kết quả'),
          earlier.length > 0 &&
            element(
              'details',
              { class: 'lk-round' },
              element('summary', {}, 'Kết quả các lần trước'),
              earlier.map((before) => result(activity, before))
            ),
        ],
        element('span', { class: `label ${STATES[item.state]}` }, item.stateName),
      ];
    })
  );
}

/**
 * What was reached in a work item so far, newest first; nothing before its first result.
 *
 * @param {Api.Activity} activity
 * @param {Api.WorkItem} item
 */
export function resultsOf(activity, item) {
  return rounds(item).map((each) => result(activity, each));
}

/**
 * How far the lead said the activity was, newest first.
 *
 * @param {Api.Activity} activity
 */
export function progress({ progress: reports }) {
  return (
    reports.length > 0 &&
    table(
      'Tiến độ đã báo cáo',
      ['Ngày', ['Tiến độ'], 'Tình hình', 'Người báo cáo'],
      newestFirst(reports, ({ on }) => on).map(({ percent, note, on, byName }) => [
        day(on),
        quantity(percent, '%'),
        multiline(note),
        byName,
      ])
    )
  );
}

/**
 * What the activity is measured by, its target and what it started from.
 *
 * @param {Api.Activity} activity
 */
export function target({ indicator: known }) {
  return [
    facts([
      ['Chỉ tiêu', known.name],
      ['Đơn vị tính', known.unit],
      ['Mục tiêu', [element('strong', {}, quantity(known.target, known.unit)), meta(known.directionName)]],
    ]),
    ...baseline(known),
  ];
}

/**
 * What an indicator starts from, where that figure comes from, and what doubt there is about it.
 *
 * @param {Api.Baseline} known
 */
export function baseline({ unit, baseline: value, baselineDate, baselineSource, baselineDoubt }) {
  const figure = quantity(value, unit);
  return [
    facts([
      ['Giá trị gốc', figure ? (baselineDate ? dated(figure, baselineDate) : figure) : 'chưa có số liệu gốc'],
      ['Nguồn', baselineSource],
    ]),
    baselineDoubt &&
      element('p', { class: 'alert alert-warning' }, element('strong', {}, 'Số liệu gốc còn nghi vấn: '), baselineDoubt),
  ];
}

/**
 * The indicator with its values, newest first; a value that was corrected is struck out.
 *
 * @param {Api.Activity} activity
 */
export function indicator(activity) {
  return [...target(activity), reached(activity.indicator), values(activity)];
}

/**
 * What the indicator was measured at so far.
 *
 * @param {Api.Activity} activity
 */
export function values(activity) {
  const { unit, values: series } = activity.indicator;
  return (
    series.length > 0 &&
    table(
      'Các lần ghi nhận',
      ['Ngày số liệu', ['Giá trị'], 'Người ghi nhận'],
      newestFirst(series, ({ date }) => date).map((each) => [
        day(each.date),
        element(each.replaced ? 'del' : 'span', {}, quantity(each.value, unit)),
        [
          by(each.byName, each.enteredAt),
          each.document && element('div', {}, cases.downloadOf(activity, each.document)),
          meta(each.replaced ? 'đã được sửa' : null),
          meta(each.reason && `Lý do sửa: ${each.reason}`),
        ],
      ])
    )
  );
}

/**
 * What the partner's leader said of the results, newest first.
 *
 * @param {Api.Activity} activity
 * @param {number} [position] of the only item to be told of
 */
export function confirmations({ confirmations: given, workItems }, position) {
  const shown = given.filter(({ reworkItems }) => position === undefined || reworkItems.includes(position));
  /** @type {(wanted: number) => string} */
  const named = (wanted) => workItems.filter((item) => item.position === wanted).map(nameOf)[0] || String(wanted);
  return cases.opinions(
    newestFirst(shown, ({ givenAt }) => givenAt).map((confirmation) => ({
      ...(confirmation.positive
        ? cases.positive('Xác nhận')
        : cases.negative(`Làm lại: ${confirmation.reworkItems.map(named).join('; ')}`)),
      title: cases.inRound(confirmation.round),
      comment: confirmation.comment,
      small: by(confirmation.authorName, confirmation.givenAt),
    }))
  );
}

/**
 * What the lead decided after the agreement had ended early, newest first.
 *
 * @param {Api.Activity} activity
 */
export function continuations({ continuations: given }) {
  return cases.opinions(
    newestFirst(given, ({ givenAt }) => givenAt).map(({ decision, reason, comment, authorName, givenAt }) => ({
      ...(decision === 'continue' ? cases.positive('Tiếp tục') : cases.negative('Dừng')),
      title: reason || 'Thỏa thuận kết thúc sớm',
      comment,
      small: by(authorName, givenAt),
    }))
  );
}

/** @param {Api.Indicator} indicator */
function reached({ reached: yes }) {
  return (
    yes !== null &&
    element(
      'p',
      {},
      element('span', { class: `label ${yes ? 'label-success' : 'label-danger'}` }, yes ? 'Đạt mục tiêu' : 'Chưa đạt mục tiêu')
    )
  );
}

/**
 * The results of an item, newest first.
 *
 * @param {Api.WorkItem} item
 * @returns {Api.WorkResult[]}
 */
function rounds({ results: given, result: latest, round, document, byName, doneAt }) {
  const told = latest && !given.some((each) => each.round === round) ? [{ round, result: latest, document, byName, at: doneAt }] : [];
  return [...given, ...told].sort((one, other) => other.round - one.round);
}

/**
 * @param {Api.Activity} activity
 * @param {Api.WorkResult} result
 */
function result(activity, { round, result: words, document, byName, at }) {
  return element(
    'div',
    {},
    multiline(words),
    document && element('div', {}, cases.downloadOf(activity, document)),
    meta(`${cases.inRound(round)}, ${by(byName, at)}`)
  );
}

/**
 * @template Each
 * @param {Each[]} given
 * @param {(each: Each) => string} time
 */
function newestFirst(given, time) {
  return [...given].reverse().sort((one, other) => time(other).localeCompare(time(one)));
}
