import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { answers, report } from './samples.js';
import { answer, load, open } from './tasklist.js';

const text = (/** @type {any} */ content) => content.map((/** @type {Node} */ each) => each.textContent).join(' ');

let show;

before(async () => {
  await load('forms');
  show = await load('report');
  answer(answers);
});

test('a report starts on the last quarter unless another one is chosen', async () => {
  const form = await open('report/start-report.html', {}).prepared();
  const { from, to } = form.store();
  assert.deepEqual([from, to], ['2026-07-01', '2026-09-30']);
  const select = form.element.querySelector('[data-quarter]');
  select.value = '1';
  select.onchange();
  const chosen = form.store();
  assert.deepEqual([chosen.from, chosen.to], ['2026-04-01', '2026-06-30']);
  assert.equal(form.element.querySelector('#report-to').value, '30/06/2026');
});

test('the figures of a report end with the sum of its cases', () => {
  const shown = text(show.figures(report));
  assert.match(shown, /Tổng cộng1311110/);
  assert.match(shown, /2 hoạt động, 1 hoàn thành, 1 quá hạn/);
  assert.match(shown, /1\/2 đạt mục tiêu/);
  assert.match(shown, /2 khoản, 21\.500\.000 đồng/);
  assert.equal(show.figures({ ...report, figures: null }), null);
});

test('the newest opinion on a report stands first', () => {
  assert.match(show.opinions(report).textContent, /^Phê duyệt, phiên bản 1 Yêu cầu sửaThiếu chỉ tiêu.*Soát xét, phiên bản 1 Trình lãnh đạo/);
});
