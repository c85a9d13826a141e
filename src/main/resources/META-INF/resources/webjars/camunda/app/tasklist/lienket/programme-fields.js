import { day, element } from './dom.js';
import { CompositeField, within } from './field.js';
import { Parts, date, select } from './parts.js';
import { WORDS } from './words.js';

/**
 * The fields of cooperation that a programme opens an activity in, each with who leads it, with whom, and when.
 *
 * @import { Values } from './parts.js'
 * @typedef {{effectiveFrom: Api.Day, effectiveTo: Api.Day}} Term of an agreement
 * @typedef {object} Choices
 * @property {Api.Choice[]} fields
 * @property {Api.Choice[]} parties
 * @property {Term} term the days of each activity lie in
 * @property {Values} preset of every field: leadOrganisation, partnerOrganisation, startDate, endDate
 */

/**
 * What is wrong with the days of an activity, by field; each as a sentence, or null.
 *
 * @param {Api.Day} startDate
 * @param {Api.Day} endDate
 * @param {Term | undefined} term
 */
export function wrongDays(startDate, endDate, term) {
  /** @type {(label: string, given: Api.Day) => string | null} */
  const outside = (label, given) =>
    term && given && (given < term.effectiveFrom || given > term.effectiveTo)
      ? `${label}: phải trong thời hạn của thỏa thuận, từ ${day(term.effectiveFrom)} đến ${day(term.effectiveTo)}.`
      : null;
  return {
    startDate: outside(WORDS.startsOn, startDate),
    endDate: endDate && endDate < startDate ? `${WORDS.endsOn}: không được trước ngày bắt đầu.` : outside(WORDS.endsOn, endDate),
  };
}

/**
 * The ticked fields as `[{cooperationField, leadOrganisation, partnerOrganisation, startDate, endDate}]`. Until {@link offer} says what
 * can be ticked, it keeps what was saved.
 */
export class ProgrammeField extends CompositeField {
  /** @type {FieldRow[]} */
  #rows = [];
  /** @type {Values[]} */
  #kept = [];

  /** @param {HTMLElement} group */
  constructor(group) {
    super(group);
    this.all = element('input', { type: 'checkbox' });
    this.everything = element(
      'div',
      { class: 'checkbox', hidden: true },
      element('label', {}, this.all, element('strong', {}, ` ${WORDS.chooseAll}`))
    );
    this.list = element('div');
    within(group, '[data-programme]').append(this.everything, this.list);
    this.all.addEventListener('change', () => {
      this.#rows.forEach((row) => row.tick(this.all.checked));
      this.#count();
    });
    this.list.addEventListener('change', () => this.#count());
  }

  /** @param {Choices} choices in place of those offered before; of a field that is offered again, what somebody changed stays */
  offer(choices) {
    const ticked = this.value;
    const before = this.#rows;
    this.#rows = choices.fields.map((field) => {
      const row = new FieldRow(field, choices);
      const earlier = before.find(({ code }) => code === field.code);
      row.take(earlier ? earlier.changed : ticked.find(({ cooperationField }) => cooperationField === field.code) || {});
      row.tick(ticked.some(({ cooperationField }) => cooperationField === field.code));
      return row;
    });
    this.everything.hidden = this.#rows.length === 0;
    this.list.replaceChildren(...this.#rows.map(({ group }) => group));
    this.#count();
  }

  get parts() {
    return this.#ticked.flatMap(({ parts }) => parts);
  }

  get value() {
    return this.#rows.length ? this.#ticked.map(({ value }) => value) : this.#kept;
  }

  set value(saved) {
    this.#kept = saved || [];
    this.#rows.forEach((row) => {
      const values = this.#kept.find(({ cooperationField }) => cooperationField === row.code);
      row.take(values || {});
      row.tick(values !== undefined);
    });
    this.#count();
  }

  get blank() {
    return this.value.length === 0;
  }

  problem() {
    return this.blank ? this.group.dataset.required || null : super.problem();
  }

  focus() {
    if (this.blank) {
      this.all.focus();
    } else {
      super.focus();
    }
  }

  get #ticked() {
    return this.#rows.filter(({ ticked }) => ticked);
  }

  #count() {
    const ticked = this.#ticked.length;
    this.all.checked = ticked > 0 && ticked === this.#rows.length;
    this.all.indeterminate = ticked > 0 && ticked < this.#rows.length;
  }
}

/** A field of cooperation: a box to tick, and beneath it, once it is, what is asked of it. */
class FieldRow extends Parts {
  /**
   * @param {Api.Choice} field
   * @param {Choices} choices
   */
  constructor({ code, name }, { parties, term, preset }) {
    super(`field-${code}`, {
      leadOrganisation: select(WORDS.lead, parties, 'Chọn đơn vị chủ trì'),
      partnerOrganisation: select('Đơn vị phối hợp', parties, 'Chọn đơn vị phối hợp'),
      startDate: date(WORDS.startsOn),
      endDate: date(WORDS.endsOn),
    });
    this.code = code;
    this.preset = preset;
    this.box = element('input', { type: 'checkbox', value: code });
    this.asking = element('div', { class: 'lk-step-fields', hidden: true }, this.parts.map(({ group }) => group));
    this.group = element(
      'div',
      { class: 'lk-step', role: 'group', 'aria-label': name },
      element('div', { class: 'checkbox' }, element('label', {}, this.box, ' ', element('strong', {}, name))),
      this.asking
    );
    this.box.addEventListener('change', () => this.tick(this.ticked));

    const { leadOrganisation, partnerOrganisation, startDate, endDate } = this.fields;
    partnerOrganisation.rule = () =>
      partnerOrganisation.value === leadOrganisation.value ? 'Đơn vị phối hợp: phải khác đơn vị chủ trì.' : null;
    startDate.rule = () => wrongDays(startDate.value, endDate.value, term).startDate;
    endDate.rule = () => wrongDays(startDate.value, endDate.value, term).endDate;
  }

  get ticked() {
    return this.box.checked;
  }

  /** @returns {Values} */
  get value() {
    return { cooperationField: this.code, ...super.value };
  }

  /** What is other than it was preset. */
  get changed() {
    return Object.fromEntries(Object.entries(super.value).filter(([name, value]) => value !== this.preset[name]));
  }

  /** @param {boolean} ticked */
  tick(ticked) {
    this.box.checked = ticked;
    this.asking.hidden = !ticked;
  }

  /** @param {Values} values */
  take(values) {
    super.take({ ...this.preset, ...values });
    // an organisation that is no longer offered leaves its select empty
    Object.entries(this.fields)
      .filter(([, field]) => field.blank)
      .forEach(([name, field]) => (field.value = this.preset[name]));
  }
}
