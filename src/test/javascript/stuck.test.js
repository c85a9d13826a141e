import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, load, words } from './tasklist.js';

const { address, around, counted, default: plugins, standing } = await load('stuck');

const MAIL = {
  id: 'i1',
  kind: 'MAIL',
  sentence: 'Thư “Mời <b>họp</b>” không đến được.',
  advice: 'Hãy sửa địa chỉ.',
  caseCode: 'H09-261123-0001',
  title: 'Thỏa thuận',
  channel: 'binhduong-tayninh',
  leadOrganisation: 'binhduong',
  since: '2026-11-23T03:00:00Z',
  tries: 5,
  mail: 'm1',
  mayCorrect: true,
  technical: null,
};

test('only what is asked for stands in the address', () => {
  assert.equal(address({ channel: '', case: '', page: 0 }), '/incidents?page=0&size=20');
  assert.equal(address({ channel: 'a', case: 'H09 1', page: 2 }), '/incidents?page=2&size=20&channel=a&case=H09+1');
});

test('their number is told, also when it is a bound, and when there are none', () => {
  assert.equal(counted({ total: 0, totalIsLowerBound: false }), 'Không có việc nào bị kẹt.');
  assert.equal(counted({ total: 3, totalIsLowerBound: false }), '3 việc bị kẹt, mới nhất trước');
  assert.equal(counted({ total: 1000, totalIsLowerBound: true }), 'Hơn 1.000 việc bị kẹt, mới nhất trước');
});

test('there are pages before and after as far as the number goes', () => {
  const page = { items: [MAIL], size: 1, total: 2, totalIsLowerBound: false };
  assert.deepEqual(around({ ...page, page: 0 }), { before: null, after: 1 });
  assert.deepEqual(around({ ...page, page: 1 }), { before: 0, after: null });
  assert.deepEqual(around({ ...page, page: 5, totalIsLowerBound: true }), { before: 4, after: 6 });
  assert.deepEqual(around({ ...page, page: 5, items: [], totalIsLowerBound: true }), { before: 4, after: null });
});

test('it is told since when it is stuck and how often it was tried', () => {
  assert.match(standing(MAIL), /^Từ .*23\/11\/2026.*, đã thử 5 lần$/);
  assert.doesNotMatch(standing({ ...MAIL, tries: 0 }), /thử/);
});

test('a job is tried again as often as is said, and that is told', async () => {
  const sent = [];
  let items = [MAIL];
  answer({
    '/names': { channels: { 'binhduong-tayninh': 'Bình Dương – Tây Ninh' }, people: {}, groups: {}, organisations: {} },
    get '/incidents?page=0&size=20'() {
      return { items, page: 0, size: 20, total: items.length, totalIsLowerBound: false, maxTimes: 10 };
    },
    '/incidents/i1/retries': (body) => {
      sent.push(body);
      items = [];
      return {};
    },
  });
  const node = document.createElement('div');
  document.body.append(node);
  await plugins[0].render(node);
  assert.equal(words(node.querySelector('h2')), MAIL.sentence, 'as text, not as markup');
  assert.equal(node.querySelector('section a').getAttribute('href'), '/cases/H09-261123-0001');
  assert.equal(node.querySelector('details'), null);

  node.querySelector('[id=lk-stuck-times-i1]').value = '4';
  [...node.querySelectorAll('.lk-stuck-act')].at(-1).dispatchEvent(new window.Event('submit', { cancelable: true }));
  await new Promise((resolve) => setTimeout(resolve, 20));

  assert.deepEqual(sent, [{ times: 4 }]);
  assert.equal(words(node.querySelector('[role=status]')), `Đã cho chạy lại: ${MAIL.sentence}`);
  assert.equal(node.querySelector('section'), null);
});
