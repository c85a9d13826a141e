import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './tasklist.js';

const { taxCodeProblem, taxCodeWarning } = await load('tax-code');

for (const code of ['0101243150', '0101243150-001', '079123456789']) {
  test(`${code} is valid`, () => assert.equal(taxCodeProblem(code), null));
}

for (const [code, sentence] of [
  ['', /không được để trống/],
  ['101243150', /số 0 ở đầu đã mất/],
  ['01012431501', /thiếu chữ số/],
  ['0101243151', /chữ số kiểm tra/],
  ['0101243150-000', /từ 001 đến 999/],
  ['0101243150-1', /phải có 10 chữ số/],
  ['010124315O', /phải có 10 chữ số/],
]) {
  test(`“${code}” is not`, () => assert.match(taxCodeProblem(code), sentence));
}

test('only the number of a person needs a look at the papers', () => {
  assert.match(taxCodeWarning('079123456789'), /hộ kinh doanh/);
  assert.equal(taxCodeWarning('0101243150'), null);
});
