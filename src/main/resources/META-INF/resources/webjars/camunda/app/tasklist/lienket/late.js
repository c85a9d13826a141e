import { change, get, messageOf } from './api.js';
import { amount, button, element, meta, moment, WORKING_DAYS } from './dom.js';
import { WORDS } from './words.js';
import { addressOf, asked, direction, PATH, pathOf, pressed, range, summary } from './late-address.js';
import { filled, files, page, tellAnywhere } from './page.js';
import { ask, following, search } from './query.js';

/**
 * One list of the open tasks of all processes, with what holds each up and what can be done about it. Its address says what is asked
 * for: whoever links to it gets just that, and every change of the filter goes by way of the address.
 *
 * @import { Asked } from './late-address.js'
 */

const TITLE = 'Việc chậm, ở đâu, vì sao';
const FOUND = 'lk-late-found';
const STUCK = ['mail-failed', 'job-failed'];
/** In the place of a person: back to the group. */
const GROUP = '-';
const PATIENCE = 250;
/** How many tasks of a case are looked through. */
const MOST = 200;

/**
 * The columns behind the one to choose by, with what each is sorted by.
 *
 * @type {[label: string, column?: string][]}
 */
const COLUMNS = [
  [WORDS.dossier],
  [WORDS.task],
  [WORDS.organisation, 'organisation'],
  [WORDS.worker, 'person'],
  ['Từ lúc', 'since'],
  [WORDS.due, 'due'],
  [WORDS.standing, 'late'],
  [WORDS.reason],
  [WORDS.result],
];

/** Where the focus goes when something else is shown, by id. */
let focusNext = '';

document.head.append(element('link', { rel: 'stylesheet', href: new URL('late.css', import.meta.url).href }));

export default page({ id: PATH.slice(PATH.lastIndexOf('/') + 1), label: TITLE, link: 'Việc chậm', priority: 60, render: (place) => following(place, show) });

/** @param {HTMLElement} place */
async function show(place) {
  const filter = asked(window.location.hash);
  const focus = focusNext;
  focusNext = '';
  const list = element('div');
  const [options] = await Promise.all([get('/work/options'), filled(list, load)]);
  place.replaceChildren(form(filter, options), list);
  document.getElementById(focus)?.focus();

  /** @param {HTMLElement} into */
  async function load(into) {
    into.replaceChildren(...found(filter, await get(pathOf(filter))));
  }
}

/**
 * @param {Asked} filter
 * @param {string} focus id of what has the focus then
 */
function go(filter, focus) {
  focusNext = focus;
  ask(addressOf(filter));
}

/**
 * @param {Asked} filter
 * @param {Api.WorkOptions} options
 */
function form(filter, options) {
  const process = select('process', WORDS.process, options.processes, filter.process);
  const step = select('step', WORDS.step, steps(), filter.step);
  process.control.addEventListener('change', () => offer(step.control, steps(), ''));
  const fields = [
    select('state', WORDS.standing, options.states.filter(({ id }) => id !== 'open'), filter.state),
    select('reason', WORDS.reason, options.reasons, filter.reason),
    process,
    step,
    select('organisation', WORDS.organisation, options.organisations, filter.organisation),
    select('person', WORDS.worker, options.people, filter.person),
    select('channel', WORDS.cooperationChannel, options.channels, filter.channel),
    labelled('text', 'Mã hoặc tên hồ sơ', element('input', { type: 'search', class: 'form-control', maxlength: 200, value: filter.text })),
  ];
  const created = element(
    'form',
    { class: 'lk-late-filter', 'aria-label': 'Lọc việc' },
    fields.map(({ group }) => group),
    element(
      'div',
      { class: 'lk-late-tools' },
      element('button', { type: 'submit', class: 'btn btn-primary btn-sm' }, WORDS.filter),
      element('a', { href: `#${PATH}`, class: 'btn btn-default btn-sm' }, 'Bỏ lọc')
    )
  );
  created.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = Object.fromEntries(fields.map(({ name, control }) => [name, control.value]));
    go({ ...chosen, sort: filter.sort || '' }, FOUND);
  });
  return created;

  function steps() {
    const of = options.processes.filter(({ id }) => !process.control.value || id === process.control.value);
    const several = of.length > 1;
    return of.flatMap(({ name, steps }) => steps.map((each) => ({ id: each.id, name: several ? `${each.name} (${name})` : each.name })));
  }
}

/**
 * @param {string} name
 * @param {string} label
 * @param {Api.Named[]} choices
 * @param {string | undefined} value
 */
function select(name, label, choices, value) {
  const control = element('select', { class: 'form-control' });
  offer(control, choices, value || '');
  return labelled(name, label, control);
}

/**
 * @param {HTMLSelectElement} control
 * @param {Api.Named[]} choices
 * @param {string} value kept, though there may be no open work of it now
 */
function offer(control, choices, value) {
  const gone = value && !choices.some(({ id }) => id === value) ? [{ id: value, name: value }] : [];
  control.replaceChildren(
    element('option', { value: '' }, WORDS.all),
    ...[...choices, ...gone].map(({ id, name }) => element('option', { value: id, selected: id === value }, name))
  );
}

