import { messageOf } from './api.js';
import { element } from './dom.js';
import { Field, within } from './field.js';
import { WORDS } from './words.js';

/**
 * A case that is found by its code or title and chosen from what is found.
 *
 * @typedef {{caseCode: string, title: string, kindName: string, step: string | null}} Found
 */

const PAUSE = 300;

/**
 * The code of the chosen case. Until {@link offer} says where to look, it keeps what was saved.
 *
 * @extends {Field<HTMLInputElement>}
 */
export class CaseField extends Field {
  #chosen = '';
  /** @type {number | undefined} */
  #timer;
  #latest = 0;
  /** @type {((text: string) => Promise<Found[]>) | null} */
  #find = null;

  /** @param {HTMLElement} group with an input to search, and a place for what is found, `data-cases` */
  constructor(group) {
    const input = /** @type {HTMLInputElement} */ (group.querySelector('input'));
    super(group, [input]);
    this.list = within(group, '[data-cases]');
    this.told = element('p', { class: 'help-block', role: 'status' });
    this.list.after(this.told);
    this.list.setAttribute('role', 'radiogroup');
    this.list.setAttribute('aria-label', WORDS.foundCases);
    input.addEventListener('input', () => this.#later());
    // what is typed only searches: the form has changed when a case is chosen
    input.addEventListener('change', (event) => event.stopPropagation());
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.search();
      }
    });
  }

  /** @param {(text: string) => Promise<Found[]>} find */
  offer(find) {
    this.#find = find;
    return this.search();
  }

  get value() {
    return this.#chosen;
  }

  set value(code) {
    this.#chosen = code || '';
    if (code) {
      this.controls[0].value = code;
    }
  }

  /** Looks for what is typed, now. */
  async search() {
    window.clearTimeout(this.#timer);
    const current = ++this.#latest;
    if (!this.#find) {
      return;
    }
    try {
      const found = await this.#find(this.controls[0].value.trim());
      if (current === this.#latest) {
        this.#show(found);
      }
    } catch (error) {
      if (current === this.#latest) {
        this.#show([]);
        this.told.textContent = messageOf(error);
      }
    }
  }

  #later() {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.search(), PAUSE);
  }

  /** @param {Found[]} found what was chosen and is not among them is no longer chosen */
  #show(found) {
    const before = this.#chosen;
    this.#chosen = found.some(({ caseCode }) => caseCode === before) ? before : '';
    this.list.replaceChildren(
      ...found.map(({ caseCode, title, kindName, step }) => {
        const radio = element('input', { type: 'radio', name: `${this.name}-found`, value: caseCode });
        radio.checked = caseCode === this.#chosen;
        radio.addEventListener('change', () => (this.#chosen = caseCode));
        return element(
          'div',
          { class: 'radio' },
          element(
            'label',
            {},
            radio,
            element('strong', {}, ` ${caseCode}`),
            ` ${title}`,
            element('span', { class: 'lk-hint' }, [kindName, step].filter(Boolean).join(' · '))
          )
        );
      })
    );
    this.told.textContent = found.length ? `${found.length} hồ sơ tìm thấy, mới nhất trước.` : WORDS.noCases;
    if (before !== this.#chosen) {
      this.group.dispatchEvent(new Event('lk-change', { bubbles: true }));
    }
  }
}
