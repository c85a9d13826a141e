import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { load } from './tasklist.js';

const requests = [];
const ANSWERS = {
  'GET /api/v1/known': [200, { 'Content-Type': 'application/json' }, '{"title":"Đã biết"}'],
  'GET /api/v1/forbidden': [403, {}, '{"detail":"Bạn không thuộc kênh này."}'],
  'GET /api/v1/broken': [500, {}, '<html>'],
  'POST /api/v1/asked': [200, {}, '{"total":1}'],
  'HEAD /api/v1/documents/a%2Fb': [
    200,
    { 'Content-Disposition': "attachment; filename*=UTF-8''b%E1%BA%A3n.pdf", 'Content-Length': '42' },
    '',
  ],
};

let api;
let server;

before(async () => {
  api = await load('api');
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const asked = `${request.method} ${request.url}`;
      requests.push({ asked, body, token: request.headers['x-xsrf-token'] });
      const [status, headers, content] = ANSWERS[asked] || [404, {}, '{}'];
      response.writeHead(status, headers).end(content);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const real = globalThis.fetch;
  globalThis.fetch = (path, options) => real(`http://127.0.0.1:${server.address().port}${path}`, options);
});

after(() => server.close());

test('what is there is read', async () => {
  assert.deepEqual(await api.get('/known'), { title: 'Đã biết' });
  assert.deepEqual(await api.find('/known'), { title: 'Đã biết' });
});

test('what is not there is null where that is asked, else a sentence', async () => {
  assert.equal(await api.find('/unknown'), null);
  await assert.rejects(api.get('/unknown'), /Hệ thống không trả lời được yêu cầu này \(404\)/);
});

test('a refusal is told in the words of the product', async () => {
  await assert.rejects(api.get('/forbidden'), { message: 'Bạn không thuộc kênh này.' });
  await assert.rejects(api.find('/forbidden'), { message: 'Bạn không thuộc kênh này.' });
  await assert.rejects(api.get('/broken'), /\(500\)/);
});

test('a body is sent with the token of the session', async () => {
  document.cookie = 'XSRF-TOKEN=a%2Bb';
  assert.deepEqual(await api.post('/asked', { cost: 1 }), { total: 1 });
  assert.deepEqual(requests.at(-1), { asked: 'POST /api/v1/asked', body: '{"cost":1}', token: 'a+b' });
});

test('a document is told by name and size', async () => {
  assert.deepEqual(await api.describe('a/b'), { id: 'a/b', fileName: 'bản.pdf', size: 42 });
  assert.equal(await api.describe('gone'), null);
});

test('without a connection it says so', async () => {
  const real = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'));
  await assert.rejects(api.get('/known'), { message: 'Mất kết nối tới hệ thống. Hãy thử lại.' });
  globalThis.fetch = real;
});

test('what is refused for want of a session is asked again once the same person is back', async () => {
  const path = 'POST /api/v1/reminded';
  const signsIn = (event) => {
    event.preventDefault();
    setTimeout(() => {
      ANSWERS[path] = [204, {}, ''];
      document.cookie = 'XSRF-TOKEN=new';
      window.dispatchEvent(new Event(api.SIGNED_IN));
    });
  };
  const signedOut = () => (ANSWERS[path] = [401, {}, '{"detail":"Bạn chưa đăng nhập."}']);
  window.addEventListener(api.SIGNED_OUT, signsIn, { once: true });
  const before = requests.length;

  signedOut();
  await api.change('POST', '/reminded', { note: 'gấp' });
  assert.deepEqual(
    requests.slice(before).map(({ body }) => body),
    ['{"note":"gấp"}', '{"note":"gấp"}']
  );
  assert.equal(requests.at(-1).token, 'new');

  signedOut();
  window.addEventListener(api.SIGNED_OUT, (event) => event.preventDefault(), { once: true });
  await assert.rejects(api.change('POST', '/reminded', {}, { patient: false }), { message: 'Bạn chưa đăng nhập.' });
  await assert.rejects(api.change('POST', '/reminded', {}), { message: 'Bạn chưa đăng nhập.' });
});