/**
 * @template {HTMLElement} Control
 * @param {string} name
 * @param {string} label
 * @param {Control} control
 */
function labelled(name, label, control) {
  control.id = `lk-late-${name}`;
  return { name, control, group: element('div', {}, element('label', { for: control.id }, label), control) };
}

/**
 * @param {Asked} filter
 * @param {Api.WorkPage} work
 */
function found(filter, work) {
  const rows = work.items.map((item) => new Row(item));
  const shown = element('p', { id: FOUND, tabindex: -1, class: 'lk-late-found' }, range(work));
  const told = element('p', { role: 'status', class: 'lk-late-told' });
  const mine = rows.filter(({ box }) => box);
  return [
    element('div', { class: 'lk-late-bar' }, shown, element('div', { class: 'lk-late-tools' }, files(pathOf(filter, true), 'viec-dang-mo', ['csv', 'xlsx'], told))),
    mine.length > 0 && acts(mine, told),
    told,
    rows.length > 0 && table(filter, rows, mine),
    pages(filter, work),
  ].flatMap((each) => each || []);
}

/** A task in the list, with what has come of an act on it. */
class Row {
  /** @param {Api.ListedTask} item */
  constructor(item) {
    this.item = item;
    this.box =
      item.mayAct && element('input', { type: 'checkbox', 'aria-label': `Chọn việc ${item.stepName} của hồ sơ ${item.caseCode}` });
    this.worker = element('td');
    this.since = element('td');
    this.due = element('td');
    this.standing = element('td');
    this.reasons = element('td');
    this.result = element('td', { class: 'lk-late-result' });
    this.node = element(
      'tr',
      {},
      element('td', {}, this.box),
      element('td', {}, element('a', { href: `/cases/${encodeURIComponent(item.caseCode)}` }, item.caseCode), meta(item.title)),
      element('td', {}, item.stepName, meta(item.processName)),
      element('td', {}, item.organisationName),
      this.worker,
      this.since,
      this.due,
      this.standing,
      this.reasons,
      this.result
    );
    // read in narrow windows, which have no place for the heads
    COLUMNS.forEach(([label], at) => {
      this.node.cells[at + 1].dataset.label = label;
    });
    this.show(item);
  }

  get chosen() {
    return this.box && this.box.checked;
  }

  /** @param {boolean} chosen */
  choose(chosen) {
    if (this.box) {
      this.box.checked = chosen;
      this.box.dispatchEvent(new Event('change'));
    }
  }

  /** @param {Api.ListedTask} item the same task, as it stands now */
  show(item) {
    this.item = item;
    fill(this.worker, item.assigneeName || meta(item.groups.join('; ')));
    fill(this.since, moment(item.since));
    fill(this.due, moment(item.due));
    fill(this.standing, item.daysLate == null ? item.state !== 'open' && item.stateName : late(item.daysLate));
    fill(this.reasons, ...item.reasons.map(({ sentence }) => element('div', {}, sentence)), this.stuck());
  }

  /** Shows what has become of the task, whoever did it; one that is gone, or cannot be asked for, stays as it was. */
  async reload() {
    const { caseCode, taskId } = this.item;
    /** @type {Api.WorkPage | null} */
    const work = await get(`/work${search({ text: caseCode, size: MOST })}`).catch(() => null);
    const now = work?.items.find((item) => item.taskId === taskId);
    if (now) {
      this.show(now);
    }
  }

  stuck() {
    return (
      this.item.reasons.some(({ code }) => STUCK.includes(code)) &&
      element('a', { href: `#/lienket/stuck?case=${encodeURIComponent(this.item.caseCode)}` }, `Xem và thử lại, hồ sơ ${this.item.caseCode}`)
    );
  }
}

/**
 * @param {HTMLElement} cell
 * @param {...(string | Node | false | null | undefined)} content
 */
function fill(cell, ...content) {
  cell.replaceChildren(...content.flatMap((each) => each || []));
}

/** @param {number} days */
function late(days) {
  return element('strong', { class: 'lk-late-days' }, days ? `${WORDS.overdue} ${amount(days, WORKING_DAYS)}` : `${WORDS.overdue} hôm nay`);
}

/**
 * What can be done with those that are chosen.
 *
 * @param {Row[]} rows
 * @param {HTMLElement} told
 */
