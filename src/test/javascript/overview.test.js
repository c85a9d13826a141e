import assert from 'node:assert/strict';
import { test } from 'node:test';
import './tasklist.js';

const { comparedWith, handling, matrix, people, sum, tasksAt, tiles, weekChart, weekTable } = await import(
  '../../main/resources/META-INF/resources/webjars/camunda/app/tasklist/lienket/overview.js'
);

const step = { process: 'P', processName: 'Chuyển giao', kind: 'transfer', step: 'S1', stepName: 'Kiểm tra', organisation: 'a', organisationName: 'Sở A', due: 0 };
const steps = [
  { ...step, open: 4, late: 2, paused: 1 },
  { ...step, organisation: 'b', organisationName: 'Sở B', open: 1, late: 0, paused: 0 },
  { ...step, step: 'S2', stepName: 'Ký', organisation: null, organisationName: null, open: 3, late: 0, paused: 0 },
];
const work = {
  at: '2026-11-29T03:00:00Z',
  channels: [],
  organisation: 'a',
  organisationName: 'Sở A',
  part: false,
  weekEnds: '2026-11-29',
  openCases: 7,
  openTasks: 8,
  dueThisWeek: 0,
  late: 2,
  lateInside: 1,
  paused: [
    { status: 5, statusName: 'Yêu cầu bổ sung giấy tờ', cases: 2 },
    { status: 8, statusName: 'Dừng xử lý', cases: 1 },
  ],
  stuck: 0,
  finishedThisMonth: 3,
  finishedThisQuarter: 9,
  judged: 8,
  onTime: 7,
  target: { percent: 95, citation: 'đề xuất nội bộ' },
  steps,
};

const texts = (found) => [...found].map((each) => each.textContent.trim());

test('every number of the matrix leads to what it counts', () => {
  const table = matrix(steps, 'k');
  const links = [...table.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]);

  assert.deepEqual(texts(table.querySelectorAll('thead th')), ['Quy trình, bước', 'Chưa rõ đơn vị', 'Sở A', 'Sở B', 'Tất cả']);
  assert.deepEqual(texts(table.querySelectorAll('tbody th')), ['Chuyển giao Hồ sơ quá hạn', 'Kiểm tra', 'Ký']);
  assert.deepEqual(links[0], ['Hồ sơ quá hạn', '/cases?kind=transfer&state=late&channel=k']);
  assert.deepEqual(
    links.filter(([, href]) => href === '#/lienket/late?process=P&step=S1&channel=k&organisation=a&state=late').map(([text]) => text),
    ['2 quá hạn']
  );
  assert.ok(links.some(([text, href]) => text === '8 mở' && href === '#/lienket/late?process=P&channel=k&state=open'));
  assert.ok(!links.some(([text]) => text.startsWith('0')));
  const [, , , , all] = table.querySelectorAll('tbody tr:nth-child(2) td, tbody tr:nth-child(2) th');
  assert.deepEqual(texts(all.querySelectorAll('span')), ['5 mở', '2 quá hạn', '1 tạm dừng']);
  assert.equal(table.querySelectorAll('tbody tr:nth-child(3) td')[0].querySelector('a'), null, 'tasks of nobody cannot be asked for');
});

test('what is not there is said', () => {
  assert.match(matrix([], '').textContent, /Chưa có việc nào/);
  assert.match(handling([]).textContent, /Chưa có việc nào/);
  assert.match(people({ items: [], more: 0 }, '').textContent, /Chưa có ai/);
});

test('tiles tell whose work is late, why cases pause, and what the target is', () => {
  const shown = tiles(work, '');
  const [open, due, late, paused, stuck, finished, rate] = shown.querySelectorAll('.lk-tile');

  assert.equal(open.querySelector('a').getAttribute('href'), '#/lienket/late?state=open');
  assert.equal(due.querySelector('a'), null, 'nothing leads nowhere');
  assert.deepEqual(texts(late.querySelectorAll('span')), ['Sở A: 1', 'Đơn vị khác: 1']);
  assert.equal(paused.querySelector('.lk-tile-value').textContent, '3');
  assert.deepEqual(texts(paused.querySelectorAll('span')), ['5. Yêu cầu bổ sung giấy tờ: 2', '8. Dừng xử lý: 1']);
  assert.match(stuck.textContent, /không có lỗi/);
  assert.match(finished.textContent, /trong quý: 9/);
  assert.match(rate.textContent, /87,5 %.*7\/8 hồ sơ có kết quả; chưa đạt mục tiêu.*95 % \(đề xuất nội bộ\)/);
  assert.match(tiles({ ...work, judged: 0, onTime: 0 }, '').textContent, /–chưa có hồ sơ nào có kết quả/);
  assert.match(tiles({ ...work, part: true }, '').textContent, /Phần việc của Sở A/);
});

test('lines of the chart differ by more than colour, and the table has their numbers', () => {
  const weeks = [
    { from: '2026-11-16', received: 5, finished: 2, late: 1 },
    { from: '2026-11-23', received: 6, finished: 4, late: 0 },
  ];
  const { data } = weekChart(weeks);

  assert.deepEqual(data.labels, ['16/11', '23/11']);
  assert.deepEqual(data.datasets.map((set) => set.data), [[5, 6], [2, 4], [1, 0]]);
  assert.equal(new Set(data.datasets.map(({ borderDash }) => String(borderDash))).size, 3);
  assert.equal(new Set(data.datasets.map(({ pointStyle }) => pointStyle)).size, 3);
  assert.deepEqual(texts(weekTable(weeks).querySelectorAll('td')), ['16/11/2026', '5', '2', '1', '23/11/2026', '6', '4', '0', 'Tổng cộng', '11', '6', '1']);
});

test('handling is compared with the term in words', () => {
  assert.equal(comparedWith(null, 3, 9), 'không có thời hạn');
  assert.equal(comparedWith(5, 5, 5), 'trong thời hạn');
  assert.match(comparedWith(5, 3, 6), /hơn một phần mười/);
  assert.equal(comparedWith(5, 6, 9).textContent, 'quá nửa vượt thời hạn');
});

test('who is away today is marked', () => {
  const person = { person: 'a.1', name: 'Bà A', organisation: 'a', organisationName: 'Sở A', open: 2, late: 0, finished: 3, absentUntil: '2026-11-30' };
  const shown = people({ items: [person, { ...person, person: 'a.2', absentUntil: null }], more: 4 }, '');

  assert.deepEqual(texts(shown.querySelectorAll('tr:nth-child(1) td')).slice(-1), ['Vắng mặt đến hết 30/11/2026']);
  assert.equal(shown.querySelector('a').getAttribute('href'), '#/lienket/late?person=a.1');
  assert.match(shown.textContent, /Còn 4 người khác/);
});

test('counts add up, and addresses say only what is asked', () => {
  assert.deepEqual(sum(steps), { open: 8, late: 2, paused: 1 });
  assert.equal(tasksAt({ process: 'P', step: null, channel: '' }), '#/lienket/late?process=P');
});
