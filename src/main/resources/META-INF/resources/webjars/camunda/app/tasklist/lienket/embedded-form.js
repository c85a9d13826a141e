import { CaseField } from './case-choice.js';
import { Confirmation } from './confirmation.js';
import { ClausesField } from './contract.js';
import { element, moment, present, whole } from './dom.js';
import { Draft } from './drafts.js';
import { EntitlementsField } from './entitlements.js';
import { CheckboxField, CodesField, DateField, DecimalField, NumberField, RadioField, SelectField, TextField, missing } from './field.js';
import { QuestionnaireField } from './maturity.js';
import { announce } from './next-task.js';
import { ProgrammeField } from './programme-fields.js';
import { WorkItemsField } from './programme-items.js';
import { StepsField } from './roadmap.js';
import { limit, term } from './rules.js';
import { ItemsField } from './transfer-items.js';
import { UploadField } from './upload.js';

/**
 * @import { Content } from './dom.js'
 * @import { Field } from './field.js'
 * @typedef {Record<string, any>} Read process variables that are only read, by name
 * @typedef {{name: string, message: string}} Problem a sentence about a field
 */

/**
 * Binds the fields of an embedded form to process variables. Not by `cam-variable-name`: that marries controls to Angular, whose
 * select loses options added later, and it forgets every value set by script once a submission was refused.
 */
export class EmbeddedForm {
  #camForm;
  #fields;
  /** @type {{name: string, sentence: () => string | null}[]} */
  #rules = [];
  /** @type {Read} */
  #read = {};
  #restored = false;
  /** @type {Map<string, string>} */
  #proposed = new Map();
  #draft;
  /** @type {Map<string, unknown>} */
  #brought = new Map();
  /** @type {Confirmation | undefined} */
  #confirmation;

