import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './tasklist.js';

const { months, narrowed, rate, rowOf } = await load('month');
const { search } = await load('query');

test('offers the months up to this one', () => {
  const offered = months('2026-02-28');
  assert.deepEqual(offered.slice(0, 3), ['2026-02', '2026-01', '2025-12']);
  assert.equal(offered.length, 60);
});

test('asks only for what is chosen', () => {
  assert.equal(search({ month: '2026-11', organisation: '', kind: 'transfer', field: null, page: 0 }), '?month=2026-11&kind=transfer&page=0');
});

test('says a rate in per cent, and none by a dash', () => {
  assert.equal(rate(87.5), '87,5 %');
  assert.equal(rate(null), '–');
});

test('names the row of a number in the address and asks for its cases alone', () => {
  const row = { channel: 'binhduong-qtsc', kind: 'agreement', field: 'ioc' };
  assert.deepEqual(narrowed(rowOf({ ...row, organisation: 'binhduong' })), { ...row, lead: 'binhduong' });
  assert.deepEqual(narrowed(rowOf({ ...row, organisation: 'binhduong', field: null })), { ...row, lead: 'binhduong', field: '-' });
  assert.deepEqual(narrowed(null), {});
  assert.deepEqual(narrowed('binhduong'), {});
});
