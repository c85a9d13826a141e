import { day, dayOf, decimal, element, meta, moment, table, whole, WORKING_DAYS } from './dom.js';
import { address, search } from './query.js';
import { WORDS } from './words.js';

/**
 * What the panels of the first page show. Every number that is made of tasks leads to them.
 *
 * @typedef {import('./dom.js').Content} Content
 * @typedef {{open: number, late: number, paused: number}} Counts
 */

/** One colour, one kind of dashes and one sign for each line, so that colour alone tells nothing. */
const LINES = [
  { borderColor: '#0b5cad', borderDash: [], pointStyle: 'circle' },
  { borderColor: '#2b6b1f', borderDash: [8, 4], pointStyle: 'triangle' },
  { borderColor: '#a3261e', borderDash: [2, 3], pointStyle: 'rectRot' },
];
const RADIUS = 5;
const NOBODY = 'Chưa rõ đơn vị';
const SERIES = ['Đã nhận', 'Đã kết thúc', 'Trong đó trễ hạn'];

/**
 * The address of the tasks that a number counts.
 *
 * @param {Record<string, string | null | undefined>} filter what is empty is left out
 */
export function tasksAt(filter) {
  return address('late', filter);
}

/**
 * @param {Api.WorkOverview} work
 * @param {string} channel id, or empty for all
 */
export function tiles(work, channel) {
  const { openTasks, dueThisWeek, late, lateInside, paused, judged, onTime, target } = work;
  const stopped = paused.reduce((sum, { cases }) => sum + cases, 0);
  const rate = judged ? (100 * onTime) / judged : null;
  return element(
    'div',
    {},
    element(
      'dl',
      { class: 'lk-tiles' },
      tile(WORDS.openTasks, linked(openTasks, tasksAt({ state: 'open', channel })), `trong ${whole(work.openCases)} hồ sơ đang xử lý`),
      tile('Đến hạn trong tuần', linked(dueThisWeek, tasksAt({ state: 'due', channel })), `từ bây giờ đến hết Chủ nhật ${day(work.weekEnds)}`),
      tile(WORDS.overdue, linked(late, tasksAt({ state: 'late', channel })), whoseLate(late, lateInside, work)),
      tile(
        'Hồ sơ tạm dừng',
        linked(stopped, `/cases${search({ state: 'paused', channel })}`),
        stopped > 0 && paused.map(({ status, statusName, cases }) => element('span', {}, `${status}. ${statusName}: ${whole(cases)}`))
      ),
      tile('Kẹt vì lỗi', linked(work.stuck, '#/lienket/stuck'), work.stuck ? 'lỗi kỹ thuật chưa được xử lý' : 'không có lỗi kỹ thuật nào'),
      tile(
        'Hồ sơ kết thúc trong tháng',
        linked(work.finishedThisMonth, address('finished', { from: `${dayOf(work.at).slice(0, 8)}01`, channel })),
        `trong quý: ${whole(work.finishedThisQuarter)}`
      ),
      tile('Đúng hạn trong quý', rate === null ? '–' : `${decimal(rate)} %`, [
        element(
          'span',
          {},
          rate === null
            ? 'chưa có hồ sơ nào có kết quả trong quý'
            : `${whole(onTime)}/${whole(judged)} hồ sơ có kết quả; ${rate < target.percent ? 'chưa đạt' : 'đạt'} mục tiêu`
        ),
        element('span', {}, `Mục tiêu: ${target.percent} % (${target.citation})`),
      ])
    ),
    meta(`${work.part ? `Phần việc của ${work.organisationName}. ` : ''}Số liệu lúc ${moment(work.at)}.`)
  );
}

/**
 * @param {number} late
 * @param {number | null} inside
 * @param {Api.WorkOverview} work
 */
function whoseLate(late, inside, { part, organisationName }) {
  if (inside === null || part) {
    return 'việc quá hạn, đồng hồ hồ sơ đang chạy';
  }
  return [
    element('span', {}, `${organisationName}: ${whole(inside)}`),
    element('span', {}, `Đơn vị khác: ${whole(late - inside)}`),
  ];
}

