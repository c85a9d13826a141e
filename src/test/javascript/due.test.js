import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './tasklist.js';

const { due, dueMoment, urgency } = await load('due');
const NOW = new Date('2026-11-29T03:00:00Z');

test('a term is said in days of Vietnam', () => {
  const said = {
    '2026-11-21T17:00:00.000+0700': 'Quá hạn 8 ngày',
    '2026-11-29T09:00:00.000+0700': 'Quá hạn',
    '2026-11-29T17:00:00.000+0700': 'Hôm nay',
    // the same day in Vietnam, the next in Hawaii
    '2026-11-29T23:59:00.000+0700': 'Hôm nay',
    '2026-11-30T00:01:00.000+0700': 'Ngày mai',
    '2026-12-01T17:00:00.000+0700': 'Còn 2 ngày',
  };
  Object.entries(said).forEach(([instant, words]) => assert.equal(due(instant, NOW), words, instant));
  assert.equal(due(null, NOW), '');
});

test('what is late and what is due today stands out', () => {
  assert.equal(urgency('2026-11-29T09:00:00.000+0700', NOW), 'lk-overdue');
  assert.equal(urgency('2026-11-29T17:00:00.000+0700', NOW), 'lk-today');
  assert.equal(urgency('2026-12-01T17:00:00.000+0700', NOW), 'lk-later');
  assert.equal(urgency(undefined, NOW), '');
});

test('the moment itself is that of Vietnam, however it is written', () => {
  assert.equal(dueMoment('2026-12-04T10:00:00.000+0000'), '17:00 04/12/2026');
  assert.equal(dueMoment('2026-12-04T10:00:00Z'), '17:00 04/12/2026');
  assert.equal(dueMoment(null), '');
});
