import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './tasklist.js';

const { query, rate } = await load('../../cockpit/lienket/month');

test('asks only for what is chosen', () => {
  assert.equal(query({ month: '2026-11', organisation: '', kind: 'transfer', field: null, page: 0 }), 'month=2026-11&kind=transfer&page=0');
});

test('says a rate in per cent, and none by a dash', () => {
  assert.equal(rate(87.5), '87,5 %');
  assert.equal(rate(null), '–');
});