/**
 * @param {string} name
 * @param {Content} value
 * @param {Content} explanation
 */
function tile(name, value, explanation) {
  return element('div', { class: 'lk-tile' }, element('dt', {}, name), element('dd', { class: 'lk-tile-value' }, value), explanation && element('dd', {}, explanation));
}

/**
 * @param {number} number
 * @param {string} href
 */
function linked(number, href) {
  return number ? element('a', { href }, whole(number)) : whole(number);
}

/**
 * Steps down, organisations across.
 *
 * @param {Api.StepWork[]} steps ordered by process and step
 * @param {string} channel
 */
export function matrix(steps, channel) {
  if (!steps.length) {
    return element('p', {}, 'Chưa có việc nào đang mở.');
  }
  const organisations = [...new Map(steps.map((each) => [each.organisation, each.organisationName || NOBODY]))].sort(([, one], [, other]) =>
    one.localeCompare(other, 'vi')
  );
  /** @type {(rows: Api.StepWork[], name: string, filter: Record<string, string>) => HTMLTableCellElement[]} */
  const cells = (rows, name, filter) => [
    ...organisations.map(([id, organisation]) =>
      cell(sum(rows.filter((each) => each.organisation === id)), id === null ? null : { ...filter, organisation: id }, `${name}, ${organisation}`)
    ),
    cell(sum(rows), filter, name),
  ];
  return element(
    'div',
    { class: 'lk-scroll', tabindex: 0, role: 'region', 'aria-label': 'Bảng việc đang mở' },
    element(
      'table',
      { class: 'table table-condensed lk-matrix' },
      element('caption', {}, 'Mỗi ô: số việc đang mở, trong đó quá hạn và tạm dừng. Bấm vào số để xem các việc.'),
      element(
        'thead',
        {},
        element('tr', {}, ['Quy trình, bước', ...organisations.map(([, name]) => name), WORDS.all].map((name) => element('th', { scope: 'col' }, name)))
      ),
      grouped(steps, ({ process }) => process).map((ofProcess) => {
        const [{ process, processName, kind }] = ofProcess;
        return element(
          'tbody',
          {},
          element(
            'tr',
            { class: 'lk-matrix-process' },
            element(
              'th',
              { scope: 'row' },
              processName,
              kind && [' ', element('a', { href: `/cases${search({ kind, state: 'late', channel })}`, 'aria-label': `Hồ sơ quá hạn: ${processName}` }, 'Hồ sơ quá hạn')]
            ),
            cells(ofProcess, processName, { process, channel })
          ),
          grouped(ofProcess, ({ step }) => step).map((ofStep) => {
            const [{ step, stepName }] = ofStep;
            return element('tr', {}, element('th', { scope: 'row' }, stepName), cells(ofStep, stepName, { process, step, channel }));
          })
        );
      })
    )
  );
}

/**
 * @param {Counts} counts
 * @param {Record<string, string> | null} filter null: what cannot be asked for
 * @param {string} of
 */
function cell({ open, late, paused }, filter, of) {
  /** @type {(number: number, word: string, state: string) => HTMLElement | false} */
  const part = (number, word, state) => {
    const text = `${whole(number)} ${word}`;
    return number > 0 && element('span', {}, filter ? element('a', { href: tasksAt({ ...filter, state }), 'aria-label': `${text}: ${of}` }, text) : text);
  };
  return element(
    'td',
    { class: late > 0 && 'lk-matrix-late' },
    open ? [part(open, 'mở', 'open'), part(late, 'quá hạn', 'late'), part(paused, 'tạm dừng', 'paused')] : '–'
  );
}

/**
 * @param {Counts[]} rows
 * @returns {Counts}
 */
export function sum(rows) {
  return rows.reduce(
    (all, { open, late, paused }) => ({ open: all.open + open, late: all.late + late, paused: all.paused + paused }),
    { open: 0, late: 0, paused: 0 }
  );
}

/**
 * Neighbours that have something in common.
 *
 * @template Row
 * @param {Row[]} rows
 * @param {(row: Row) => string} by
 * @returns {Row[][]}
 */
