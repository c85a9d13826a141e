import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, words } from './tasklist.js';

const { nameIds } = await load('names');

test('ids become names, wherever they are drawn, but not where somebody types', async () => {
  globalThis.fetch = async () => ({
    ok: true,
    status: 200,
    json: async () => ({
      people: { 'binhduong.officer1': 'Chuyên viên 1' },
      groups: { 'binhduong-officer': 'Chuyên viên – Bình Dương' },
      organisations: {},
      channels: { 'binhduong-qtsc': 'Hợp tác Bình Dương – QTSC' },
    }),
  });
  document.body.innerHTML = '<p> binhduong.officer1 </p><pre>binhduong-qtsc</pre>';
  nameIds();
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(words(document.querySelector('p')), 'Chuyên viên 1');
  assert.equal(document.querySelector('p').title, 'binhduong.officer1');
  assert.equal(words(document.querySelector('pre')), 'binhduong-qtsc');

  const later = document.createElement('td');
  later.textContent = 'binhduong-officer';
  document.body.append(later);
  await new Promise(setImmediate);
  assert.equal(later.textContent, 'Chuyên viên – Bình Dương');
  later.firstChild.nodeValue = 'binhduong-qtsc';
  await new Promise(setImmediate);
  assert.equal(later.textContent, 'Hợp tác Bình Dương – QTSC');
  later.textContent = 'binhduong.officer1 và người khác';
  await new Promise(setImmediate);
  assert.equal(later.textContent, 'binhduong.officer1 và người khác');
});
