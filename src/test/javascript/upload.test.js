import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { agreement, answers } from './samples.js';
import { answer, load, open, words } from './tasklist.js';

/** The sendings of the page, each to be answered by the test. */
let sendings;

class Sending {
  upload = {};

  open(method, address) {
    this.address = `${method} ${address}`;
  }

  setRequestHeader() {}

  send(body) {
    this.body = body;
    sendings.push(this);
  }

  abort() {
    this.onabort();
  }

  async answer(status, content) {
    Object.assign(this, { status, responseText: JSON.stringify(content) });
    this.onload();
    await new Promise(setImmediate);
  }
}

await load('forms');

beforeEach(() => {
  sendings = [];
  globalThis.XMLHttpRequest = Sending;
  answer(answers);
});

/** The form of who revises a draft, with a file chosen. */
async function revising(fileName = 'du-thao-3.pdf') {
  const form = await open('agreement/revise-draft.html', { caseCode: agreement.caseCode }).prepared();
  choose(form, fileName);
  return form;
}

function choose(form, fileName) {
  const input = form.control('draftDocumentId');
  Object.defineProperty(input, 'files', { value: [new window.File(['%PDF'], fileName)], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const status = (form) => words(form.element.querySelector('.lk-upload-status'));
const button = (form) => form.element.querySelector('.lk-upload button');

test('a file is sent to the channel of its case, and submitted by its id', async () => {
  const form = await revising();
  assert.equal(sendings[0].address, 'POST /api/v1/documents');
  assert.equal(sendings[0].body.get('channel'), 'binhduong-tayninh');
  assert.match(status(form), /^Đang tải lên du-thao-3\.pdf/);
  sendings[0].upload.onprogress({ lengthComputable: true, loaded: 1, total: 2 });
  assert.equal(form.element.querySelector('progress').value, 0.5);
  assert.equal(form.submit(), null);
  assert.equal(form.error('draftDocumentId'), 'Tệp đang được tải lên, hãy chờ xong rồi gửi.');

  await sendings[0].answer(201, { id: 'd3', fileName: 'du-thao-3.pdf', size: 45_600 });
  assert.equal(status(form), 'du-thao-3.pdf (PDF, 45,6 KB)');
  assert.equal(form.error('draftDocumentId'), '');
  assert.ok(form.changed);
  assert.equal(form.submit().draftDocumentId, 'd3');
});

test('what the product refuses is told, and nothing is submitted', async () => {
  const form = await revising();
  await sendings[0].answer(400, { detail: 'Tệp có mã độc.' });
  assert.equal(form.error('draftDocumentId'), 'Tệp có mã độc.');
  assert.equal(form.submit(), null);
});

test('a file of another kind is not even sent', async () => {
  const form = await revising('anh.gif');
  assert.deepEqual(sendings, []);
  assert.equal(form.error('draftDocumentId'), 'Tệp “anh.gif” không thuộc loại được nhận (.pdf, .docx).');
});

test('a sending can be stopped, a file taken away', async () => {
  const form = await revising();
  assert.equal(button(form).textContent, 'Hủy');
  button(form).click();
  assert.equal(status(form), 'hoặc kéo thả tệp vào đây');
  choose(form, 'du-thao-3.pdf');
  await sendings[1].answer(201, { id: 'd3', fileName: 'du-thao-3.pdf', size: 1 });
  assert.equal(button(form).textContent, 'Bỏ tệp');
  button(form).click();
  assert.equal(form.store().draftDocumentId, null);
});

test('only the newest of two sendings counts', async () => {
  const form = await revising();
  choose(form, 'du-thao-4.pdf');
  await sendings[0].answer(201, { id: 'd3', fileName: 'du-thao-3.pdf', size: 1 });
  assert.match(status(form), /^Đang tải lên du-thao-4\.pdf/);
  await sendings[1].answer(201, { id: 'd4', fileName: 'du-thao-4.pdf', size: 1 });
  assert.equal(form.store().draftDocumentId, 'd4');
});

test('a file of another channel is dropped with the channel', async () => {
  const form = await open('agreement/start-agreement.html').prepared();
  choose(form, 'du-thao-1.pdf');
  await sendings[0].answer(201, { id: 'd1', fileName: 'du-thao-1.pdf', size: 1 });
  form.type('channel', '');
  assert.equal(form.store().draftDocumentId, null);
  assert.match(form.error('draftDocumentId'), /^Kênh hợp tác đã đổi/);
  assert.ok(form.control('draftDocumentId').disabled);
});

test('a file that was saved with the form is told by name again', async () => {
  const known = new Map([
    ['Content-Disposition', "attachment; filename*=UTF-8''ban-ky.pdf"],
    ['Content-Length', '1200'],
  ]);
  const others = globalThis.fetch;
  globalThis.fetch = (url, options) =>
    url === '/api/v1/documents/d9' ? Promise.resolve({ ok: true, headers: known }) : others(url, options);
  const form = await open('agreement/revise-draft.html', { caseCode: agreement.caseCode }, { draftDocumentId: 'd9' }).prepared();
  assert.equal(status(form), 'ban-ky.pdf (PDF, 1,2 KB)');

  const gone = await open('agreement/revise-draft.html', { caseCode: agreement.caseCode }, { draftDocumentId: 'd0' }).prepared();
  assert.equal(gone.error('draftDocumentId'), 'Tệp đã chọn không còn nữa, hãy tải lại.');
});
