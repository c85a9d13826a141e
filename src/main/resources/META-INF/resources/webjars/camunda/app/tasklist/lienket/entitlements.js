import { element } from './dom.js';
import { CompositeField, within } from './field.js';
import { number, text, valueOf } from './parts.js';
import { limit } from './rules.js';

/** @typedef {{supportKind: string} & Record<string, any>} Proposed with the fields of {@link Proposal} */

/**
 * What a person proposes where no rule says what support is due: for each kind `{supportKind, rate, cap, citation}`, the rate in
 * percent. Until {@link offer} says which kinds are asked for, it keeps what was saved.
 */
export class EntitlementsField extends CompositeField {
  /** @type {Proposal[]} */
  #proposals = [];
  /** @type {Proposed[]} */
  #kept = [];

  /** @param {HTMLElement} group */
  constructor(group) {
    super(group);
    this.list = within(group, '[data-entitlements]');
  }

  /** @param {Api.Entitlement[]} kinds */
  offer(kinds) {
    this.#proposals = kinds.map((kind) => new Proposal(kind));
    this.list.replaceChildren(...this.#proposals.map(({ group }) => group));
    this.value = this.#kept;
  }

  get parts() {
    return this.#proposals.flatMap(({ parts }) => parts);
  }

  get value() {
    return this.#proposals.length ? this.#proposals.map(({ value }) => value) : this.#kept;
  }

  set value(saved) {
    this.#kept = saved || [];
    this.#proposals.forEach((proposal) => proposal.take(this.#kept));
  }
}

/** What is proposed for one kind. */
class Proposal {
  /** @param {Api.Entitlement} kind */
  constructor({ supportKind, supportKindName }) {
    this.supportKind = supportKind;
    this.fields = {
      rate: number(supportKind, 'rate', 'Tỷ lệ hỗ trợ (%)', '%', 0, 100),
      cap: number(supportKind, 'cap', 'Mức trần một năm (đồng)', 'đồng', 0, limit('money')),
      citation: text(supportKind, 'citation', 'Căn cứ', 'textarea', { rows: 2, maxlength: 4000 }),
    };
    this.group = element(
      'fieldset',
      { class: 'lk-step' },
      element('legend', {}, supportKindName),
      element('div', { class: 'lk-step-fields' }, this.parts.map(({ group }) => group))
    );
  }

  get parts() {
    return Object.values(this.fields);
  }

  get value() {
    const { rate, cap, citation } = this.fields;
    return { supportKind: this.supportKind, rate: valueOf(rate), cap: valueOf(cap), citation: valueOf(citation) };
  }

  /** @param {Proposed[]} saved */
  take(saved) {
    const mine = saved.find(({ supportKind }) => supportKind === this.supportKind);
    Object.entries(this.fields).forEach(([name, field]) => (field.value = mine?.[name] ?? ''));
  }
}
