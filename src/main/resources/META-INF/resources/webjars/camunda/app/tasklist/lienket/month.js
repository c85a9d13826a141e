import { get } from './api.js';
import { day, decimal, element, list, moment, table, today, whole } from './dom.js';
import { filled, files, page } from './page.js';
import { address, asked, choice, following, queryForm, search } from './query.js';
import { WORDS } from './words.js';

/** The figures of a month: who received and finished what, and behind each number its cases. */

const ID = 'figures';
const PAGE = 50;
/** What the address may say of the month as a whole. */
const FILTER = ['month', 'organisation', 'kind', 'channel'];
/** As the API calls the field of cases that are in none or in several. */
const NO_FIELD = '-';
const MONTH = /^\d{4}-\d{2}$/;
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

export default page({
  id: ID,
  label: 'Số liệu tháng',
  link: 'Số liệu',
  priority: 40,
  render: (place) => {
    /** @type {Shown} */
    const shown = { of: null, behind: element('section', { class: 'lk-month-cases', 'aria-live': 'polite' }) };
    return following(place, (into) => show(into, shown));
  },
});

/** @param {URLSearchParams} query */
function filterOf(query) {
  return Object.fromEntries(FILTER.map((name) => [name, query.get(name)]));
}

/**
 * What is on the page.
 *
 * @typedef {{of: string | null, behind: HTMLElement}} Shown `of`: the filter of the table; `behind`: where the cases behind a number are
 */

/**
 * @param {HTMLElement} place
 * @param {Shown} shown
 */
async function show(place, shown) {
  const query = asked();
  const filter = filterOf(query);
  const again = shown.of !== null;
  if (shown.of !== search(filter)) {
    await showMonth(place, shown, filter);
  }
  const measure = MEASURES.find(([code]) => code === query.get('measure'));
  if (measure) {
    await filled(shown.behind, (into) => open(into, measure, query, again));
  } else {
    shown.behind.replaceChildren();
  }
}

/**
 * @param {HTMLElement} place
 * @param {Shown} shown
 * @param {Record<string, string | null>} filter
 */
async function showMonth(place, shown, filter) {
  shown.of = null;
  /** @type {Api.FigureChoices} */
  const choices = await get('/figures/choices');
  const found = element('div', { 'aria-live': 'polite' });
  const form = element('div');
  shown.behind.replaceChildren();
  place.replaceChildren(form, found, shown.behind);
  if (filter.month) {
    fill(filter.month);
  }
  await filled(
    found,
    async () => {
      /** @type {Api.MonthFigures} */
      const month = await get(`/figures${search(filter)}`);
      if (!filter.month) {
        fill(month.month);
      }
      found.append(...figures(month, filter));
      shown.of = search({ ...filter, month: month.month });
    },
    search(filter) && address(ID, {})
  );

  /** @param {string} chosen */
  function fill(chosen) {
    const recent = months(today());
    const offered = MONTH.test(chosen) && !recent.includes(chosen) ? [...recent, chosen].sort().reverse() : recent;
    form.replaceChildren(
      queryForm(
        ID,
        [
          choice('month', WORDS.month, offered.map((each) => ({ code: each, name: named(each) })), chosen),
          choice('organisation', WORDS.lead, choices.organisations, filter.organisation, WORDS.all),
          choice('kind', WORDS.caseKind, choices.kinds, filter.kind, WORDS.all),
          choice('channel', WORDS.cooperationChannel, choices.channels, filter.channel, WORDS.all),
        ],
        'Xem'
      )
    );
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
 * @param {Record<string, string | null>} filter
 */
function figures(month, filter) {
  const told = element('p', { role: 'status' });
  if (month.items.length === 0) {
    return [element('p', {}, 'Tháng này không phát sinh hồ sơ nào.')];
  }
  /** @type {(measure: Api.Measure, of?: Api.MonthCount) => string} */
  const cases = (measure, of) => address(ID, { ...filter, month: month.month, measure, of: of && rowOf(of) });
  return [
    element('div', { class: 'lk-month-files' }, files(`/figures${search(filter)}`, 'so-lieu-thang', ['csv', 'xlsx', 'pdf'], told), told),
    table(
      `Tình hình xử lý hồ sơ ${named(month.month).toLowerCase()}, ${counted(month)}`,
      [WORDS.lead, WORDS.cooperationChannel, WORDS.caseKind, WORDS.field, ...MEASURES.map(([, label]) => /** @type {[string]} */ ([label])), ['Tỷ lệ đúng hạn']],
      month.items.map((item) => [
        item.organisationName,
        item.channelName,
        item.kindName,
        item.fieldName,
        ...MEASURES.map(([measure, label]) =>
          number(item[measure], `${label}: ${item.organisationName}, ${item.kindName}`, cases(measure, item))
        ),
        rate(item.rate),
      ]),
      [
        WORDS.total,
        null,
        null,
        null,
        ...MEASURES.map(([measure, label]) => number(month.total[measure], `${label}: ${WORDS.total}`, cases(measure))),
        rate(month.total.rate),
      ]
    ),
  ];
}

/**
 * A row of the table as one word of the address.
 *
 * @param {{organisation: string, channel: string, kind: string, field: string | null}} item
 */
export function rowOf({ organisation, channel, kind, field }) {
  return [organisation, channel, kind, field ?? NO_FIELD].join('~');
}

/**
 * What the API is asked for so that the cases of a row come; without a row, those of the whole table.
 *
 * @param {string | null} row as {@link rowOf} says it
 * @returns {Record<string, string>}
 */
export function narrowed(row) {
  const [lead, channel, kind, field] = (row || '').split('~');
  return field ? { lead, channel, kind, field } : {};
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
 * A number that leads to its cases; none has none.
 *
 * @param {number} value
 * @param {string} label
 * @param {string} href
 */
function number(value, label, href) {
  return value === 0 ? '0' : element('a', { href, class: 'lk-month-number', 'aria-label': `${label}: ${value}` }, whole(value));
}

/**
 * @param {HTMLElement} into
 * @param {[Api.Measure, string]} measure
 * @param {URLSearchParams} query
 * @param {boolean} again
 */
async function open(into, [measure, label], query, again) {
  const of = query.get('of');
  const at = Number(query.get('page')) || 0;
  const filter = filterOf(query);
  /** @type {Api.MonthCases} */
  const cases = await get(`/figures/cases${search({ ...filter, ...narrowed(of), measure, page: at, size: PAGE })}`);
  if (asked().toString() !== query.toString()) {
    return;
  }
  const heading = element('h2', { tabindex: -1 }, `${label}: ${whole(cases.total)} hồ sơ`);
  /** @type {(page: number, name: string) => HTMLElement} */
  const turned = (page, name) => element('a', { href: address(ID, { ...filter, measure, of, page }) }, name);
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
      at > 0 && turned(at - 1, WORDS.pageBefore),
      (at + 1) * PAGE < cases.total && turned(at + 1, 'Trang sau')
    )
  );
  if (again) {
    heading.focus();
  }
}
