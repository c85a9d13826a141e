import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { answers, toEnd } from './samples.js';
import { answer, load, open, words } from './tasklist.js';

before(async () => {
  await load('forms');
  answer(answers);
});

const withdraw = (saved = {}) => open('cases/withdraw-case.html', {}, saved).prepared();
const found = (form) => [...form.element.querySelectorAll('[data-cases] label')].map(words);
const dialog = (form) => form.element.querySelector('[role=alertdialog]');

function search(form, text) {
  const input = form.control('caseCode');
  input.value = text;
  input.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  return form.prepared();
}

test('a case is found by what is typed and chosen with the facts before the eyes', async () => {
  const form = await withdraw();
  assert.equal(found(form).length, 2, 'the newest are there at once');
  assert.equal(form.submit(), null);
  assert.equal(form.error('caseCode'), 'Hồ sơ: hãy tìm và chọn một hồ sơ.');
  assert.ok(form.element.querySelector('[data-chosen]').hidden);

  form.choose('caseCode', toEnd.caseCode);
  await form.prepared();
  assert.equal(form.error('caseCode'), '');
  assert.match(form.slot('facts'), /Tư vấn chuyển đổi số.*Đang thực hiện.*Sở TT&TT Bình Dương.*Thực hiện bước \(Lê Minh\)/);
  assert.match(form.slot('aftermath'), /1 việc đang mở dừng lại.*Khoản hỗ trợ không còn tính.*Cơ khí Thuận An/);
  assert.equal(form.submit(), null);
  assert.equal(form.error('withdrawalReason'), 'Lý do rút hồ sơ: không được để trống.');
});

test('what is not found any more is not chosen any more', async () => {
  const form = await withdraw();
  form.choose('caseCode', toEnd.caseCode);
  await form.prepared();
  await search(form, 'khac');
  assert.deepEqual(found(form), ['H09-261128-0099 Hồ sơ khácTư vấn chuyển đổi số · Thực hiện bước']);
  assert.ok(form.element.querySelector('[data-chosen]').hidden);
  assert.equal(form.store().caseCode, '');
  await search(form, 'x');
  assert.match(words(form.element.querySelector('[data-field=caseCode]')), /Không tìm thấy hồ sơ nào\./);
});

test('the case and the reason are sent after a yes', async () => {
  const form = await withdraw();
  form.choose('caseCode', toEnd.caseCode);
  await form.prepared();
  form.type('withdrawalReason', 'Doanh nghiệp đổi kế hoạch');
  assert.equal(form.submit(), null);
  assert.equal(
    words(dialog(form).firstElementChild),
    `Bạn sắp rút hồ sơ ${toEnd.caseCode} “${toEnd.title}”. Không hoàn lại được.`
  );
  dialog(form).querySelector('button').click();
  assert.deepEqual(form.submit(), { caseCode: toEnd.caseCode, withdrawalReason: 'Doanh nghiệp đổi kế hoạch' });
});

test('a case that cannot be ended says why beside its field', async () => {
  const form = await open('agreement/terminate-agreement.html').prepared();
  form.choose('caseCode', toEnd.caseCode);
  await form.prepared();
  assert.match(form.error('caseCode'), /^Không có/);
  assert.equal(form.submit(), null);
  assert.match(form.error('caseCode'), /^Không có/);
});
