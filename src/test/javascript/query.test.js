import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './tasklist.js';

const { asked, entry, following, queryForm } = await load('query');

/** A page in Cockpit: its place, and the route that it is shown by. */
function page(hash) {
  const route = {};
  window.location.hash = hash;
  window.angular = { element: () => ({ injector: () => ({ get: () => ({ current: { $$route: route } }) }) }) };
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  return { place, route };
}

function settled() {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

async function ask(hash) {
  window.location.hash = hash;
  await settled();
}

test('a page stays, and shows one after the other what it is asked for last', async () => {
  const { place, route } = page('#/lienket/figures?month=1');
  const answers = [];
  const begun = [];
  const first = following(place, async (into) => {
    const query = asked().toString();
    begun.push(query);
    await new Promise((resolve) => answers.push(resolve));
    into.replaceChildren(query);
  });
  assert.equal(route.reloadOnSearch, false);

  await ask('#/lienket/figures?month=2');
  await ask('#/lienket/figures?month=3');
  assert.deepEqual(begun, ['month=1']);
  answers[0]();
  await first;
  await settled();
  answers[1]();
  await settled();
  assert.deepEqual(begun, ['month=1', 'month=3']);
  assert.equal(place.textContent, 'month=3');
});

test('what has failed is told, and the next question is answered', async () => {
  const { place } = page('#/lienket/figures');
  await following(place, async (into) => {
    if (asked().get('month') === '13') {
      throw new Error('Không có tháng này.');
    }
    into.replaceChildren('Số liệu');
  });

  await ask('#/lienket/figures?month=13');
  assert.equal(place.querySelector('[role=alert]').textContent, 'Không có tháng này.');
  await ask('#/lienket/figures?month=12');
  assert.equal(place.textContent, 'Số liệu');
});

test('what has failed can be tried again, and a condition that may be the reason left out', async () => {
  const { place } = page('#/lienket/finished');
  let fails = true;
  await following(place, async (into) => {
    if (fails || asked().get('kind') === 'x') {
      throw new Error('Máy chủ đang bận.');
    }
    into.append('Hồ sơ');
  });
  assert.equal(place.querySelector('.lk-retry a'), null);

  place.querySelector('.lk-retry button').click();
  await settled();
  assert.equal(document.activeElement, place.querySelector('.lk-retry button'));
  fails = false;
  place.querySelector('.lk-retry button').click();
  await settled();
  assert.equal(place.textContent, 'Hồ sơ');

  await ask('#/lienket/finished?kind=x');
  assert.equal(place.querySelector('.lk-retry a').getAttribute('href'), '#/lienket/finished');
});

test('what is called as what had the focus has it again, or else the first that can be pressed', async () => {
  const { place } = page('#/lienket/heat-map');
  await following(place, async (into) => {
    into.innerHTML = '<form><select name="process"></select><button type="submit">Xem</button></form>';
  });

  place.querySelector('select').focus();
  await ask('#/lienket/heat-map?process=a');
  assert.equal(document.activeElement, place.querySelector('select'));
  place.querySelector('button').focus();
  await ask('#/lienket/heat-map?process=b');
  assert.equal(document.activeElement, place.querySelector('button'));
});

test('another page is none of its business', async () => {
  const { place } = page('#/lienket/figures');
  let shown = 0;
  await following(place, async () => void shown++);

  await ask('#/lienket/late?state=late');
  await ask('#/lienket/figures?month=2');
  assert.equal(shown, 1);
});

test('what does not answer is not waited for for ever, and what it answers at last does not stay', async () => {
  const { place } = page('#/lienket/figures?month=1');
  const answers = [];
  const first = following(place, async (into) => {
    const query = asked().toString();
    if (query === 'month=1') {
      await new Promise((resolve) => answers.push(resolve));
      into.replaceChildren('month=1');
    } else {
      into.replaceChildren(query);
    }
  });

  await ask('#/lienket/figures?month=2');
  assert.equal(place.textContent, '');
  await new Promise((resolve) => setTimeout(resolve, 3200));
  assert.equal(place.textContent, 'month=2');
  answers[0]();
  await first;
  assert.equal(place.textContent, 'month=2');
});

test('what is asked for once more is shown once more', async () => {
  const { place } = page('#/lienket/figures?month=2');
  let shown = 0;
  await following(place, async (into) => {
    shown++;
    into.replaceChildren(queryForm('figures', [entry('month', 'Tháng', 'search', '2')], 'Xem'));
  });

  place.querySelector('form').dispatchEvent(new Event('submit'));
  await settled();
  assert.equal(shown, 2);
});
