import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './tasklist.js';

const angularModule = { config: () => angularModule, run: () => angularModule };
window.angular = { module: () => angularModule };
globalThis.fetch = async () => ({ ok: false });
const { inVietnamese, withoutParts } = await load('toasts');
const ENGLISH = 'Cannot find task with id 17: task is null';

test('a clerk reads no English of the engine, who looks after it reads it too', () => {
  assert.match(inVietnamese(ENGLISH, 'tasklist'), /^Hệ thống không làm được việc này\. [^:]*$/);
  assert.match(inVietnamese(ENGLISH, 'cockpit'), /\(Cannot find task with id 17: task is null\)$/);
});

test('what is said in Vietnamese, or by a sign, stays', () => {
  ['Hồ sơ: không được để trống.', 'H09-261129-0001', '', undefined].forEach((message) =>
    assert.equal(inVietnamese(message, 'tasklist'), message)
  );
});

test('the parts of a page that wait for what has failed are not told', () => {
  const told = 'Việc này không còn nữa: <b> không phải <task> <- gì.';
  ['', '<task> <- ', '<taskList> <- <task> <- '].forEach((parts) => assert.equal(withoutParts(parts + told), told));
  assert.equal(withoutParts(undefined), undefined);
});