  /**
   * @param {Tasklist.CamForm} camForm
   * @param {string[]} reads
   */
  constructor(camForm, reads) {
    this.#camForm = camForm;
    this.element = camForm.formElement[0];
    this.#fields = all(this.element, '[data-field]').map(fieldOf);
    this.notice = alert();
    this.summary = alert();
    this.kept = element('p', { class: 'lk-meta lk-kept', role: 'status' });
    this.element.prepend(this.notice);
    this.element.append(this.summary, this.kept);
    this.#draft = new Draft(camForm);
    const variables = camForm.variableManager;
    this.#fields.forEach(({ name, type }) => variables.createVariable({ name, type, value: null }));
    reads.forEach((name) => variables.fetchVariable(name));
    camForm.on('variables-fetched', () => this.#take(reads));
    camForm.on('variables-restored', () => this.#restore());
    camForm.on('store', () => {
      camForm.storePrevented = true;
      this.#draft.flush();
    });
    camForm.on('submit', () => this.#submit());
    camForm.on('submit-failed', (form, [error]) => this.#refused(error));
    camForm.on('submit-success', () => this.#draft.end());
    const applied = new Promise((resolve) => camForm.on('variables-applied', resolve));
    /** @type {Promise<Read>} */
    this.ready = Promise.all([applied, this.#draft.read()]).then(([, draft]) => {
      if (draft) {
        this.#resume(draft);
      }
      return this.#read;
    });
    ['input', 'change', 'lk-change'].forEach((event) => this.element.addEventListener(event, ({ isTrusted }) => this.#changed(isTrusted)));
  }

  /** The form shows all that it is to show; what is typed from now on is kept. */
  keep() {
    this.#draft.watch(
      () => this.values,
      (said) => (this.kept.textContent = said)
    );
    this.#camForm.formElement.scope()?.$on('$destroy', () => this.#draft.close());
  }

  /**
   * @param {string} name
   * @returns {any} the field, of the kind that its markup says
   */
  field(name) {
    return this.#fields.find((field) => field.name === name);
  }

  /**
   * The first element that a selector finds.
   *
   * @param {string} selector
   * @returns {any} of the kind that the markup says
   */
  find(selector) {
    return this.element.querySelector(selector);
  }

  /**
   * What was typed, chosen or restored; null for a field that is not asked for.
   *
   * @param {string} name
   */
  value(name) {
    const field = this.field(name);
    return field.hidden ? null : field.value;
  }

  /** What is to be kept until the form is opened again, asked for or not, by the names of the fields. */
  get values() {
    return Object.fromEntries(this.#fields.map((field) => [field.name, this.#keepable(field) ?? null]));
  }

  /**
   * Opens the fields for files: these go to this channel.
   *
   * @param {string | null | undefined} channel
   */
  set channel(channel) {
    this.#fields.forEach((field) => field instanceof UploadField && (field.channel = channel));
  }

  /**
   * Sends this value of a field that nobody is asked for, and shows what it means.
   *
   * @param {string} name
   * @param {string} value
   * @param {string} shown
   */
  settle(name, value, shown) {
    const field = this.field(name);
    field.value = value;
    field.group.querySelector('output').value = shown;
  }

  /**
   * A rule about several fields.
   *
   * @param {string} name of the field at which it is shown
   * @param {() => string | null} sentence what is wrong, or null
   */
  rule(name, sentence) {
    this.#rules.push({ name, sentence });
  }

  /**
   * Asks once more before the form is sent.
   *
   * @param {string} yes what the button says that sends it
   * @param {() => Content} about what is about to be done; null if that need not be asked
   */
  confirmWhen(yes, about) {
    this.#confirmation = new Confirmation(this.element, yes, about);
  }

  /**
   * Says what has been done once the form is sent, where no case tells it.
   *
   * @param {() => string} sentence
   */
  sayAfterwards(sentence) {
    this.#camForm.on('submit-success', () => announce(sentence()));
  }

  /**
   * The named field is needed while another one has one of these values.
   *
   * @param {string} other
   * @param {unknown[]} values
   * @param {string} name
   */
  requireWhen(other, values, name) {
    const field = this.field(name);
    const decide = () => field.require(values.includes(this.value(other)) ? missing(field.label) : null);
    this.field(other).group.addEventListener('change', decide);
    decide();
  }

  /**
   * Shows the parts of the form that are marked `data-…` with this name, or hides them.
   *
   * @param {string} part
   * @param {unknown} shown whether, as a truthy value
   */
  show(part, shown) {
    all(this.element, `[data-${part}]`).forEach((each) => (each.hidden = !shown));
  }

  /**
   * Shows these parts only while the named field has this value.
   *
   * @param {string} name
   * @param {unknown} value
   * @param {string} part
   */
  showWhile(name, value, part) {
    const decide = () => this.show(part, this.field(name).value === value);
    this.field(name).group.addEventListener('change', decide);
    decide();
  }

  /**
   * Says the numbers that are rules where the markup names them, `data-term="supplement"` and `data-limit="experts"`, and lets nobody
   * type more than `data-longest="title"`.
   */
  showRules() {
    all(this.element, '[data-term]').forEach((each) => (each.textContent = whole(term(each.dataset.term || ''))));
    all(this.element, '[data-limit]').forEach((each) => (each.textContent = whole(limit(each.dataset.limit || ''))));
    all(this.element, '[data-longest]').forEach((each) => each.setAttribute('maxlength', String(limit(each.dataset.longest || ''))));
  }

  /**
   * Fills in what is known of the fields of this form; what somebody saved stays.
   *
   * @param {object} known values by the names of fields; others may be among them
   */
  prefill(known) {
    const values = new Map(Object.entries(known));
    if (!this.#restored) {
      this.#fields.filter(({ name }) => values.has(name)).forEach((field) => (field.value = values.get(field.name)));
    }
  }

  /**
   * Puts in a value that follows from a choice.
   *
   * @param {string} name
   * @param {unknown} value
   */
  put(name, value) {
    const field = this.field(name);
    field.value = value;
    field.fail(null);
  }

  /**
   * As {@link put}, but what somebody wrote stays: only an empty field, and what was proposed before, takes the value.
   *
   * @param {string} name
   * @param {unknown} value
   * @returns {boolean} whether it did
   */
  propose(name, value) {
    const field = this.field(name);
    const takes = field.blank || JSON.stringify(field.value) === this.#proposed.get(name);
    if (takes) {
      this.put(name, value);
      this.#proposed.set(name, JSON.stringify(field.value));
    }
    return takes;
  }

  /**
   * Puts elements into the place that is marked `data-slot`.
   *
   * @param {string} slot
   * @param {Content[]} children
   */
  fill(slot, ...children) {
    this.find(`[data-slot="${slot}"]`).replaceChildren(...present(children));
  }

  /**
   * As {@link fill}, of what was said earlier: the parts marked `data-earlier` are shown only if there is something.
   *
   * @param {string} slot
   * @param {Content} content
   */
  fillEarlier(slot, content) {
    this.show('earlier', content);
    this.fill(slot, content);
  }

  /**
   * Tells why the form could not be prepared.
   *
   * @param {string} sentence
   */
  fail(sentence) {
    tell(this.notice, sentence);
  }

  /**
   * Variables that are only read: a variable the form keeps is sent back, and the product refuses a change of its own. A field marked
   * `data-proposed` comes with a value that was proposed as the form was opened.
   *
   * @param {string[]} reads
   */
  #take(reads) {
    const variables = this.#camForm.variableManager;
    reads.forEach((name) => {
      this.#read[name] = variables.variableValue(name);
      variables.destroyVariable(name);
    });
    this.#fields
      .filter(({ group }) => 'proposed' in group.dataset)
      .forEach(({ name }) => this.#brought.set(name, variables.variableValue(name)));
  }

  #restore() {
    this.#fields.forEach((field) => {
      const saved = this.#camForm.variableManager.variableValue(field.name);
      const brought = this.#brought.get(field.name);
      this.#restored ||= saved != null && saved !== brought;
      field.value = saved ?? brought;
    });
  }

  /**
   * Puts back what somebody typed here before.
   *
   * @param {{values: Record<string, unknown>, savedAt: string}} draft
   */
  #resume({ values, savedAt }) {
    this.#restored = true;
    this.#fields.filter(({ name }) => values[name] != null).forEach((field) => (field.value = values[field.name]));
    const drop = element('button', { type: 'button', class: 'btn btn-link btn-sm' }, 'Bỏ, nhập lại từ đầu');
    drop.addEventListener('click', async () => {
      await this.#draft.drop();
      window.location.reload();
    });
    this.notice.after(
      element('div', { class: 'alert alert-info lk-resumed', role: 'status' }, `Đã lấy lại nội dung bạn nhập dở lúc ${moment(savedAt)}. `, drop)
    );
  }

  /**
   * What is kept of a field until the form is opened again: not a proposal that was left as it is, for it may be old by then.
   *
   * @param {Field<any>} field
   */
  #keepable({ name, value }) {
    return value === this.#brought.get(name) ? null : value;
  }

  /** @param {(field: Field<any>) => unknown} valueOf */
  #write(valueOf) {
    this.#fields.forEach((field) => this.#camForm.variableManager.variableValue(field.name, valueOf(field)));
  }

  #submit() {
    const problems = this.#fields
      .filter((field) => !field.hidden)
      .map((field) => ({ name: field.name, message: field.problem() || this.#broken(field.name) || '' }))
      .filter(({ message }) => message);
    this.#show(problems);
    tell(this.summary, problems.length ? counted(problems) : null);
    if (problems.length || this.#confirmation?.holds()) {
      this.#camForm.submitPrevented = true;
    } else {
      this.#write(({ name }) => this.value(name));
      this.#draft.hold();
    }
  }

  /** @param {string} name */
  #broken(name) {
    return this.#rules
      .filter((rule) => rule.name === name)
      .map((rule) => rule.sentence())
      .find(Boolean);
  }

  /**
   * The product's refusal names the fields; Tasklist itself would show the sentence for some seconds only.
   *
   * @param {{message?: string, response?: {body?: {errors?: Problem[]}}} | undefined} error
   */
  #refused(error) {
    this.#draft.release();
    if (this.#camForm.submitPrevented) {
      return;
    }
    const problems = error?.response?.body?.errors || [];
    const shown = problems.length && problems.every(({ name }) => this.field(name));
    this.#show(problems);
    tell(this.summary, shown ? counted(problems) : error?.message || 'Chưa gửi được. Hãy thử lại.');
  }

  /** @param {Problem[]} problems */
  #show(problems) {
    this.#fields.forEach((field) => {
      const sentences = problems.filter(({ name }) => name === field.name).map(({ message }) => message);
      field.fail(sentences.join(' '));
    });
    this.#fields.find((field) => problems.some(({ name }) => name === field.name))?.focus();
  }

  /** @param {boolean} byHand */
  #changed(byHand) {
    this.#draft.touch(byHand);
    this.#confirmation?.withdraw();
    if (!this.#fields.some((field) => field.failed)) {
      tell(this.summary, null);
    }
  }
}

