import { get } from './api.js';
import { button, day, dayOf, element, facts, list, meta, moment, multiline, table } from './dom.js';
import { WORDS } from './words.js';
import { draw, model } from './diagram.js';
import { filled, page } from './page.js';
import { passed, said, taken } from './path.js';
import { address, asked, choice, entry, following, queryForm, search } from './query.js';

/** Finished cases, found by how and when they ended, each with the way it took; of a running case, its way so far. */

const ID = 'finished';
const NAME = 'Hồ sơ đã kết thúc';
const NONE = 'Không có.';
const ALL = WORDS.all;
const KIND = WORDS.caseKind;
const OUTCOME = WORDS.result;
const OPENED = 'Mở ngày';
const ENDED = 'Kết thúc ngày';
const LEFT = 'bỏ dở';
const HERE = 'đang ở đây';

export default page({
  id: ID,
  label: NAME,
  priority: -5,
  render: (place) => following(place, show),
});

/** @param {HTMLElement} place */
async function show(place) {
  const query = asked();
  const code = query.get('case');
  await (code ? showCase(place, code) : showList(place, query));
}

/**
 * @param {HTMLElement} place
 * @param {URLSearchParams} query
 */
async function showList(place, query) {
  const values = Object.fromEntries(query);
  /** @type {[Api.FigureChoices, Api.FinishedPage]} */
  const [choices, found] = await Promise.all([get('/figures/choices'), get(`/figures/finished${search(values)}`)]);
  const form = queryForm(
    ID,
    [
      entry('text', 'Mã, tên, doanh nghiệp', 'search', query.get('text')),
      entry('from', 'Kết thúc từ', 'date', query.get('from')),
      entry('to', 'Kết thúc đến', 'date', query.get('to')),
      choice('outcome', OUTCOME, choices.outcomes, query.get('outcome'), ALL),
      choice('organisation', WORDS.lead, choices.organisations, query.get('organisation'), ALL),
      choice('kind', KIND, choices.kinds, query.get('kind'), ALL),
      choice('channel', WORDS.cooperationChannel, choices.channels, query.get('channel'), ALL),
    ],
    'Tìm'
  );
  const count = element('p', { role: 'status' }, `${found.totalIsLowerBound ? WORDS.moreThan : ''}${found.total} hồ sơ.`);
  const rows = table(
    WORDS.foundCases,
    [WORDS.dossier, KIND, WORDS.lead, OPENED, ENDED, OUTCOME],
    found.items.map(row)
  );
  const more = button('Xem thêm', 'chevron-down', async () => {
    more.disabled = true;
    /** @type {Api.FinishedPage} */
    const next = await get(`/figures/finished${search({ ...values, after: more.value })}`);
    rows.querySelector('tbody')?.append(...table('', [''], next.items.map(row)).querySelectorAll('tbody tr'));
    offer(next);
  });
  /** @param {Api.FinishedPage} last */
  const offer = (last) => {
    more.value = last.next || '';
    more.disabled = false;
    more.hidden = !last.next;
  };
  offer(found);
  place.replaceChildren(form, count, ...(found.items.length ? [rows, more] : [element('p', {}, WORDS.noCases)]));
}

/** @param {Api.FinishedCase} item */
function row(item) {
  return [
    [element('a', { href: address(ID, { case: item.caseCode }) }, item.caseCode), ` ${item.title}`],
    item.kindName,
    item.organisationName,
    day(dayOf(item.openedAt)),
    day(dayOf(item.closedAt)),
    item.outcomeName,
  ];
}

/**
 * @param {HTMLElement} place
 * @param {string} code
 */
async function showCase(place, code) {
  const at = `/cases/${encodeURIComponent(code)}`;
  /** @type {[Api.CasePath, Api.Event[]]} */
  const [path, timeline] = await Promise.all([get(`${at}/history`), get(`${at}/timeline`)]);
  const drawings = path.processes.map((process) => ({ process, place: element('section') }));
  place.replaceChildren(
    element('p', {}, element('a', { href: address(ID, {}) }, 'Tìm hồ sơ khác')),
    element('h2', {}, `${path.closedAt ? WORDS.dossier : 'Đường đi của hồ sơ'} ${path.caseCode}: ${path.title}`),
    facts([
      [KIND, path.kindName],
      [WORDS.lead, path.leadOrganisationName],
      [WORDS.status, `${path.caseStatus}. ${path.caseStatusName}`],
      [OPENED, day(dayOf(path.openedAt))],
      [ENDED, path.closedAt ? day(dayOf(path.closedAt)) : 'chưa kết thúc'],
      ['Trang hồ sơ', element('a', { href: at }, 'Xem hồ sơ và tài liệu')],
    ]),
    ...drawings.map((drawing) => drawing.place),
    ...sections(path, timeline)
  );
  for (const drawing of drawings) {
    await filled(drawing.place, (there) => showProcess(there, drawing.process));
  }
}

