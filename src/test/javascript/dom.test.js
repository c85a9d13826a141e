import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, words } from './tasklist.js';

const { amount, by, cited, dated, day, decimal, download, element, extension, facts, lines, list, moment, money, multiline, size, spoken, storedFile, table } = await load('dom');

test('what somebody typed becomes text, never markup', () => {
  const shown = element('p', { title: '"><b>' }, '<img src=x>', null, false, ['a', 'b']);
  assert.equal(shown.children.length, 0);
  assert.equal(shown.textContent, '<img src=x>ab');
  assert.equal(shown.getAttribute('title'), '"><b>');
});

test('an attribute is left out, empty or its value', () => {
  const shown = element('input', { hidden: true, disabled: false, value: null, max: 0 });
  assert.deepEqual(shown.getAttributeNames(), ['hidden', 'max']);
  assert.equal(shown.getAttribute('max'), '0');
});

test('days and moments are those of Vietnam', () => {
  assert.equal(day('2023-10-06'), '06/10/2023');
  assert.equal(day(null), '');
  assert.match(moment('2026-11-28T18:30:00Z'), /01:30.*29\/11\/2026/);
  assert.equal(moment(undefined), '');
});

test('what was done is told with who did it and its day', () => {
  assert.match(by('Lê An', '2026-11-28T18:30:00Z'), /^Lê An, 01:30.*29\/11\/2026$/);
  assert.equal(dated('12/CN', '2026-11-20'), '12/CN, ngày 20/11/2026');
  assert.equal(multiline('một\nhai').textContent, 'một\nhai');
  assert.ok(!multiline(null));
});

test('large sums are spoken of in short', () => {
  for (const [digits, words] of [
    ['1250000000', '1 tỷ 250 triệu đồng'],
    ['12000000', '12 triệu đồng'],
    ['1000000', '1 triệu đồng'],
    ['1000000000000', '1.000 tỷ đồng'],
    ['2005000500', '2 tỷ 5 triệu 500 đồng'],
    ['70500000', '70 triệu 500 nghìn đồng'],
    ['007000000', '7 triệu đồng'],
    ['999999', ''],
    ['0', ''],
  ]) {
    assert.equal(spoken(digits), words, digits);
  }
});

test('numbers are grouped as people write them', () => {
  assert.equal(money(1234567), '1.234.567 đồng');
  assert.equal(money(0), '0 đồng');
  assert.equal(amount('', 'người'), '');
  assert.equal(decimal(62.54), '62,5');
  assert.equal(decimal(null), '');
});

test('files are told by size and kind', () => {
  assert.equal(size(10), '0,1 KB');
  assert.equal(size(45_600), '45,6 KB');
  assert.equal(size(2_500_000), '2,5 MB');
  assert.equal(extension('hop.dong.pdf'), 'PDF');
  assert.equal(extension('hopdong'), '');
});

test('a document is saved under its id', () => {
  const link = download('a/b', 'hop-dong.pdf');
  assert.equal(link.getAttribute('href'), '/api/v1/documents/a%2Fb');
  assert.ok(link.hasAttribute('download'));
  assert.equal(words(link), 'hop-dong.pdf');
});

test('a PDF is also shown on a page, another file is only saved', () => {
  const links = (name) => [...storedFile('a/b', name).querySelectorAll('a')].map((link) => link.getAttribute('href'));
  assert.deepEqual(links('hop-dong.PDF'), ['/api/v1/documents/a%2Fb', '/documents/a%2Fb/preview']);
  assert.deepEqual(links('hop-dong.docx'), ['/api/v1/documents/a%2Fb']);
});

test('facts without a value are left out', () => {
  assert.equal(facts([['Tên', 'An'], ['Tuổi', null], ['Ghi chú', '']]).textContent, 'TênAn');
  assert.equal(facts([]).children.length, 0);
});

test('lines are those with words', () => {
  assert.deepEqual(lines(' một \n\n hai'), ['một', 'hai']);
  assert.deepEqual(lines(null), []);
  assert.equal(list(['một', element('b', {}, 'hai')]).querySelectorAll('li').length, 2);
});

test('a citation says how far it was verified', () => {
  assert.equal(cited('Điều 31', { mark: 'R', text: 'chưa kiểm chứng' }), 'Điều 31 (chưa kiểm chứng)');
  assert.equal(cited('Ý kiến lãnh đạo', null), 'Ý kiến lãnh đạo');
});

test('a column of numbers is marked in head, body and foot', () => {
  const shown = table('Chi phí', ['Việc', ['Tiền']], [['Kho', '1'], ['Web', '2']], ['Cộng', '3']);
  assert.equal(shown.querySelectorAll('.lk-amount').length, 4);
  assert.equal(shown.querySelector('caption').textContent, 'Chi phí');
  assert.deepEqual([...shown.querySelectorAll('tfoot td')].map(words), ['Cộng', '3']);
  assert.equal(table('Trống', ['Việc'], []).querySelector('tfoot'), null);
});
