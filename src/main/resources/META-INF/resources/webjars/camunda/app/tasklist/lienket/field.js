import { DayInput } from './day-input.js';
import { VND, amount, element, quantity, spoken, whole } from './dom.js';

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

const DECIMAL = /^\d{1,15}([.,]\d{1,6})?$/;
const AMBIGUOUS = /^\d{1,3}\.\d{3}$/;
/** More than one group, or a group by a blank, or one before a comma. */
const THOUSANDS = /^\d{1,3}((\.\d{3}){2,}|(\.\d{3})+(?=,)|( \d{3})+)(,\d{1,6})?$/;

/**
 * One field of a form: an element with `data-field` (name of the process variable) around a label, a control and help texts.
 * `data-type` is the variable's type (String if absent); `data-required` the sentence that is shown while the field is empty.
 * A field in a hidden part of the form is not asked for and submits null.
 *
 * @template {HTMLElement} [Controls=HTMLElement]
 */
export class Field {
  /**
   * What stands against a part of a {@link CompositeField} beside the others, as a sentence, or null.
   *
   * @type {() => string | null}
   */
  rule = () => null;

  /**
   * @param {HTMLElement} group
   * @param {Controls[]} controls
   */
  constructor(group, controls) {
    this.group = group;
    this.controls = controls;
    this.name = group.dataset.field || '';
    this.type = group.dataset.type || 'String';
    this.label = group.querySelector('label, legend')?.textContent?.trim();
    this.mark = [
      element('span', { class: 'lk-required', 'aria-hidden': 'true' }, ' *'),
      element('span', { class: 'sr-only' }, ' (bắt buộc)'),
    ];
    this.error = element('p', { class: 'help-block lk-error', 'aria-live': 'polite' });
    this.#explain();
    this.require(group.dataset.required);
    group.append(this.error);
    group.addEventListener('input', () => this.fail(null));
    group.addEventListener('change', () => this.fail(null));
  }

  /**
   * What is sent, in the shape of the field's type, or null; each kind of field has its own.
   *
   * @abstract
   * @returns {any}
   */
  get value() {
    throw new Error('abstract');
  }

  set value(saved) {
    throw new Error(`abstract: ${saved}`);
  }

  /** Whether nothing was typed or chosen. */
  get blank() {
    const value = this.value;
    return value === null || value === '';
  }

  get hidden() {
    return this.group.closest('[hidden]') !== null;
  }

  get failed() {
    return this.error.textContent !== '';
  }

  /**
   * What stands against submitting this field, as a sentence, or null.
   *
   * @returns {string | null}
   */
  problem() {
    return this.blank ? this.group.dataset.required || null : null;
  }

  /**
   * Takes the sentence that is shown while the field is empty; null if it may be.
   *
   * @param {string | null | undefined} sentence
   */
  require(sentence) {
    const told = this.error.textContent;
    const settled = !sentence && told && told === this.group.dataset.required;
    this.group.dataset.required = sentence || '';
    if (sentence) {
      this.group.querySelector('label, legend')?.append(...this.mark);
    } else {
      this.mark.forEach((part) => part.remove());
    }
    if (settled) {
      this.fail(null);
    }
  }

  /**
   * Shows a sentence beside the field; null takes it away.
   *
   * @param {string | null | undefined} sentence
   */
  fail(sentence) {
    this.error.textContent = sentence || '';
    this.group.classList.toggle('has-error', Boolean(sentence));
    this.controls.forEach((control) => control.setAttribute('aria-invalid', String(Boolean(sentence))));
  }

  focus() {
    this.controls[0].focus();
  }

  /** Tells a screen reader what sighted people see: help and error. */
  #explain() {
    const base = `${this.group.closest('form')?.name || 'form'}-${this.name}`;
    this.error.id = `${base}-error`;
    const texts = [...this.group.querySelectorAll('.help-block')];
    texts.forEach((text, index) => (text.id ||= `${base}-help-${index}`));
    const described = this.group.matches('fieldset') ? this.group : this.controls[0];
    described.setAttribute('aria-describedby', [...texts.map((text) => text.id), this.error.id].join(' '));
  }
}

/**
 * An input, a select or a textarea.
 *
 * @extends {Field<Control>}
 */
export class TextField extends Field {
  get value() {
    return this.controls[0].value.trim();
  }

  set value(value) {
    this.controls[0].value = value ?? '';
  }
}

/** A day: shown and typed as `05/01/2027`, sent as `2027-01-05`; a wrong one is told as soon as somebody has left the field. */
export class DateField extends TextField {
  /**
   * @param {HTMLElement} group
   * @param {HTMLInputElement[]} controls an input of type `date`
   */
  constructor(group, [native]) {
    const input = new DayInput(native);
    super(group, [input.typed]);
    this.input = input;
    group.addEventListener('change', () => this.fail(input.problem()));
  }

