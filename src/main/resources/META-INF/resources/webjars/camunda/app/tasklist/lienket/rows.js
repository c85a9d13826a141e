import { button, element } from './dom.js';
import { CompositeField } from './field.js';
import { Parts } from './parts.js';
import { limit } from './rules.js';

/**
 * Lists of equal things that people add to, put in order and take from, such as the steps of a plan.
 *
 * @import { Maker, Values } from './parts.js'
 */

/**
 * Rows as a field; the value is the list of theirs. Until {@link offer} says what can be chosen, it keeps what was saved. Who extends
 * it makes the rows.
 *
 * @template Choices what {@link make} is given
 */
export class RowsField extends CompositeField {
  /** @type {Row[]} */
  #rows = [];
  /** @type {Choices | null} */
  #choices = null;
  /** @type {Values[]} */
  #kept = [];

  /**
   * @param {HTMLElement} group
   * @param {HTMLElement} place
   * @param {string} word what a row is called, in lower case
   */
  constructor(group, place, word) {
    super(group);
    this.word = word;
    this.list = element('div');
    this.add = button(`Thêm ${word}`, 'plus', () => this.#insert());
    this.add.disabled = true;
    this.told = element('span', { class: 'sr-only', role: 'status' });
    place.append(this.list, this.add, this.told);
  }

  /** @param {Choices} choices */
  offer(choices) {
    const rows = this.value;
    this.#choices = choices;
    this.value = rows;
  }

  get blank() {
    return this.#choices ? this.parts.every((part) => part.blank) : this.#kept.length === 0;
  }

  get parts() {
    return this.#rows.flatMap(({ parts }) => parts);
  }

  get value() {
    return this.#choices ? this.#rows.map(({ value }) => value) : this.#kept;
  }

  set value(rows) {
    if (!this.#choices) {
      this.#kept = rows || [];
      return;
    }
    const given = rows?.length ? rows : [{}];
    this.#rows = given.map((/** @type {Values} */ row) => this.#make(row));
    this.#show();
  }

  /**
   * A row with these values.
   *
   * @abstract
   * @param {Choices} choices
   * @param {Values} values
   * @returns {Row}
   */
  make(choices, values) {
    throw new Error(`abstract: ${choices} ${values}`);
  }

  /** @param {Values} values */
  #make(values) {
    const row = this.make(/** @type {Choices} */ (this.#choices), values);
    row.up.addEventListener('click', () => this.#move(row, -1));
    row.down.addEventListener('click', () => this.#move(row, 1));
    row.remove.addEventListener('click', () => this.#remove(row));
    return row;
  }

  #insert() {
    const row = this.#make({});
    this.#rows.push(row);
    this.#show();
    row.focus();
    this.#tell(`Đã thêm ${this.word} ${this.#rows.length}.`);
  }

  /**
   * @param {Row} row
   * @param {1 | -1} by
   */
  #move(row, by) {
    const from = this.#rows.indexOf(row);
    this.#rows.splice(from + by, 0, ...this.#rows.splice(from, 1));
    this.#show();
    const pressed = by < 0 ? row.up : row.down;
    const other = by < 0 ? row.down : row.up;
    (pressed.disabled ? other : pressed).focus();
    row.group.scrollIntoView({ block: 'nearest' });
    this.#tell(`Đã chuyển thành ${this.word} ${from + by + 1}.`);
  }

  /** @param {Row} row */
  #remove(row) {
    const at = this.#rows.indexOf(row);
    this.#rows.splice(at, 1);
    this.#show();
    (this.#rows[at] || this.#rows[at - 1]).focus();
    this.#tell(`Đã xóa ${this.word} ${at + 1}.`);
  }

  /** Puts the rows in their order. */
  #show() {
    const last = this.#rows.length - 1;
    this.#rows.forEach((row, index) => row.place(this.word, index, last));
    this.list.replaceChildren(...this.#rows.map(({ group }) => group));
    this.add.disabled = this.#rows.length >= limit('rows');
  }

  /** @param {string} sentence */
  #tell(sentence) {
    this.told.textContent = sentence;
    this.changed();
  }
}

/** One row: a box of named fields, the first of which has the focus at first, and the buttons that move it. */
export class Row extends Parts {
  /**
   * @param {string} id
   * @param {Record<string, Maker>} makers
   * @param {Values} values
   */
  constructor(id, makers, values) {
    super(id, makers);
    this.take(values);
    this.legend = element('span');
    this.up = button('Lên', 'arrow-up');
    this.down = button('Xuống', 'arrow-down');
    this.remove = button('Xóa', 'trash');
    this.group = element(
      'fieldset',
      { class: 'lk-step' },
      element('legend', {}, this.legend),
      element('div', { class: 'lk-step-tools' }, this.up, this.down, this.remove),
      element('div', { class: 'lk-step-fields' }, Object.values(this.fields).map(({ group }) => group))
    );
  }

  focus() {
    this.parts[0].focus();
  }

  /**
   * Says the row's place among the others.
   *
   * @param {string} word what a row is called
   * @param {number} index from 0
   * @param {number} last
   */
  place(word, index, last) {
    this.legend.textContent = `${word[0].toUpperCase()}${word.slice(1)} ${index + 1}`;
    this.up.disabled = index === 0;
    this.down.disabled = index === last;
    this.remove.disabled = last === 0;
    [this.up, this.down, this.remove].forEach((tool) =>
      tool.setAttribute('aria-label', `${tool.textContent?.trim()}, ${word} ${index + 1}`)
    );
  }
}
