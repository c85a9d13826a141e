import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './tasklist.js';

const { Draft } = await load('drafts');
const { SIGNED_IN } = await load('api');
let sent;
let status;
let said;

beforeEach(() => {
  sent = [];
  status = 204;
  said = [];
  globalThis.fetch = async (url, { method = 'GET', body, keepalive } = {}) => {
    sent.push({ url, method, body: body && JSON.parse(body), keepalive });
    return { ok: status < 400, status, json: async () => ({}), text: async () => '{}' };
  };
});

function watched(values, form = { taskId: 'b7e1' }) {
  const draft = new Draft(form);
  draft.watch(() => ({ ...values }), (words) => said.push(words));
  return draft;
}

test('only what has changed is kept, once', async () => {
  const values = { note: '' };
  const draft = watched(values);
  await draft.flush();
  assert.deepEqual(sent, []);

  values.note = 'Dở dang';
  await draft.flush();
  await draft.flush();
  assert.deepEqual(sent, [{ url: '/api/v1/drafts/tasks/b7e1', method: 'PUT', body: { values: { note: 'Dở dang' } }, keepalive: false }]);
  assert.equal(said.length, 1);
});

test('a start form is kept by its process, whatever its version', async () => {
  const values = {};
  const draft = watched(values, { processDefinitionId: 'AgreementSigningProcess:3:f6bf' });
  values.title = 'Mới';
  await draft.flush();
  assert.equal(sent[0].url, '/api/v1/drafts/starts/AgreementSigningProcess');
});

test('what could not be kept is sent again once the person is back', async () => {
  const values = {};
  const draft = watched(values);
  values.note = 'a';
  status = 401;
  await draft.flush();
  status = 204;
  window.dispatchEvent(new Event(SIGNED_IN));
  await new Promise(setImmediate);
  assert.deepEqual(sent.map(({ body }) => body.values.note), ['a', 'a']);
});

test('nothing is kept while the form is being sent, and again once it was refused', async () => {
  const values = {};
  const draft = watched(values);
  values.note = 'a';
  draft.touch(true);
  draft.hold();
  await draft.flush();
  assert.deepEqual(sent, []);

  draft.release();
  await draft.flush();
  assert.equal(sent.length, 1);
  draft.end();
});

test('of a task that is done nothing more is kept', async () => {
  const values = {};
  const draft = watched(values);
  values.note = 'a';
  status = 404;
  await draft.flush();
  values.note = 'b';
  await draft.flush();
  assert.equal(sent.length, 1);

  const finished = watched(values);
  finished.end();
  values.note = 'c';
  await finished.flush();
  assert.equal(sent.length, 1);
});

test('what was typed before the form was prepared is kept', async () => {
  const draft = new Draft({ taskId: 'b7e1' });
  draft.touch(true);
  draft.watch(() => ({ note: 'sớm' }), () => {});
  await draft.flush();
  assert.equal(sent[0].body.values.note, 'sớm');
});

test('leaving the page does not cut the last save off', async () => {
  const values = {};
  watched(values);
  values.note = 'a';
  window.dispatchEvent(new Event('pagehide'));
  await new Promise(setImmediate);
  assert.equal(sent[0].keepalive, true);
});
