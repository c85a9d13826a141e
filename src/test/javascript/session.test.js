import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './tasklist.js';

const { goOn } = await load('session');

/** Camunda's client around one that answers in this way, and what is told of a claim. */
async function claim(post) {
  class Client {
    constructor() {
      this._wrapped = { post };
    }

    post(path, call) {
      return this._wrapped.post(path, call);
    }
  }
  const told = [];
  await new (goOn(Client))().post('/task/a/claim', { done: (failure, answer) => told.push(failure?.message || answer) }).catch(() => {});
  return told;
}

test('a request whose connection breaks is told of, though Camunda\'s client only gives up its promise', async () => {
  assert.deepEqual(await claim(() => Promise.reject(new Error('Request has been terminated'))), ['Mất kết nối tới hệ thống. Hãy thử lại.']);
});

test('what is answered or refused is told once', async () => {
  assert.deepEqual(
    await claim((path, { done }) => {
      done(null, 'Đã nhận.');
      return Promise.resolve();
    }),
    ['Đã nhận.']
  );
  assert.deepEqual(
    await claim((path, { done }) => {
      const failure = Object.assign(new Error('Máy chủ đang bận.'), { status: 503 });
      done(failure);
      return Promise.reject(failure);
    }),
    ['Máy chủ đang bận.']
  );
});
