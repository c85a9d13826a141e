import { element } from './dom.js';

/**
 * One field of a form: an element with `data-field` (name of the process variable) around a label, a control and help texts.
 * `data-type` is the variable's type (String if absent); `data-required` the sentence that is shown while the field is empty.
 * A field in a hidden part of the form is not asked for and submits null.
 */
export class Field {
  constructor(group, controls) {
    this.group = group;
    this.controls = controls;
    this.name = group.dataset.field;
    this.type = group.dataset.type || 'String';
    this.error = element('p', { class: 'help-block lk-error', 'aria-live': 'polite' });
    this.#explain();
    group.append(this.error);
    group.addEventListener('input', () => this.fail(null));
    group.addEventListener('change', () => this.fail(null));
  }

  get hidden() {
    return this.group.closest('[hidden]') !== null;
  }

  get failed() {
    return this.error.textContent !== '';
  }

  /** What stands against submitting this field, as a sentence, or null. */
  problem() {
    const value = this.value;
    return value === null || value === '' ? this.group.dataset.required || null : null;
  }

  /** Shows a sentence beside the field; null takes it away. */
  fail(sentence) {
    this.error.textContent = sentence || '';
    this.group.classList.toggle('has-error', Boolean(sentence));
    this.controls.forEach((control) => control.setAttribute('aria-invalid', String(Boolean(sentence))));
  }

  focus() {
    this.controls[0].focus();
  }

  /** Tells a screen reader what sighted people see: help, error, and that the field is needed. */
  #explain() {
    const base = `${this.controls[0].form?.name || 'form'}-${this.name}`;
    this.error.id = `${base}-error`;
    const texts = [...this.group.querySelectorAll('.help-block')];
    texts.forEach((text, index) => (text.id ||= `${base}-help-${index}`));
    const described = this.group.matches('fieldset') ? this.group : this.controls[0];
    described.setAttribute('aria-describedby', [...texts.map((text) => text.id), this.error.id].join(' '));
    if (this.group.dataset.required) {
      this.group
        .querySelector('label, legend')
        .append(
          element('span', { class: 'lk-required', 'aria-hidden': 'true' }, ' *'),
          element('span', { class: 'sr-only' }, ' (bắt buộc)')
        );
    }
  }
}

/** An input, a select or a textarea. */
export class TextField extends Field {
  get value() {
    return this.controls[0].value.trim();
  }

  set value(value) {
    this.controls[0].value = value ?? '';
  }
}

/** A single box: true or false. */
export class CheckboxField extends Field {
  get value() {
    return this.controls[0].checked;
  }

  set value(value) {
    this.controls[0].checked = value === true;
  }
}

/** Radio buttons, of type String or, with the values `true` and `false`, Boolean; null while none is chosen. */
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
  constructor(group) {
    super(group, [group]);
    this.chosen = new Set();
    group.tabIndex = -1;
    this.list = group.querySelector('[data-choices]');
    this.list.addEventListener('change', ({ target }) =>
      target.checked ? this.chosen.add(target.value) : this.chosen.delete(target.value)
    );
  }

  /** @param choices `[{code, name}]`; what was chosen and is no longer offered is dropped */
  offer(choices) {
    const codes = choices.map(({ code }) => code);
    this.chosen.forEach((code) => codes.includes(code) || this.chosen.delete(code));
    this.controls = choices.map(({ code }) =>
      element('input', { type: 'checkbox', value: code, name: `${this.name}-choice` })
    );
    this.list.replaceChildren(
      ...choices.map(({ name }, index) =>
        element('div', { class: 'checkbox' }, element('label', {}, this.controls[index], ` ${name}`))
      )
    );
    this.value = [...this.chosen].join(',');
  }

  get value() {
    return [...this.chosen].join(',');
  }

  set value(value) {
    this.chosen = new Set((value || '').split(',').filter(Boolean));
    this.controls
      .filter((control) => control.type === 'checkbox')
      .forEach((control) => (control.checked = this.chosen.has(control.value)));
  }

  focus() {
    (this.controls[0] || this.group).focus();
  }
}
