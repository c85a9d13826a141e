import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, load, words } from './tasklist.js';

document.body.innerHTML = `<form><label for="kind">Loại</label><select id="kind"></select>
  <label for="from">Mở từ ngày</label><input id="from" name="from" type="date" value="2026-11-02" required aria-describedby="hint"></form>`;
await load('page-days');

test('the days of a page are typed, and sent by its address as before', () => {
  const form = document.querySelector('form');
  const typed = document.getElementById('from');
  assert.equal(typed.value, '02/11/2026');
  assert.ok(typed.required);
  assert.equal(typed.getAttribute('aria-describedby'), 'hint');
  assert.equal(form.querySelector('button').getAttribute('aria-label'), 'Chọn ngày: Mở từ ngày');
  enter(typed, '3/11/2026');
  assert.deepEqual([...new FormData(form)], [['from', '2026-11-03']]);
  assert.ok(form.checkValidity());
});

test('a day that is none keeps the form back and is told beside it', () => {
  const form = document.querySelector('form');
  const typed = document.getElementById('from');
  enter(typed, '31/02/2026');
  assert.equal(form.checkValidity(), false);
  assert.equal(words(form.querySelector('.problem')), 'Mở từ ngày: không có ngày 31/02/2026.');
  enter(typed, '28/02/2026');
  assert.ok(form.checkValidity());
  assert.equal(words(form.querySelector('.problem')), '');
  enter(typed, '');
  assert.equal(form.checkValidity(), false, 'the day is required');
});
