import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, load, words } from './tasklist.js';

const { CheckboxField, CodesField, DecimalField, NumberField, RadioField, SelectField, TextField } = await load('field');

function group(markup) {
  const place = document.createElement('div');
  place.innerHTML = markup;
  document.body.replaceChildren(place);
  return place.firstElementChild;
}

function field(Kind, markup) {
  const made = group(markup);
  return new Kind(made, [...made.querySelectorAll('input, select, textarea')]);
}

test('a required field is marked for eyes and ears', () => {
  const text = field(TextField, '<div data-field="title" data-required="Tên: không được để trống."><label>Tên</label><input></div>');
  assert.equal(words(text.group.querySelector('label')), 'Tên * (bắt buộc)');
  assert.equal(text.label, 'Tên');
  assert.equal(text.problem(), 'Tên: không được để trống.');
  text.require(null);
  assert.equal(words(text.group.querySelector('label')), 'Tên');
  assert.equal(text.problem(), null);
});

test('help and error are told with their control', () => {
  const text = field(TextField, '<div data-field="title"><label>Tên</label><input><p class="help-block">Ngắn gọn</p></div>');
  assert.equal(text.controls[0].getAttribute('aria-describedby'), 'form-title-help-0 form-title-error');
  text.fail('Tên: quá dài.');
  assert.equal(document.getElementById('form-title-error').textContent, 'Tên: quá dài.');
});

test('a number is read as it is grouped, and repeated readably', () => {
  const number = field(
    NumberField,
    '<div data-field="revenue" data-number="đồng"><label>Doanh thu</label><input><p class="help-block" data-grouped></p></div>'
  );
  enter(number.controls[0], '12.000.000');
  assert.equal(number.value, '12000000');
  assert.equal(number.grouped.textContent, '12.000.000 đồng');
  assert.equal(number.problem(), null);
  for (const wrong of ['12,5', '-3', '12.00', '1e3', '123456789012345678']) {
    enter(number.controls[0], wrong);
    assert.equal(number.problem(), 'Doanh thu: phải là số nguyên không âm, ghi đủ các chữ số.', wrong);
    assert.equal(number.grouped.textContent, '');
  }
});

test('decimals are parted by a comma or a point, sent with a point and repeated readably', () => {
  const number = field(
    DecimalField,
    '<div data-field="target" data-decimal="%"><label>Mục tiêu</label><input><p class="help-block" data-grouped></p></div>'
  );
  for (const [typed, sent, repeated] of [
    ['97,25', '97.25', '97,25 %'],
    ['97.5', '97.5', '97,5 %'],
    ['1,234', '1.234', '1,234 %'],
    ['45000', '45000', '45.000 %'],
    ['1.234.567', '1234567', '1.234.567 %'],
    ['65 000', '65000', '65.000 %'],
    ['65.000,5', '65000.5', '65.000,5 %'],
    ['0', '0', '0 %'],
  ]) {
    enter(number.controls[0], typed);
    assert.equal(number.problem(), null, typed);
    assert.equal(number.value, sent);
    assert.equal(number.grouped.textContent, repeated);
  }
  for (const wrong of ['-3', '1e3', '12,', '1,2,3', '65.00.000', 'mười']) {
    enter(number.controls[0], wrong);
    assert.equal(number.problem(), 'Mục tiêu: phải là số không âm, ví dụ 97,5.', wrong);
    assert.equal(number.grouped.textContent, '');
  }
  number.unit = 'hồ sơ';
  number.value = 1.234;
  assert.equal(number.controls[0].value, '1,234');
  assert.equal(number.grouped.textContent, '1,234 hồ sơ');
  number.value = null;
  assert.equal(number.problem(), null);
});

test('one point before three digits is asked back, also after it was saved', () => {
  const number = field(DecimalField, '<div data-field="target" data-decimal><label>Mục tiêu</label><input></div>');
  enter(number.controls[0], '65.000');
  assert.equal(number.problem(), 'Mục tiêu: “65.000” có thể hiểu hai cách, hãy ghi 65000 hoặc 65,000.');
  const saved = number.value;
  number.value = saved;
  assert.equal(number.controls[0].value, '65.000');
  assert.ok(number.problem());
});

test('what was chosen before it is offered is kept, what is no longer offered is not', () => {
  const select = field(SelectField, '<div data-field="sector"><label>Lĩnh vực</label><select><option value="">Chọn</option></select></div>');
  select.value = 'b';
  select.offer([{ code: 'a', name: 'A' }, { code: 'b', name: 'B' }]);
  assert.equal(select.value, 'b');
  select.offer([{ code: 'a', name: 'A', disabled: true }], 'a');
  assert.equal(select.value, '');
  assert.deepEqual([...select.controls[0].options].map(({ value, disabled }) => [value, disabled]), [['', false], ['a', true]]);
});

test('radio buttons answer true, false or nothing', () => {
  const radios = field(
    RadioField,
    `<fieldset data-field="agreed" data-type="Boolean"><legend>Đồng ý</legend>
      <input type="radio" name="agreed" value="true"><input type="radio" name="agreed" value="false"></fieldset>`
  );
  assert.equal(radios.value, null);
  radios.value = false;
  assert.equal(radios.value, false);
  assert.ok(radios.controls[1].checked);
});

test('a box is true or false', () => {
  const box = field(CheckboxField, '<div data-field="foreign"><label>Nước ngoài</label><input type="checkbox"></div>');
  box.value = null;
  assert.equal(box.value, false);
  box.controls[0].click();
  assert.equal(box.value, true);
});

test('codes are kept while they are offered', () => {
  const codes = new CodesField(group('<fieldset data-field="fields"><legend>Lĩnh vực</legend><div data-choices></div></fieldset>'));
  codes.value = 'a,c';
  codes.offer([{ code: 'a', name: 'A' }, { code: 'b', name: 'B' }]);
  assert.equal(codes.value, 'a');
  codes.controls[1].click();
  assert.equal(codes.value, 'a,b');
  codes.controls[0].click();
  assert.equal(codes.value, 'b');
});

test('a field in a hidden part is not asked for', () => {
  const hidden = group('<div hidden><div data-field="note"><label>Ghi chú</label><input></div></div>');
  assert.equal(new TextField(hidden.firstElementChild, [hidden.querySelector('input')]).hidden, true);
});
