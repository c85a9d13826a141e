import { element } from './dom.js';
import { CompositeField, within } from './field.js';
import { Parts, money, paragraph, percent } from './parts.js';
import { WORDS } from './words.js';

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
    this.#proposals.forEach((proposal) => proposal.recall(this.#kept));
  }
}

/** What is proposed for one kind. */
class Proposal extends Parts {
  /** @param {Api.Entitlement} kind */
  constructor({ supportKind, supportKindName }) {
    super(supportKind, {
      rate: percent('Tỷ lệ hỗ trợ'),
      cap: money('Mức trần một năm'),
      citation: paragraph(WORDS.basis, 2),
    });
    this.supportKind = supportKind;
    this.group = element(
      'fieldset',
      { class: 'lk-step' },
      element('legend', {}, supportKindName),
      element('div', { class: 'lk-step-fields' }, this.parts.map(({ group }) => group))
    );
  }

  /** @returns {Proposed} */
  get value() {
    return { supportKind: this.supportKind, ...super.value };
  }

  /** @param {Proposed[]} saved */
  recall(saved) {
    this.take(saved.find(({ supportKind }) => supportKind === this.supportKind) || {});
  }
}