function acts(rows, told) {
  const note = labelled('note', WORDS.message, element('input', { type: 'text', class: 'form-control', maxlength: 500 }));
  const receiver = labelled('receiver', 'Giao lại cho', element('select', { class: 'form-control' }));
  const count = element('span', { class: 'lk-late-count' });
  let timer = 0;
  let running = false;
  const box = element(
    'fieldset',
    { class: 'lk-late-acts' },
    element('legend', {}, 'Với các việc đã chọn'),
    count,
    note.group,
    button(WORDS.remind, 'bell', () => run('đã nhắc', remind)),
    receiver.group,
    button(WORDS.reassign, 'share-alt', () => (receiver.control.value ? run('đã giao lại', give) : tell('Hãy chọn người nhận việc.')))
  );
  rows.forEach((row) => row.box && row.box.addEventListener('change', changed));
  changed();
  return box;

  /** @param {string} sentence */
  function tell(sentence) {
    told.textContent = sentence;
  }

  function changed() {
    const chosen = rows.filter((row) => row.chosen);
    count.textContent = `Đã chọn ${chosen.length} việc.`;
    clearTimeout(timer);
    timer = window.setTimeout(() => receivers(chosen), PATIENCE);
  }

  /** @param {Row[]} chosen */
  async function receivers(chosen) {
    const tasks = chosen.map(({ item }) => encodeURIComponent(item.taskId)).join(',');
    /** @type {Api.Named[]} */
    const people = chosen.length ? await get(`/tasks/receivers?tasks=${tasks}`).catch(() => []) : [];
    receiver.control.replaceChildren(
      element('option', { value: '' }, people.length ? 'Chọn người nhận' : chosen.length ? 'Không có người nhận chung' : 'Chọn việc trước'),
      ...[...people, { id: GROUP, name: 'Trả lại nhóm' }].map(({ id, name }) => element('option', { value: id }, name))
    );
  }

  /** @param {Row} row */
  function remind(row) {
    return change('POST', `/tasks/${encodeURIComponent(row.item.taskId)}/reminders`, { note: note.control.value });
  }

  /** @param {Row} row */
  function give(row) {
    const { value } = receiver.control;
    const person = value === GROUP ? null : value;
    return change('POST', `/tasks/${encodeURIComponent(row.item.taskId)}/assignee`, { person, note: note.control.value });
  }

  /**
   * One after the other; one that is refused stops none.
   *
   * @param {string} done
   * @param {(row: Row) => Promise<void>} act
   */
  async function run(done, act) {
    const chosen = rows.filter((row) => row.chosen);
    if (running || !chosen.length) {
      tell(running ? WORDS.underWay : 'Hãy chọn ít nhất một việc.');
      return;
    }
    running = true;
    tell(WORDS.underWay);
    const results = [];
    for (const row of chosen) {
      const problem = await act(row).then(() => null, messageOf);
      await row.reload();
      row.result.textContent = problem || `${done[0].toUpperCase()}${done.slice(1)}.`;
      row.result.classList.toggle('lk-negative', Boolean(problem));
      results.push({ caseCode: row.item.caseCode, problem });
    }
    const sentence = summary(done, results);
    tell(sentence);
    if (!told.isConnected) {
      tellAnywhere(sentence);
    }
    running = false;
  }
}

/**
 * @param {Asked} filter
 * @param {Row[]} rows
 * @param {Row[]} mine those that can be chosen
 */
function table(filter, rows, mine) {
  const all = element('input', { type: 'checkbox', 'aria-label': WORDS.chooseAll, disabled: !mine.length });
  all.addEventListener('change', () => {
    mine.forEach((row) => row.choose(all.checked));
  });
  return element(
    'div',
    { class: 'lk-scroll', role: 'region', 'aria-label': WORDS.openTasks, tabindex: 0 },
    element(
      'table',
      { class: 'table table-condensed lk-late' },
      element('caption', { class: 'sr-only' }, WORDS.openTasks),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, all),
          COLUMNS.map(([label, column]) => head(label, column))
        )
      ),
      element('tbody', {}, rows.map(({ node }) => node))
    )
  );

  /**
   * @param {string} label
   * @param {string} [column] by which it can be sorted
   */
  function head(label, column) {
    if (!column) {
      return element('th', { scope: 'col' }, label);
    }
    const how = direction(filter.sort, column);
    const id = `lk-late-sort-${column}`;
    const sign = how && element('span', { class: `glyphicon glyphicon-triangle-${how === 'ascending' ? 'top' : 'bottom'}`, 'aria-hidden': 'true' });
    const sorter = element('button', { type: 'button', id, class: 'lk-late-sort' }, label, ' ', sign);
    sorter.addEventListener('click', () => go({ ...filter, sort: pressed(filter.sort, column), page: '' }, id));
    return element('th', { scope: 'col', 'aria-sort': how }, sorter);
  }
}

/**
 * @param {Asked} filter
 * @param {Api.WorkPage} work
 */
function pages(filter, { page: number, size, total }) {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  return (
    (last > 0 || number > 0) &&
    element(
      'nav',
      { class: 'lk-late-tools', 'aria-label': WORDS.pages },
      number > 0 && button(WORDS.pageBefore, 'chevron-left', () => turn(Math.min(number - 1, last))),
      element('span', {}, number > last ? `Chỉ có ${last + 1} trang.` : `Trang ${number + 1} / ${last + 1}`),
      number < last && button('Trang sau', 'chevron-right', () => turn(number + 1))
    )
  );

  /** @param {number} to */
  function turn(to) {
    go({ ...filter, page: String(to) }, FOUND);
  }
}
