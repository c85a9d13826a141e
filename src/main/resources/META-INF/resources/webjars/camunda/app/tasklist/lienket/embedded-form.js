import { ClausesField } from './contract.js';
import { element } from './dom.js';
import { EntitlementsField } from './entitlements.js';
import { CheckboxField, CodesField, NumberField, RadioField, SelectField, TextField } from './field.js';
import { QuestionnaireField } from './maturity.js';
import { StepsField } from './roadmap.js';
import { ItemsField } from './transfer-items.js';
import { UploadField } from './upload.js';

/**
 * Binds the fields of an embedded form to process variables. Not by `cam-variable-name`: that marries controls to Angular, whose
 * select loses options added later, and it forgets every value set by script once a submission was refused.
 */
export class EmbeddedForm {
  #camForm;
  #fields;
  #rules = [];
  #read = {};
  #restored = false;

  constructor(camForm, reads) {
    this.#camForm = camForm;
    this.element = camForm.formElement[0];
    this.#fields = [...this.element.querySelectorAll('[data-field]')].map(fieldOf);
    this.notice = alert();
    this.summary = alert();
    this.element.prepend(this.notice);
    this.element.append(this.summary);
    const variables = camForm.variableManager;
    this.#fields.forEach(({ name, type }) => variables.createVariable({ name, type, value: null }));
    reads.forEach((name) => variables.fetchVariable(name));
    camForm.on('variables-fetched', () => this.#take(reads));
    camForm.on('variables-restored', () => this.#restore());
    camForm.on('store', () => this.#write((field) => field.value));
    camForm.on('submit', () => this.#submit());
    camForm.on('submit-failed', (form, [error]) => this.#refused(error));
    this.ready = new Promise((resolve) => camForm.on('variables-applied', () => resolve(this.#read)));
    ['input', 'change', 'lk-change'].forEach((event) => this.element.addEventListener(event, () => this.#changed()));
  }

  field(name) {
    return this.#fields.find((field) => field.name === name);
  }

  /** What was typed, chosen or restored; null for a field that is not asked for. */
  value(name) {
    const field = this.field(name);
    return field.hidden ? null : field.value;
  }

  /** A rule about several fields: `sentence()` answers what is wrong, to be shown at the named field, or null. */
  rule(name, sentence) {
    this.#rules.push({ name, sentence });
  }

  /** The named field is needed, with this sentence, while another one has one of these values. */
  requireWhen(other, values, name, sentence) {
    const decide = () => this.field(name).require(values.includes(this.value(other)) ? sentence : null);
    this.field(other).group.addEventListener('change', decide);
    decide();
  }

  /** Shows the parts of the form that are marked `data-…` with this name, or hides them. */
  show(part, shown) {
    this.element.querySelectorAll(`[data-${part}]`).forEach((each) => (each.hidden = !shown));
  }

  /** Shows these parts only while the named field has this value. */
  showWhile(name, value, part) {
    const decide = () => this.show(part, this.field(name).value === value);
    this.field(name).group.addEventListener('change', decide);
    decide();
  }

  /** Fills in what is known; what somebody saved stays. */
  prefill(values) {
    if (!this.#restored) {
      Object.entries(values).forEach(([name, value]) => (this.field(name).value = value));
    }
  }

  /** Puts elements into the place that is marked `data-slot`. */
  fill(slot, ...children) {
    this.element.querySelector(`[data-slot="${slot}"]`).replaceChildren(...children.flat().filter((child) => child != null && child !== false));
  }

  /** Tells why the form could not be prepared. */
  fail(sentence) {
    tell(this.notice, sentence);
  }

  /** Variables that are only read: a variable the form keeps is sent back, and the product refuses a change of its own. */
  #take(reads) {
    const variables = this.#camForm.variableManager;
    reads.forEach((name) => {
      this.#read[name] = variables.variableValue(name);
      variables.destroyVariable(name);
    });
  }

  #restore() {
    this.#fields.forEach((field) => {
      const saved = this.#camForm.variableManager.variableValue(field.name);
      this.#restored ||= saved != null;
      field.value = saved;
    });
  }

  #write(valueOf) {
    this.#fields.forEach((field) => this.#camForm.variableManager.variableValue(field.name, valueOf(field)));
  }

  #submit() {
    const problems = this.#fields
      .filter((field) => !field.hidden)
      .map((field) => ({ name: field.name, message: field.problem() || this.#broken(field.name) }))
      .filter(({ message }) => message);
    this.#show(problems);
    tell(this.summary, problems.length ? counted(problems) : null);
    if (problems.length) {
      this.#camForm.submitPrevented = true;
    } else {
      this.#write(({ name }) => this.value(name));
    }
  }

  #broken(name) {
    return this.#rules
      .filter((rule) => rule.name === name)
      .map((rule) => rule.sentence())
      .find(Boolean);
  }

  /** The product's refusal names the fields; Tasklist itself would show the sentence for some seconds only. */
  #refused(error) {
    if (this.#camForm.submitPrevented) {
      return;
    }
    const problems = error?.response?.body?.errors || [];
    const shown = problems.length && problems.every(({ name }) => this.field(name));
    this.#show(problems);
    tell(this.summary, shown ? counted(problems) : error?.message || 'Chưa gửi được. Hãy thử lại.');
  }

  #show(problems) {
    this.#fields.forEach((field) => {
      const sentences = problems.filter(({ name }) => name === field.name).map(({ message }) => message);
      field.fail(sentences.join(' '));
    });
    this.#fields.find((field) => problems.some(({ name }) => name === field.name))?.focus();
  }

  /** Tasklist offers “Save” for a changed form, and knows of changes only through Angular. */
  #changed() {
    if (!this.#fields.some((field) => field.failed)) {
      tell(this.summary, null);
    }
    const scope = this.#camForm.formElement.scope();
    scope.$applyAsync(() => scope[this.element.getAttribute('name')].$setDirty());
  }
}

function counted(problems) {
  return `Chưa gửi được: ${problems.length} mục cần xem lại.`;
}

function alert() {
  return element('div', { class: 'alert alert-danger lk-alert', role: 'alert', hidden: true });
}

function tell(alert, sentence) {
  alert.textContent = sentence || '';
  alert.hidden = !sentence;
}

/** Fields that are more than controls, by what marks them. */
const COMPOSED = [
  ['[data-choices]', CodesField],
  ['[data-questions]', QuestionnaireField],
  ['[data-steps]', StepsField],
  ['[data-entitlements]', EntitlementsField],
  ['[data-items]', ItemsField],
  ['[data-clauses]', ClausesField],
  ['input[type=file]', UploadField],
];

function fieldOf(group) {
  const [, Composed] = COMPOSED.find(([mark]) => group.querySelector(mark)) || [];
  if (Composed) {
    return new Composed(group);
  }
  const controls = [...group.querySelectorAll('input, select, textarea')];
  if (controls[0].type === 'radio') {
    return new RadioField(group, controls);
  }
  if ('number' in group.dataset) {
    return new NumberField(group, controls);
  }
  if (controls[0].matches('select')) {
    return new SelectField(group, controls);
  }
  return controls[0].type === 'checkbox' ? new CheckboxField(group, controls) : new TextField(group, controls);
}
