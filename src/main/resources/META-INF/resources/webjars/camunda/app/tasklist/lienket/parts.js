import { VND, WORKING_DAYS, amount, element } from './dom.js';
import { DateField, NumberField, TextField, missing } from './field.js';
import { limit } from './rules.js';

/**
 * Fields made by script, as parts of a {@link CompositeField}: each function here tells how to make one, {@link Parts} makes those
 * that belong together.
 *
 * @import { CompositeField, Field } from './field.js'
 * @typedef {(id: string, name: string) => TextField} Maker `id` tells the parts of one row from those of another
 * @typedef {Record<string, string | number>} Attributes
 * @typedef {Record<string, any>} Values by the names of the parts
 */

const LONGEST = 4000;

class BoundedField extends NumberField {
  /**
   * @param {HTMLElement} group
   * @param {HTMLInputElement[]} controls
   * @param {number} least
   * @param {number} most
   */
  constructor(group, controls, least, most) {
    super(group, controls);
    this.least = least;
    this.most = most;
  }

  /** The number, or undefined while what is typed is none. */
  get whole() {
    const number = /^\d+$/.test(this.value) ? Number(this.value) : NaN;
    return number >= this.least && number <= this.most ? number : undefined;
  }

  problem() {
    const bounds = `${this.label}: nhập số nguyên từ ${this.least} đến ${amount(this.most, this.group.dataset.number)}.`;
    return super.problem() || (this.whole === undefined ? bounds : null);
  }
}

/** Parts that belong together, by their names. */
export class Parts {
  /**
   * @param {string} id
   * @param {Record<string, Maker>} makers
   */
  constructor(id, makers) {
    this.fields = Object.fromEntries(Object.entries(makers).map(([name, make]) => [name, make(id, name)]));
  }

  /** The names of those that are asked for. */
  get asked() {
    return Object.keys(this.fields);
  }

  get parts() {
    return this.asked.map((name) => this.fields[name]);
  }

  /** What each part sends: of a number that, and what was typed of what is none. */
  get value() {
    return Object.fromEntries(this.asked.map((name) => [name, valueOf(this.fields[name])]));
  }

  /** @param {Values} values */
  take(values) {
    Object.entries(this.fields).forEach(([name, field]) => (field.value = values[name]));
  }
}

/** @param {Field<any>} field */
function valueOf(field) {
  return (field instanceof BoundedField ? field.whole : undefined) ?? field.value;
}

/**
 * A line of text that must be given.
 *
 * @param {string} label
 * @returns {Maker}
 */
export function line(label) {
  return (id, name) => text(id, name, label, 'input', { type: 'text', maxlength: limit('title') });
}

/**
 * A text of several lines that must be given.
 *
 * @param {string} label
 * @param {number} [rows] at first
 * @returns {Maker}
 */
export function paragraph(label, rows = 3) {
  return (id, name) => text(id, name, label, 'textarea', { rows, maxlength: LONGEST });
}

/**
 * A text that may be left out, with a help text beneath its label.
 *
 * @param {string} label
 * @param {string} help
 * @returns {Maker}
 */
export function note(label, help) {
  return (id, name) => {
    const control = element('textarea', { id: `${id}-${name}`, class: 'form-control', rows: 3, maxlength: LONGEST });
    const group = cell(id, name, label, control);
    control.before(element('p', { class: 'help-block' }, help));
    return new TextField(group, [control]);
  };
}

/**
 * A day.
 *
 * @param {string} label
 * @returns {Maker}
 */
export function date(label) {
  return (id, name) => {
    const control = element('input', { id: `${id}-${name}`, class: 'form-control', type: 'date' });
    return new DateField(cell(id, name, label, control, missing(label)), [control]);
  };
}

/**
 * One of the choices; without a prompt the first is chosen.
 *
 * @param {string} label
 * @param {Api.Choice[]} choices
 * @param {string} [prompt]
 * @returns {Maker}
 */
export function select(label, choices, prompt) {
  return (id, name) => {
    const control = element(
      'select',
      { id: `${id}-${name}`, class: 'form-control' },
      prompt && element('option', { value: '' }, prompt),
      choices.map((choice) => element('option', { value: choice.code }, choice.name))
    );
    return new TextField(cell(id, name, label, control, `${label}: hãy chọn một mục.`), [control]);
  };
}

/**
 * A whole number from 1.
 *
 * @param {string} label
 * @param {string} unit
 * @param {string} most the limit, by its name
 * @returns {Maker}
 */
export function count(label, unit, most) {
  return (id, name) => number(id, name, label, unit, 1, limit(most));
}

/**
 * How long something may take.
 *
 * @returns {Maker}
 */
export function workingDays() {
  return count(`Thời hạn (${WORKING_DAYS})`, WORKING_DAYS, 'workingDays');
}

/**
 * A whole number of percent.
 *
 * @param {string} label
 * @returns {Maker}
 */
export function percent(label) {
  return (id, name) => number(id, name, `${label} (%)`, '%', 0, 100);
}

/**
 * Whole VND, repeated readably.
 *
 * @param {string} label
 * @returns {Maker}
 */
export function money(label) {
  return (id, name) => number(id, name, `${label} (${VND})`, VND, 0, limit('money'));
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} label
 * @param {'input' | 'textarea'} kind
 * @param {Attributes} attributes
 */
function text(id, name, label, kind, attributes) {
  const control = element(kind, { id: `${id}-${name}`, class: 'form-control', ...attributes });
  return new TextField(cell(id, name, label, control, missing(label)), [control]);
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} label
 * @param {string} unit
 * @param {number} least
 * @param {number} most
 */
function number(id, name, label, unit, least, most) {
  const control = element('input', { id: `${id}-${name}`, class: 'form-control', type: 'text', inputmode: 'numeric', autocomplete: 'off' });
  const group = cell(id, name, label, control, missing(label));
  group.dataset.number = unit;
  return new BoundedField(group, [control], least, most);
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [required]
 */
function cell(id, name, label, control, required) {
  return element(
    'div',
    { class: `form-group lk-step-${name}`, 'data-field': `${id}-${name}`, 'data-required': required },
    element('label', { class: 'control-label', for: control.id }, label),
    control
  );
}
