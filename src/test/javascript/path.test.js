import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './tasklist.js';

const { passed, said, taken } = await load('path');
const { badge, heat, hottest } = await load('heat');
const { address, asked } = await load('query');

const at = (second) => new Date(Date.UTC(2026, 10, 2, 1, 0, second)).toISOString();
const passage = (element, sequence, from, to, cancelled = false) => ({
  element,
  name: element,
  type: 'userTask',
  sequence,
  startedAt: at(from),
  endedAt: to == null ? null : at(to),
  cancelled,
});

test('an element is told with how often it was passed, whether the case is there, and whether it was only left', () => {
  const found = passed([passage('A', 1, 0, 1), passage('B', 2, 1, 5, true), passage('A', 3, 5, 6), passage('C', 4, 6)]);
  assert.deepEqual([...found.keys()], ['A', 'B', 'C']);
  assert.equal(found.get('A').times, 2);
  assert.deepEqual([found.get('B').left, found.get('A').left, found.get('C').here, found.get('A').here], [true, false, true, false]);
  assert.equal(passed([passage('B', 1, 0, 1, true), passage('B', 2, 2, 3)]).get('B').left, false);
});

test('of the ways out of a gateway the one is taken whose target began at once', () => {
  const flows = [
    { id: 'in', source: 'A', target: 'G' },
    { id: 'yes', source: 'G', target: 'Y' },
    { id: 'no', source: 'G', target: 'N' },
  ];
  assert.deepEqual(taken(flows, [passage('A', 1, 0, 50), passage('G', 2, 50, 50), passage('Y', 3, 50, 59), passage('N', 9, 59)]), ['in', 'yes']);
});

test('the only way on is taken, however long a job had to wait, but not from what was left or is going on', () => {
  const flows = [{ id: 'on', source: 'A', target: 'B' }];
  assert.deepEqual(taken(flows, [passage('A', 1, 0, 1), passage('B', 2, 55)]), ['on']);
  assert.deepEqual(taken(flows, [passage('A', 1, 0, 1, true), passage('B', 2, 1)]), []);
  assert.deepEqual(taken(flows, [passage('A', 1, 0), passage('B', 2, 1)]), []);
  assert.deepEqual(taken(flows, [passage('B', 1, 0, 1), passage('A', 2, 1, 1)]), []);
});

test('values of a table are said as people read them', () => {
  assert.deepEqual([true, false, null, 1234567, 'a'].map(said), ['có', 'không', '–', '1.234.567', 'a']);
});

test('a step is as hot as its median is near its term', () => {
  const name = (medianDays, termDays) => heat({ medianDays, termDays }).name;
  assert.deepEqual(
    [name(1, 2), name(4, 5), name(5, 5), name(6, 5), name(0, 0), name(1, 0), name(null, 5), name(3, null)],
    ['Nhanh', 'Trong hạn', 'Sát hạn', 'Vượt hạn', 'Sát hạn', 'Vượt hạn', 'Chưa có số liệu', 'Chưa có số liệu']
  );
});

test('a badge says what the colour says', () => {
  const step = { step: 'A', name: 'A', passages: 12, medianDays: 3, p90Days: 9, termDays: 2, late: 4, open: 5, overdue: 2 };
  assert.deepEqual(badge(step), ['Vượt hạn 3/2 ngày', '12 lượt', 'chờ 5, trễ 2']);
  assert.deepEqual(badge({ ...step, medianDays: null, passages: 0, open: 0 }), ['Chưa có số liệu', '0 lượt']);
});

test('a subprocess is as hot as its hottest step, and all that waits in it is added up', () => {
  const step = { medianDays: 1, termDays: 5, open: 2, overdue: 0 };
  const found = hottest([step, { ...step, medianDays: 9, overdue: 1 }, { ...step, medianDays: null }]);
  assert.deepEqual([found.level.name, found.open, found.overdue], ['Vượt hạn', 6, 1]);
  assert.equal(hottest([]).level.name, 'Chưa có số liệu');
});

test('an address names only what is asked for, and is read without what the viewer adds', () => {
  assert.equal(address('finished', { text: 'giếng', kind: '', from: null }), '#/lienket/finished?text=gi%E1%BA%BFng');
  window.location.hash = '#/lienket/finished?case=A-1&viewbox=%7B%7D';
  assert.equal(asked().toString(), 'case=A-1');
});
