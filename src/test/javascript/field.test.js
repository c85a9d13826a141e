import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, load, words } from './tasklist.js';

const { CheckboxField, CodesField, DateField, DecimalField, NumberField, RadioField, SelectField, TextField } = await load('field');

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
  assert.equal(number.grouped.textContent, '12.000.000 đồng (12 triệu đồng)');
  assert.equal(number.problem(), null);
  for (const wrong of ['12,5', '-3', '12.00', '1e3', '123456789012345678']) {
    enter(number.controls[0], wrong);
    assert.equal(number.problem(), 'Doanh thu: phải là số nguyên không âm, ghi đủ các chữ số.', wrong);
    assert.equal(number.grouped.textContent, '');
  }
});

test('a sum of money is repeated in words, and grouped while nobody types', () => {
  const sum = field(NumberField, '<div data-field="capital" data-number="đồng"><label>Vốn</label><input></div>');
  const [control] = sum.controls;
  document.body.append(sum.group);
  control.focus();
  control.value = '1250000000';
  control.dispatchEvent(new Event('input', { bubbles: true }));
  assert.equal(words(sum.group.querySelector('[data-grouped]')), '1.250.000.000 đồng (1 tỷ 250 triệu đồng)');
  assert.equal(control.value, '1250000000');
  control.blur();
  assert.equal(control.value, '1.250.000.000');
  assert.equal(sum.value, '1250000000');
  control.focus();
  assert.equal(control.value, '1250000000');
  sum.value = 41_000_000;
  assert.equal(control.value, '41.000.000');
  sum.value = '12,5';
  assert.equal(control.value, '12,5');
});

test('only sums of money are grouped', () => {
  const people = field(NumberField, '<div data-field="employees" data-number="người"><label>Số lao động</label><input></div>');
  enter(people.controls[0], '1200');
  assert.equal(people.controls[0].value, '1200');
  assert.equal(people.group.querySelector('[data-grouped]'), null);
});

const dayField = () => field(DateField, '<div data-field="from" data-required="Từ ngày: hãy nhập ngày."><label for="from">Từ ngày</label><input id="from" type="date" class="form-control"></div>');

test('a day is typed in any of the ways people write it, shown in one and sent as ISO', () => {
  const from = dayField();
  const [control] = from.controls;
  assert.equal(control.type, 'text');
  assert.equal(control.id, 'from', 'the label is that of the text');
  assert.equal(control.placeholder, 'dd/mm/yyyy');
  assert.equal(from.problem(), 'Từ ngày: hãy nhập ngày.');
  for (const typed of ['5/1/2027', '05/01/2027', '05-01-2027', '5.1.2027', '05012027', '2027-01-05', ' 5/1/2027 ']) {
    enter(control, typed);
    assert.equal(from.value, '2027-01-05', typed);
    assert.equal(control.value, '05/01/2027', typed);
    assert.equal(from.problem(), null, typed);
  }
  from.value = '2028-02-29';
  assert.equal(control.value, '29/02/2028');
  from.value = null;
  assert.equal(control.value, '');
  assert.equal(from.value, '');
});

test('a day that is none is told as soon as its field is left, and stays to be corrected', () => {
  const from = dayField();
  const [control] = from.controls;
  for (const [typed, told] of [
    ['31/02/2027', 'Từ ngày: không có ngày 31/02/2027.'],
    ['29/2/2027', 'Từ ngày: không có ngày 29/2/2027.'],
    ['01/13/2027', 'Từ ngày: không có ngày 01/13/2027.'],
    ['5/1/0027', 'Từ ngày: không có ngày 5/1/0027.'],
    ['5/1/27', 'Từ ngày: hãy ghi ngày/tháng/năm, ví dụ 05/01/2027.'],
    ['mai', 'Từ ngày: hãy ghi ngày/tháng/năm, ví dụ 05/01/2027.'],
  ]) {
    enter(control, typed);
    assert.equal(words(from.error), told);
    assert.equal(from.problem(), told);
    assert.equal(control.value, typed);
    assert.equal(from.value, '', 'no other day is sent');
    assert.equal(from.blank, false);
  }
  control.dispatchEvent(new Event('input', { bubbles: true }));
  assert.equal(words(from.error), '', 'nothing is said of it while it is typed');
});

test('a day is also chosen from the calendar, which knows the first and the last', () => {
  const from = dayField();
  const button = from.group.querySelector('button');
  const calendar = from.group.querySelector('input[type=date]');
  assert.equal(button.getAttribute('aria-label'), 'Chọn ngày: Từ ngày');
  assert.equal(calendar.tabIndex, -1);
  from.offer('2027-01-01', '2027-12-31');
  assert.deepEqual([calendar.min, calendar.max], ['2027-01-01', '2027-12-31']);
  let shown = 0;
  calendar.showPicker = () => shown++;
  button.click();
  assert.equal(shown, 1);
  enter(calendar, '2027-06-30');
  assert.equal(from.controls[0].value, '30/06/2027');
  assert.equal(from.value, '2027-06-30');
  enter(from.controls[0], '1/7/2027');
  assert.equal(calendar.value, '2027-07-01', 'the calendar opens at what was typed');
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
