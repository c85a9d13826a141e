import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './tasklist.js';

const { addressOf, asked, direction, pathOf, pressed, range, summary } = await load('late-address');

test('an address says what is asked for, and only what is known', () => {
  const filter = asked('#/lienket/late?state=late&organisation=binhduong&text=%C4%91i%E1%BB%81u+h%C3%A0nh&page=2&x=y&reason=');
  assert.deepEqual(filter, { state: 'late', organisation: 'binhduong', text: 'điều hành', page: '2' });
  assert.deepEqual(asked('#/lienket/late'), {});
});

test('what is asked for makes the same address again', () => {
  const filter = { text: 'a & b = c', state: 'due', sort: '-since', page: '3' };
  assert.deepEqual(asked(addressOf(filter)), filter);
  assert.equal(addressOf({ page: '0', state: '', text: ' ' }), '#/lienket/late');
});

test('a list is asked for by the page, a file as a whole', () => {
  assert.equal(pathOf({ state: 'late', page: '2' }), '/work?state=late&page=2&size=50');
  assert.equal(pathOf({}), '/work?page=0&size=50');
  assert.equal(pathOf({ state: 'late', page: '2' }, true), '/work?state=late');
});

test('a column that is pressed again turns round', () => {
  assert.equal(pressed(undefined, 'due'), '-due');
  assert.equal(pressed('-due', 'due'), 'due');
  assert.equal(pressed('due', 'since'), 'since');
  assert.equal(direction(undefined, 'due'), 'ascending');
  assert.equal(direction('-since', 'since'), 'descending');
  assert.equal(direction('since', 'due'), null);
});

test('a summary counts what was done, and says of each refusal why', () => {
  const done = { caseCode: 'H09-1', problem: null };
  const refused = { caseCode: 'H09-2', problem: 'Việc hôm nay đã được nhắc.' };
  assert.equal(summary('đã nhắc', [done, done]), '2 việc đã nhắc.');
  assert.equal(summary('đã nhắc', [done, refused]), '1 việc đã nhắc, 1 việc không được: H09-2: Việc hôm nay đã được nhắc.');
  assert.equal(summary('đã nhắc', [refused]), '1 việc không được: H09-2: Việc hôm nay đã được nhắc.');
});

test('the range says which of how many are shown', () => {
  const found = { page: 1, size: 50, total: 10000, totalIsLowerBound: true, items: Array(50) };
  assert.equal(range(found), 'Việc 51 đến 100 trong hơn 10.000 việc.');
  assert.equal(range({ ...found, total: 60, totalIsLowerBound: false, items: Array(10) }), 'Việc 51 đến 60 trong 60 việc.');
  assert.equal(range({ ...found, total: 0, items: [] }), 'Không có việc nào.');
  assert.equal(range({ ...found, total: 40, totalIsLowerBound: false, items: [] }), 'Trang này không có việc nào; có 40 việc.');
});
