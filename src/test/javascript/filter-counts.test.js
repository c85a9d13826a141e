import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { load, words } from './tasklist.js';

const counted = { mine: 3, late: 1000 };
let signedOut = false;

globalThis.MutationObserver = window.MutationObserver;
globalThis.PerformanceObserver = class {
  observe() {}
};
window.angular = { element: (item) => ({ scope: () => ({ filter: { id: item.dataset.filter }, $watch() {} }) }) };
globalThis.fetch = (url) => {
  const [, id] = /filter\/(\w+)\/count$/.exec(url);
  return Promise.resolve(
    signedOut ? { status: 401, ok: false } : { status: 200, ok: true, json: () => Promise.resolve({ count: counted[id] }) }
  );
};
await load('filter-counts');

after(() => document.body.replaceChildren());

/** Draws the list of filters, as Angular does. */
async function draw(...ids) {
  document.body.replaceChildren(
    ...ids.map((id) => {
      const item = document.createElement('li');
      item.className = 'task-filter';
      item.dataset.filter = id;
      item.innerHTML = '<span class="name"><a>Việc</a></span>';
      return item;
    })
  );
  await new Promise(setImmediate);
  return [...document.querySelectorAll('.task-filter')].map(words);
}

test('every filter shows how many tasks it finds', async () => {
  assert.deepEqual(await draw('mine', 'late'), ['Việc3', 'Việc999+']);
});

test('the numbers go with the session', async () => {
  await draw('mine');
  signedOut = true;
  assert.deepEqual(await draw('mine', 'late'), ['Việc', 'Việc']);
});