/** @param {Problem[]} problems */
function counted(problems) {
  return `Chưa gửi được: ${problems.length} mục cần xem lại.`;
}

function alert() {
  return element('div', { class: 'alert alert-danger lk-alert', role: 'alert', hidden: true });
}

/**
 * @param {HTMLElement} alert
 * @param {string | null | undefined} sentence
 */
function tell(alert, sentence) {
  alert.textContent = sentence || '';
  alert.hidden = !sentence;
}

/**
 * @param {HTMLElement} form
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
function all(form, selector) {
  return Array.from(form.querySelectorAll(selector));
}

/**
 * Fields that are more than controls, by what marks them.
 *
 * @type {[mark: string, kind: new (group: HTMLElement) => Field][]}
 */
const COMPOSED = [
  ['[data-choices]', CodesField],
  ['[data-cases]', CaseField],
  ['[data-questions]', QuestionnaireField],
  ['[data-steps]', StepsField],
  ['[data-entitlements]', EntitlementsField],
  ['[data-items]', ItemsField],
  ['[data-clauses]', ClausesField],
  ['[data-work-items]', WorkItemsField],
  ['[data-programme]', ProgrammeField],
  ['input[type=file]', UploadField],
];

/**
 * @param {HTMLElement} group
 * @returns {Field<any>}
 */
function fieldOf(group) {
  const [, Composed] = COMPOSED.find(([mark]) => group.querySelector(mark)) || [];
  if (Composed) {
    return new Composed(group);
  }
  /** @type {any[]} */
  const controls = [...group.querySelectorAll('input, select, textarea')];
  if (controls[0].type === 'radio') {
    return new RadioField(group, controls);
  }
  if ('number' in group.dataset) {
    return new NumberField(group, controls);
  }
  if ('decimal' in group.dataset) {
    return new DecimalField(group, controls);
  }
  if (controls[0].type === 'date') {
    return new DateField(group, controls);
  }
  if (controls[0].matches('select')) {
    return new SelectField(group, controls);
  }
  return controls[0].type === 'checkbox' ? new CheckboxField(group, controls) : new TextField(group, controls);
}