function grouped(rows, by) {
  return rows.reduce((/** @type {Row[][]} */ groups, row) => {
    const last = groups.at(-1);
    if (last && by(last[0]) === by(row)) {
      last.push(row);
    } else {
      groups.push([row]);
    }
    return groups;
  }, []);
}

/**
 * What Chart.js is told.
 *
 * @param {Api.WeekFigures[]} weeks
 */
export function weekChart(weeks) {
  const values = [weeks.map(({ received }) => received), weeks.map(({ finished }) => finished), weeks.map(({ late }) => late)];
  return {
    type: 'line',
    data: {
      labels: weeks.map(({ from }) => day(from).slice(0, 5)),
      datasets: SERIES.map((label, index) => ({
        label,
        data: values[index],
        backgroundColor: LINES[index].borderColor,
        pointRadius: RADIUS,
        clip: 2 * RADIUS,
        ...LINES[index],
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        x: { title: { display: true, text: 'Tuần bắt đầu từ ngày' }, ticks: { maxRotation: 0 } },
        y: { beginAtZero: true, ticks: { precision: 0, callback: whole } },
      },
      plugins: { legend: { position: 'bottom', labels: { usePointStyle: true } } },
    },
  };
}

/** @param {Api.WeekFigures[]} weeks */
export function weekTable(weeks) {
  return element(
    'details',
    {},
    element('summary', {}, 'Bảng số liệu của biểu đồ'),
    table(
      'Hồ sơ theo tuần',
      ['Tuần từ ngày', ...SERIES.map((name) => /** @type {[string]} */ ([name]))],
      weeks.map(({ from, received, finished, late }) => [day(from), whole(received), whole(finished), whole(late)]),
      [
        WORDS.total,
        ...[weeks.map(({ received }) => received), weeks.map(({ finished }) => finished), weeks.map(({ late }) => late)].map((each) =>
          whole(each.reduce((all, number) => all + number, 0))
        ),
      ]
    )
  );
}

/** @param {Api.StepHandling[]} steps */
export function handling(steps) {
  if (!steps.length) {
    return element('p', {}, 'Chưa có việc nào hoàn thành trong mười hai tuần.');
  }
  return table(
    `Tính bằng ${WORKING_DAYS} theo lịch của đơn vị, không kể thời gian hồ sơ tạm dừng. Trung vị: một nửa số việc không lâu hơn; 90 %: chín phần mười không lâu hơn.`,
    [WORDS.process, WORDS.step, [WORDS.done], [WORDS.term], ['Trung vị'], ['90 %'], 'So với thời hạn'],
    steps.map(({ processName, stepName, completed, term, median, most }) => [
      processName,
      stepName,
      whole(completed),
      term === null ? '–' : whole(term),
      whole(median),
      whole(most),
      comparedWith(term, median, most),
    ])
  );
}

/**
 * @param {number | null} term
 * @param {number} median
 * @param {number} most
 */
export function comparedWith(term, median, most) {
  if (term === null) {
    return 'không có thời hạn';
  }
  if (median > term) {
    return element('strong', {}, 'quá nửa vượt thời hạn');
  }
  return most > term ? 'hơn một phần mười vượt thời hạn' : 'trong thời hạn';
}

/**
 * @param {Api.PeopleWork} work
 * @param {string} channel
 */
export function people({ items, more }, channel) {
  if (!items.length) {
    return element('p', {}, 'Chưa có ai đang giữ việc hoặc hoàn thành việc trong bốn tuần.');
  }
  return element(
    'div',
    {},
    table(
      'Người của đơn vị bạn đứng trước, rồi đến người có nhiều việc quá hạn',
      ['Họ tên', 'Thuộc đơn vị', ['Đang giữ'], [WORDS.overdue], ['Xong trong bốn tuần'], WORDS.today],
      items.map(({ person, name, organisationName, open, late, finished, absentUntil }) => [
        name,
        organisationName,
        linked(open, tasksAt({ person, channel })),
        linked(late, tasksAt({ person, state: 'late', channel })),
        whole(finished),
        absentUntil && `Vắng mặt đến hết ${day(absentUntil)}`,
      ])
    ),
    more > 0 && meta(`Còn ${whole(more)} người khác.`)
  );
}
