import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, load, words } from './tasklist.js';

answer({ '/me': { administrator: true } });
const { codes, default: plugins, offered, versionOf } = await load('repairs');

test('codes are taken line by line or with commas, and none means all', () => {
  assert.deepEqual(codes(' H09-1\nH09-2, H09-3;'), ['H09-1', 'H09-2', 'H09-3']);
  assert.equal(codes(' \n'), null);
});

test('a version tells how many cases it has', () => {
  assert.equal(versionOf({ id: 'a', number: 2, running: 65000 }), 'Phiên bản 2 (65.000 đang chạy)');
});

test('steps are chosen by their names, those of one name by their ids too', () => {
  const steps = [
    { id: 'Task_A', name: 'Vào sổ' },
    { id: 'Task_B', name: 'Ký' },
    { id: 'Task_C', name: 'Vào sổ' },
  ];
  assert.deepEqual(
    offered(steps).map(([, label]) => label),
    ['Vào sổ (Task_A)', 'Ký', 'Vào sổ (Task_C)']
  );
});

test('what would happen is shown first, and then done with a reason', async () => {
  const sent = [];
  const item = { caseCode: 'H09-1', title: 'Tư vấn <i>A</i>', now: ['Kiểm tra'], then: ['Kiểm tra'], detail: null, warnings: ['Lưu ý'] };
  answer({
    '/repairs/processes': [{ name: 'Tư vấn', versions: [{ id: 'p2', number: 2, running: 0 }, { id: 'p1', number: 1, running: 1 }] }],
    '/repairs/migrations': (body) => {
      sent.push(body);
      return { dryRun: body.dryRun, remaining: 0, items: [{ ...item, outcome: body.dryRun ? 'READY' : 'DONE' }] };
    },
  });
  const node = document.createElement('div');
  document.body.append(node);
  await plugins[0].render(node);
  const forGood = node.querySelector('.btn-danger');
  assert.equal(forGood.disabled, true);

  node.querySelector('.lk-repair').dispatchEvent(new window.Event('submit', { cancelable: true }));
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.match(words(node.querySelector('table')), /H09-1 – Tư vấn <i>A<\/i>/);
  assert.match(words(node.querySelector('table')), /Làm được/);
  assert.equal(forGood.disabled, false);

  const reason = node.querySelector('#lk-repair-reason-migrations');
  forGood.click();
  assert.match(words(node.querySelector('#lk-repair-reason-migrations-error')), /Hãy nêu lý do/);
  assert.equal(reason.getAttribute('aria-invalid'), 'true');
  reason.value = 'Mô hình cũ';
  reason.dispatchEvent(new window.Event('input'));
  assert.equal(reason.getAttribute('aria-invalid'), 'false');
  forGood.click();
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual(sent, [
    { from: 'p1', to: 'p2', cases: null, dryRun: true, reason: '' },
    { from: 'p1', to: 'p2', cases: null, dryRun: false, reason: 'Mô hình cũ' },
  ]);
  assert.match(words(node.querySelector('table')), /Đã làm/);
  assert.equal(forGood.disabled, true);
});