  get value() {
    return this.input.value;
  }

  set value(iso) {
    this.input.value = iso ?? '';
  }

  get blank() {
    return this.input.blank;
  }

  problem() {
    return this.input.problem() || super.problem();
  }

  /**
   * The days that the calendar offers; empty for any.
   *
   * @param {string} first
   * @param {string} last
   */
  offer(first, last) {
    this.input.offer(first, last);
  }
}

/** A select whose options come later, by {@link offer}; what was chosen before they came is kept. */
export class SelectField extends TextField {
  #wanted = '';

  /** @param {Api.Choice[]} choices in place of those offered before; an option that cannot be chosen has `disabled` */
  offer(choices, preset = '') {
    const chosen = this.value || this.#wanted || preset;
    const select = /** @type {HTMLSelectElement} */ (this.controls[0]);
    select.replaceChildren(
      ...[...select.options].filter(({ value }) => !value),
      ...choices.map(({ code, name, disabled }) => element('option', { value: code, disabled }, name))
    );
    this.value = choices.some(({ code }) => code === chosen) ? chosen : '';
  }

  get value() {
    return super.value;
  }

  set value(value) {
    this.#wanted = value ?? '';
    super.value = value;
  }
}

/**
 * A whole number from 0, marked `data-number` on the group with its unit, e.g. `đồng`; grouped digits are accepted, plain ones
 * submitted. A help text marked `data-grouped` repeats the number readably while it is typed; a sum of money has one always, and its
 * digits are grouped while nobody types.
 */
export class NumberField extends TextField {
  /**
   * @param {HTMLElement} group
   * @param {Control[]} controls
   */
  constructor(group, controls) {
    super(group, controls);
    this.grouped = group.querySelector('[data-grouped]');
    if (this.#money) {
      this.grouped ||= this.#echo();
      controls[0].addEventListener('focus', () => (controls[0].value = this.value));
      ['blur', 'change'].forEach((event) => controls[0].addEventListener(event, () => this.#group()));
    }
    group.addEventListener('input', () => this.#show());
  }

  get value() {
    const typed = super.value;
    return /^\d{1,3}([. ]\d{3})+$/.test(typed) ? typed.replace(/[. ]/g, '') : typed;
  }

  set value(value) {
    super.value = value;
    this.#group();
    this.#show();
  }

  problem() {
    return this.value && !this.#whole ? `${this.label}: phải là số nguyên không âm, ghi đủ các chữ số.` : super.problem();
  }

  get #whole() {
    return /^\d{1,17}$/.test(this.value);
  }

  get #money() {
    return this.group.dataset.number === VND;
  }

  #show() {
    if (this.grouped) {
      const words = this.#money && this.#whole && spoken(this.value);
      const repeated = this.#whole ? amount(this.value, this.group.dataset.number) : '';
      this.grouped.textContent = words ? `${repeated} (${words})` : repeated;
    }
  }

  #group() {
    if (this.#money && this.#whole) {
      this.controls[0].value = whole(Number(this.value));
    }
  }

  #echo() {
    const echo = element('p', { class: 'help-block', 'data-grouped': true });
    this.error.before(echo);
    return echo;
  }
}

/**
 * A number from 0 that may have decimals, marked `data-decimal` on the group with its unit, e.g. `%`: a comma or a point parts them, a
 * point is sent. One point before exactly three digits means thousands to one person and decimals to another: it is asked back. A
 * help text marked `data-grouped` repeats the number readably while it is typed.
 */
export class DecimalField extends TextField {
  /**
   * @param {HTMLElement} group
   * @param {Control[]} controls
   */
  constructor(group, controls) {
    super(group, controls);
    this.grouped = group.querySelector('[data-grouped]');
    group.addEventListener('input', () => this.#show());
  }

  /** @param {string | null | undefined} unit */
  set unit(unit) {
    this.group.dataset.decimal = unit || '';
    this.#show();
  }

  get value() {
    const typed = super.value;
    const whole = THOUSANDS.test(typed) ? typed.replace(/[. ](?=\d{3})/g, '') : typed;
    return DECIMAL.test(whole) && !AMBIGUOUS.test(whole) ? whole.replace(',', '.') : typed;
  }

  /** A number, or what was typed and saved. */
  set value(value) {
    const text = String(value ?? '');
    super.value = DECIMAL.test(text) && !(typeof value === 'string' && AMBIGUOUS.test(text)) ? text.replace('.', ',') : text;
    this.#show();
  }

  problem() {
    return super.problem() || this.#unclear() || (this.blank || this.#clear ? null : `${this.label}: phải là số không âm, ví dụ 97,5.`);
  }

  get #clear() {
    const typed = super.value;
    return (THOUSANDS.test(typed) || !AMBIGUOUS.test(typed)) && DECIMAL.test(this.value);
  }

