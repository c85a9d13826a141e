import { get } from './api.js';
import { button, day, decimal, element, list, moment, table, today, whole } from './dom.js';
import { filled, files, page } from './page.js';
import { search } from './query.js';
import { WORDS } from './words.js';

/** The figures of a month: who received and finished what, and behind each number its cases. */

const PAGE = 50;
/** In the place of a field: cases in none or in several. */
const NO_FIELD = '-';
/** How far back the choice of months goes. */
const MONTHS = 60;

/**
 * What a case is counted as, in the order of the columns.
 *
 * @type {[measure: Api.Measure, label: string][]}
 */
const MEASURES = [
  ['carriedOver', 'Tháng trước chuyển sang'],
  ['received', WORDS.received],
  ['early', 'Trước hạn'],
  ['onTime', WORDS.onTime],
  ['late', WORDS.overdue],
  ['inProgress', WORDS.inProgress],
  ['overdue', 'Đang quá hạn'],
  ['paused', 'Tạm dừng'],
  ['withdrawn', WORDS.withdrawn],
  ['declined', WORDS.declined],
];

document.head.append(element('link', { rel: 'stylesheet', href: new URL('month.css', import.meta.url).href }));

export default page({ id: 'figures', label: 'Số liệu tháng', link: 'Số liệu', priority: 40, render });

/** @param {HTMLElement} place */
async function render(place) {
  /** @type {Api.FigureChoices} */
  const choices = await get('/figures/choices');
  const found = element('div', { 'aria-live': 'polite' });
  const month = element(
    'select',
    { class: 'form-control' },
    months(today()).map((each) => element('option', { value: each }, named(each)))
  );
  const organisation = select(choices.organisations);
  const kind = select(choices.kinds);
  const channel = select(choices.channels);
  const form = element(
    'form',
    { class: 'lk-month-filter', 'aria-label': 'Chọn số liệu' },
    labelled(WORDS.month, month),
    labelled(WORDS.lead, organisation),
    labelled(WORDS.caseKind, kind),
    labelled(WORDS.cooperationChannel, channel),
    element('button', { type: 'submit', class: 'btn btn-primary' }, 'Xem')
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    filled(found, show);
  });
  let turn = 0;
  place.append(form, found);
  await filled(found, show);

  /** @param {HTMLElement} into */
  async function show(into) {
    const asked = { month: month.value, organisation: organisation.value, kind: kind.value, channel: channel.value };
    const mine = (turn += 1);
    const answer = await get(`/figures${search(asked)}`);
    // what was asked for before may be answered later
    if (mine === turn) {
      into.replaceChildren(...figures(answer, asked));
    }
  }
}

/**
 * This month and those before it, the newest first.
 *
 * @param {Api.Day} last today
 */
export function months(last) {
  const [year, month] = last.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7));
}

/** @param {string} month such as `2026-11` */
function named(month) {
  return `${WORDS.month} ${month.split('-').reverse().join('/')}`;
}

/**
 * @param {Api.MonthFigures} month
 * @param {Record<string, string | null>} asked
 */
function figures(month, asked) {
  const behind = element('section', { class: 'lk-month-cases', 'aria-live': 'polite' });
  const told = element('p', { role: 'status' });
  if (month.items.length === 0) {
    return [element('p', {}, 'Tháng này không phát sinh hồ sơ nào.')];
  }
  return [
    element('div', { class: 'lk-month-files' }, files(`/figures${search(asked)}`, 'so-lieu-thang', ['csv', 'xlsx', 'pdf'], told), told),
    table(
      `Tình hình xử lý hồ sơ ${named(month.month).toLowerCase()}, ${counted(month)}`,
      [WORDS.lead, WORDS.cooperationChannel, WORDS.caseKind, WORDS.field, ...MEASURES.map(([, label]) => /** @type {[string]} */ ([label])), ['Tỷ lệ đúng hạn']],
      month.items.map((item) => [
        item.organisationName,
        item.channelName,
        item.kindName,
        item.fieldName,
        ...MEASURES.map(([measure, label]) =>
          number(item[measure], `${label}: ${item.organisationName}, ${item.kindName}`, () =>
            open(behind, label, { ...asked, organisation: item.organisation, kind: item.kind, channel: item.channel, field: item.field || NO_FIELD }, measure)
          )
        ),
        rate(item.rate),
      ]),
      [
        WORDS.total,
        null,
        null,
        null,
        ...MEASURES.map(([measure, label]) =>
          number(month.total[measure], `${label}: ${WORDS.total}`, () => open(behind, label, asked, measure))
        ),
        rate(month.total.rate),
      ]
    ),
    behind,
  ];
}

/** @param {Api.MonthFigures} month */
function counted(month) {
  return `tính đến hết ngày ${day(month.countedTo)}`;
}

/**
 * In per cent.
 *
 * @param {number | null} percent
 */
export function rate(percent) {
  return percent == null ? '–' : `${decimal(percent)} %`;
}

/**
 * A number that shows its cases; none has none.
 *
 * @param {number} value
 * @param {string} label
 * @param {() => void} onClick
 */
function number(value, label, onClick) {
  if (value === 0) {
    return '0';
  }
  const created = element('button', { type: 'button', class: 'btn btn-link lk-month-number', 'aria-label': `${label}: ${value}` }, whole(value));
  created.addEventListener('click', onClick);
  return created;
}

/**
 * @param {HTMLElement} behind
 * @param {string} label
 * @param {Record<string, string | null>} asked
 * @param {Api.Measure} measure
 * @param {number} [at] page
 */
async function open(behind, label, asked, measure, at = 0) {
  await filled(behind, async (into) => {
    const cases = /** @type {Api.MonthCases} */ (await get(`/figures/cases${search({ ...asked, measure, page: at, size: PAGE })}`));
    const heading = element('h2', { tabindex: -1 }, `${label}: ${whole(cases.total)} hồ sơ`);
    into.replaceChildren(
      heading,
      list(
        cases.items.map((found) => [
          element('a', { href: `/cases/${encodeURIComponent(found.caseCode)}` }, found.caseCode),
          ` ${found.title}, ${found.organisationName}, mở ${moment(found.openedAt)}${found.closedAt ? `, kết thúc ${moment(found.closedAt)}` : ''}`,
        ])
      ),
      element(
        'div',
        { class: 'lk-month-files' },
        at > 0 && button(WORDS.pageBefore, 'chevron-left', () => open(behind, label, asked, measure, at - 1)),
        (at + 1) * PAGE < cases.total && button('Trang sau', 'chevron-right', () => open(behind, label, asked, measure, at + 1))
      )
    );
    heading.focus();
  });
}

/** @param {Api.Choice[]} choices */
function select(choices) {
  return element(
    'select',
    { class: 'form-control' },
    element('option', { value: '' }, WORDS.all),
    choices.map(({ code, name }) => element('option', { value: code }, name))
  );
}

let fields = 0;

/**
 * @param {string} label
 * @param {HTMLElement} control
 */
function labelled(label, control) {
  control.id = `lk-month-${(fields += 1)}`;
  return element('div', {}, element('label', { for: control.id }, label), control);
}