/**
 * @param {HTMLElement} place
 * @param {Api.Run} process
 */
async function showProcess(place, { name, version, definition, startedAt, endedAt, passages }) {
  const title = `Quy trình: ${name}, phiên bản ${version}`;
  const counts = [...passed(passages)];
  place.replaceChildren(
    element('h3', {}, title),
    meta(`${moment(startedAt)} – ${endedAt ? moment(endedAt) : 'đang chạy'}`) || '',
    element(
      'ul',
      { class: 'lk-legend' },
      ['Viền đậm, có số lần: đã qua', 'Viền đứt: đã vào nhưng bị bỏ dở', `“${HERE}”: chưa xong`, 'Mũi tên đậm: hướng đã đi'].map((words) =>
        element('li', {}, words)
      )
    )
  );
  await draw(place, title, await model(definition), (flows) => [
    ...taken(flows, passages).map((id) => ({ id, marker: 'lk-taken' })),
    ...counts.map(([id, { times, here, left }]) => ({
      id,
      marker: here ? 'lk-here' : left ? 'lk-left' : 'lk-passed',
      badge: element('span', { class: here ? 'lk-badge lk-badge-here' : 'lk-badge' }, here ? `${times}× ${HERE}` : `${times}×`),
    })),
  ]);
  place.append(
    element(
      'details',
      {},
      element('summary', {}, 'Bảng các bước trên sơ đồ'),
      table(
        'Các bước đã qua, theo thứ tự',
        [WORDS.step, ['Số lần'], WORDS.standing],
        counts.map(([id, { name: step, times, here, left }]) => [step || id, times, here ? HERE : left ? LEFT : 'đã qua'])
      )
    )
  );
}

/**
 * @param {Api.CasePath} path
 * @param {Api.Event[]} timeline
 */
function sections(path, timeline) {
  /** @type {(kind: string) => import('./dom.js').Content[][]} */
  const events = (kind) => timeline.filter((event) => event.kind === kind).map((event) => [moment(event.at), event.what, who(event), multiline(event.detail)]);
  const happened = [WORDS.time, WORDS.item, WORDS.carriedOutBy, WORDS.note];
  return [
    section(
      'Việc đã làm',
      [WORDS.task, WORDS.carriedOutBy, 'Bắt đầu', WORDS.due, 'Kết thúc', [WORDS.workingDays], [WORDS.termInDays], WORDS.standing],
      path.steps.map((step) => [step.name, who(step), moment(step.startedAt), step.dueAt && moment(step.dueAt), moment(step.endedAt), step.workingDays, step.termDays, standing(step)])
    ),
    section(
      'Thời hạn dừng',
      [WORDS.from, WORDS.to, [WORDS.workingDays]],
      path.clockStops.map((stop) => [moment(stop.from), stop.to ? moment(stop.to) : WORDS.paused, stop.workingDays])
    ),
    section('Ý kiến và quyết định', happened, events('decision')),
    section(
      'Bảng quyết định',
      [WORDS.time, WORDS.decision, 'Đầu vào', 'Kết luận', WORDS.basis],
      path.decisions.map((ruling) => [moment(ruling.at), ruling.name, values(ruling.inputs), values(ruling.outputs), ruling.citation])
    ),
    section('Thư đã gửi', happened, events('mail')),
    section(
      'Sự cố',
      [WORDS.step, 'Xảy ra', 'Khắc phục'],
      path.incidents.map((failure) => [failure.name || failure.element, moment(failure.at), failure.endedAt ? moment(failure.endedAt) : 'chưa khắc phục'])
    ),
    section('Người quản trị đã can thiệp', happened, events('admin')),
  ];
}

/**
 * @param {string} name
 * @param {(string | [string])[]} heads
 * @param {import('./dom.js').Content[][]} rows
 */
function section(name, heads, rows) {
  return element('section', {}, element('h3', {}, name), rows.length ? table(name, heads, rows) : element('p', {}, NONE));
}

/** @param {{byName: string | null, onBehalfOfName: string | null, organisation?: string | null}} done of a task that nobody has, whose it is */
function who({ byName, onBehalfOfName, organisation }) {
  return onBehalfOfName ? `${byName}, thay mặt ${onBehalfOfName}` : byName || (organisation && element('span', {}, organisation));
}

/** @param {Api.PathStep} step */
function standing({ endedAt, cancelled, late }) {
  if (!endedAt) {
    return 'đang mở';
  }
  return cancelled ? LEFT : late ? 'xong, quá hạn' : 'xong';
}

/**
 * Each value by itself, so that ids of organisations and channels become names.
 *
 * @param {{name: string, value: unknown}[]} all
 */
function values(all) {
  return list(all.map(({ name, value }) => [`${name}: `, element('span', {}, said(value))]));
}
