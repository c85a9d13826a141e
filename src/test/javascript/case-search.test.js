import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { enter, load, words } from './tasklist.js';

const { mountSearch } = await load('case-search');
const CASES = [
  { caseCode: 'H09-261128-0001', title: 'Trung tâm điều hành', step: 'Thẩm định dự thảo', caseStatusName: 'Đang xử lý' },
  { caseCode: 'H09-261128-0002', title: 'Đào tạo MOOCs', step: null, caseStatusName: 'Đã trả kết quả' },
];
let place;
let asked;

beforeEach(() => {
  asked = [];
  globalThis.fetch = async (url) => {
    asked.push(url);
    const items = url.includes('khong') ? [] : CASES;
    return { ok: true, status: 200, json: async () => ({ items, total: items.length ? 30 : 0 }) };
  };
  place = document.createElement('div');
  document.body.replaceChildren(place);
  mountSearch(place);
});

const input = () => place.querySelector('input');
const found = () => place.querySelector('[role=listbox]');
const press = (key) => input().dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

async function search(text) {
  enter(input(), text);
  await new Promise((resolve) => setTimeout(resolve, 350));
}

test('cases are found while one types, and lead to their pages', async () => {
  await search('dieu hanh');
  assert.deepEqual(asked, ['/api/v1/cases?size=8&text=dieu%20hanh']);
  assert.equal(input().getAttribute('aria-expanded'), 'true');
  assert.deepEqual([...found().querySelectorAll('a')].map((link) => link.getAttribute('href')), [
    '/cases/H09-261128-0001',
    '/cases/H09-261128-0002',
    '/cases?text=dieu%20hanh',
  ]);
  assert.match(words(found()), /H09-261128-0001 Trung tâm điều hành ?Thẩm định dự thảo/);
});

test('arrows choose, Escape closes', async () => {
  await search('dieu hanh');
  press('ArrowDown');
  press('ArrowDown');
  assert.equal(input().getAttribute('aria-activedescendant'), 'lk-search-1');
  assert.equal(found().querySelectorAll('[aria-selected=true]').length, 1);
  press('ArrowUp');
  press('ArrowUp');
  assert.equal(input().getAttribute('aria-activedescendant'), 'lk-search-2');
  press('Escape');
  assert.equal(found().hidden, true);
});

test('nothing found is said, one letter is not searched', async () => {
  await search('khong co');
  assert.equal(words(found()), 'Không tìm thấy hồ sơ nào.');
  asked = [];
  await search('k');
  assert.deepEqual(asked, []);
  assert.equal(found().hidden, true);
});
