import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, enter, load, words } from './tasklist.js';

const { default: plugins } = await load('late');

const waiting = {
  taskId: 't1',
  caseCode: 'H09-1',
  title: 'Chia sẻ dữ liệu',
  stepName: 'Soạn dự thảo',
  processName: 'Ký kết',
  organisationName: 'Sở A',
  assigneeName: null,
  groups: ['Chuyên viên – Sở A'],
  since: '2026-11-02T02:00:00Z',
  due: '2026-11-04T02:00:00Z',
  state: 'late',
  stateName: 'Quá hạn',
  daysLate: 3,
  reasons: [{ code: 'unclaimed', sentence: 'Chưa ai nhận việc.' }],
  mayAct: true,
};
const taken = { ...waiting, assigneeName: 'Nguyễn An', reasons: [{ code: 'working', sentence: 'Nguyễn An đang xử lý.' }] };

/** Has the one task in the list given to somebody, where the API answers to that or refuses. */
async function give(answers) {
  const list = { page: 0, size: 50, total: 1, totalIsLowerBound: false };
  const none = { channels: [], organisations: [], processes: [], people: [], reasons: [], states: [] };
  answer({
    '/work/options': none,
    '/work?page=0&size=50': { ...list, items: [waiting] },
    '/work?text=H09-1&size=200': { ...list, items: [{ ...taken, taskId: 't0', assigneeName: 'Ai khác' }, taken] },
    '/tasks/receivers?tasks=t1': [{ id: 'b', name: 'Trần Bình' }],
    ...answers,
  });
  const node = document.createElement('div');
  document.body.replaceChildren(node);
  await plugins[0].render(node);
  await settled();
  node.querySelector('tbody input').click();
  await settled();
  enter(node.querySelector('#lk-late-receiver'), 'b');
  [...node.querySelectorAll('.lk-late-acts button')].find((button) => words(button) === 'Giao lại').click();
  await settled();
  return node.querySelector('tbody tr');
}

/** Longer than the list waits before it asks who may receive what is chosen. */
function settled() {
  return new Promise((resolve) => setTimeout(resolve, 400));
}

test('a task that was given to another is shown as it stands then', async () => {
  const sent = [];
  const row = await give({ '/tasks/t1/assignee': (body) => sent.push(body) });
  assert.deepEqual(sent, [{ person: 'b', note: '' }]);
  assert.match(words(row), /Nguyễn An.*Nguyễn An đang xử lý\..*Đã giao lại\.$/);
  assert.doesNotMatch(words(row), /Chưa ai nhận việc/);
});

test('who comes second sees who has it now', async () => {
  const row = await give({});
  assert.match(words(row), /Nguyễn An đang xử lý\.Không có .*assignee\.$/);
  assert.ok(row.querySelector('.lk-negative'));
});
