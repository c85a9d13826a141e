import { element, present } from './dom.js';

/**
 * Asks once more, beneath a form, before what cannot be taken back is sent.
 *
 * @import { Content } from './dom.js'
 */

/** Where Tasklist has the button that sends a form: in the card of the task, or in the dialog of a start. */
const AROUND = '.modal-content, [cam-tasklist-task], body';
const SUBMIT = '.form-actions .btn-primary, .modal-footer .btn-primary';

export class Confirmation {
  #confirmed = false;

  /**
   * @param {HTMLElement} form
   * @param {string} yes what the button says that sends it
   * @param {() => Content} about what is about to be done; null if that need not be asked
   */
  constructor(form, yes, about) {
    this.form = form;
    this.about = about;
    this.text = element('div', { id: `${form.getAttribute('name')}-confirmation` });
    this.back = element('button', { type: 'button', class: 'btn btn-default' }, 'Xem lại');
    this.yes = element('button', { type: 'button', class: 'btn btn-danger' }, yes);
    this.box = element(
      'div',
      { class: 'lk-confirmation', role: 'alertdialog', tabindex: -1, 'aria-label': yes, 'aria-describedby': this.text.id, hidden: true },
      this.text,
      element('p', { class: 'lk-confirmation-buttons' }, this.yes, ' ', this.back)
    );
    form.append(this.box);
    this.back.addEventListener('click', () => this.#goBack());
    this.yes.addEventListener('click', () => this.#send());
    this.box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        this.#goBack();
      }
    });
  }

  /** Whether the form waits for a yes, which is then asked for. */
  holds() {
    const confirmed = this.#confirmed;
    const asked = this.about();
    this.withdraw();
    if (confirmed || !asked) {
      return false;
    }
    this.text.replaceChildren(...present([asked]));
    this.box.hidden = false;
    this.box.focus();
    this.box.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** Asks anew next time: the form has changed, or was not taken. */
  withdraw() {
    this.#confirmed = false;
    this.box.hidden = true;
  }

  #send() {
    this.#confirmed = true;
    /** @type {HTMLElement | null | undefined} */ (this.form.closest(AROUND)?.querySelector(SUBMIT))?.click();
  }

  #goBack() {
    this.withdraw();
    /** @type {HTMLElement | null} */ (this.form.querySelector('input:not([type=hidden]), select, textarea'))?.focus();
  }
}
