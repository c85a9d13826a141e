import { amount, element } from './dom.js';
import { NumberField, TextField, missing } from './field.js';

/**
 * Fields made by script, as parts of a {@link CompositeField}: `id` tells those of one row from those of another.
 *
 * @typedef {Record<string, string | number>} Attributes
 */

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

/**
 * What a part sends: of a number that, and what was typed of what is none.
 *
 * @param {import('./field.js').Field<any>} field
 */
export function valueOf(field) {
  return (field instanceof BoundedField ? field.whole : undefined) ?? field.value;
}

/**
 * A text that must be given.
 *
 * @param {string} id
 * @param {string} name
 * @param {string} label
 * @param {'input' | 'textarea'} kind
 * @param {Attributes} attributes
 */
export function text(id, name, label, kind, attributes) {
  const control = element(kind, { id: `${id}-${name}`, class: 'form-control', ...attributes });
  return new TextField(cell(id, name, label, control, missing(label)), [control]);
}

/**
 * A text that may be left out, with a help text beneath its label.
 *
 * @param {string} id
 * @param {string} name
 * @param {string} label
 * @param {string} help
 * @param {Attributes} attributes
 */
export function note(id, name, label, help, attributes) {
  const control = element('textarea', { id: `${id}-${name}`, class: 'form-control', ...attributes });
  const group = cell(id, name, label, control);
  control.before(element('p', { class: 'help-block' }, help));
  return new TextField(group, [control]);
}

/**
 * One of the choices; without a prompt the first is chosen.
 *
 * @param {string} id
 * @param {string} name
 * @param {string} label
 * @param {Api.Choice[]} choices
 * @param {string} [prompt]
 */
export function select(id, name, label, choices, prompt) {
  const control = element(
    'select',
    { id: `${id}-${name}`, class: 'form-control' },
    prompt && element('option', { value: '' }, prompt),
    choices.map((choice) => element('option', { value: choice.code }, choice.name))
  );
  return new TextField(cell(id, name, label, control, `${label}: hãy chọn một mục.`), [control]);
}

/**
 * A whole number within bounds; money is repeated readably.
 *
 * @param {string} id
 * @param {string} name
 * @param {string} label
 * @param {string} unit
 * @param {number} least
 * @param {number} most
 */
export function number(id, name, label, unit, least, most) {
  const control = element('input', { id: `${id}-${name}`, class: 'form-control', type: 'text', inputmode: 'numeric', autocomplete: 'off' });
  const group = cell(id, name, label, control, missing(label));
  group.dataset.number = unit;
  if (unit === 'đồng') {
    group.append(element('p', { class: 'help-block', 'data-grouped': true }));
  }
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