  #unclear() {
    const typed = super.value;
    const [whole, decimals] = typed.split('.');
    return AMBIGUOUS.test(typed)
      ? `${this.label}: “${typed}” có thể hiểu hai cách, hãy ghi ${whole}${decimals} hoặc ${whole},${decimals}.`
      : null;
  }

  #show() {
    if (this.grouped) {
      this.grouped.textContent = this.#clear ? quantity(Number(this.value), this.group.dataset.decimal) : '';
    }
  }
}

/**
 * A single box: true or false.
 *
 * @extends {Field<HTMLInputElement>}
 */
export class CheckboxField extends Field {
  get value() {
    return this.controls[0].checked;
  }

  set value(value) {
    this.controls[0].checked = value === true;
  }
}

/**
 * Radio buttons, of type String or, with the values `true` and `false`, Boolean; null while none is chosen.
 *
 * @extends {Field<HTMLInputElement>}
 */
export class RadioField extends Field {
  get value() {
    const chosen = this.controls.find((control) => control.checked);
    if (!chosen) {
      return null;
    }
    return this.type === 'Boolean' ? chosen.value === 'true' : chosen.value;
  }

  set value(value) {
    this.controls.forEach((control) => (control.checked = control.value === String(value)));
  }
}

/** A list of boxes, filled by {@link offer}; the chosen codes, parted by commas. */
export class CodesField extends Field {
  /** @type {HTMLInputElement[]} */
  #boxes = [];

  /** @param {HTMLElement} group */
  constructor(group) {
    super(group, [group]);
    this.chosen = new Set();
    group.tabIndex = -1;
    this.list = within(group, '[data-choices]');
    this.list.addEventListener('change', ({ target }) => {
      const { checked, value } = /** @type {HTMLInputElement} */ (target);
      return checked ? this.chosen.add(value) : this.chosen.delete(value);
    });
  }

  /** @param {Api.Choice[]} choices what was chosen and is no longer offered is dropped */
  offer(choices) {
    const codes = choices.map(({ code }) => code);
    this.chosen.forEach((code) => codes.includes(code) || this.chosen.delete(code));
    this.#boxes = choices.map(({ code }) => element('input', { type: 'checkbox', value: code, name: `${this.name}-choice` }));
    this.controls = this.#boxes;
    this.list.replaceChildren(
      ...choices.map(({ name }, index) =>
        element('div', { class: 'checkbox' }, element('label', {}, this.#boxes[index], ` ${name}`))
      )
    );
    this.value = [...this.chosen].join(',');
  }

  get value() {
    return [...this.chosen].join(',');
  }

  set value(value) {
    this.chosen = new Set((value || '').split(',').filter(Boolean));
    this.#boxes.forEach((box) => (box.checked = this.chosen.has(box.value)));
  }

  focus() {
    (this.controls[0] || this.group).focus();
  }
}

/**
 * A field made of others, its {@link parts}, and kept as one value of type Json: each part shows what is wrong with it by itself. A
 * String would not do, the engine cuts it off at 4,000 characters.
 */
export class CompositeField extends Field {
  /** @param {HTMLElement} group */
  constructor(group) {
    super(group, [group]);
  }

  /** @returns {Field<any>[]} */
  get parts() {
    return [];
  }

  /**
   * What is said of the whole while some of its parts are wrong.
   *
   * @param {number} count
   */
  incomplete(count) {
    return `${this.label}: ${count} ô cần xem lại.`;
  }

  get failed() {
    return super.failed || this.parts.some((part) => part.failed);
  }

  problem() {
    const wrong = this.parts.filter((part) => {
      const sentence = part.problem() || part.rule();
      part.fail(sentence);
      return sentence;
    });
    return wrong.length ? this.incomplete(wrong.length) : null;
  }

  /**
   * Without the mark of a wrong field: that would colour every part of it.
   *
   * @param {string | null | undefined} sentence
   */
  fail(sentence) {
    this.error.textContent = sentence || '';
  }

  focus() {
    (this.parts.find((part) => part.failed) || this.parts[0])?.focus();
  }

  /** What a native control would tell the form. */
  changed() {
    this.group.dispatchEvent(new Event('lk-change', { bubbles: true }));
  }
}

/**
 * What is said of most fields while they are empty.
 *
 * @param {string | undefined} label
 */
export function missing(label) {
  return `${label}: không được để trống.`;
}

/**
 * The element in a group that a selector finds.
 *
 * @param {HTMLElement} group
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function within(group, selector) {
  const found = group.querySelector(selector);
  if (!(found instanceof HTMLElement)) {
    throw new Error(`There is no ${selector} in ${group.dataset.field}.`);
  }
  return found;
}
