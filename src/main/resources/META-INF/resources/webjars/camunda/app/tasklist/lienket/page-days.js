import { DayInput } from './day-input.js';
import { element } from './dom.js';

/** Makes the days of the product's own pages typed alike; without this script the browser's inputs do. The address has ISO days. */

/**
 * Keeps a form back while a day of it is none, and says so beside it.
 *
 * @param {HTMLInputElement} native
 */
export function makeTyped(native) {
  const input = new DayInput(native);
  const told = element('p', { class: 'problem', 'aria-live': 'polite' });
  input.typed.closest('.lk-day')?.after(told);

  function check() {
    input.typed.setCustomValidity(input.problem() || '');
  }

  input.typed.addEventListener('input', () => {
    told.textContent = '';
    check();
  });
  input.typed.addEventListener('change', () => {
    check();
    told.textContent = input.problem();
  });
  native.addEventListener('change', () => {
    told.textContent = '';
    check();
  });
  // a browser that goes back fills in what it knows, and that is the hidden input
  window.addEventListener('pageshow', ({ persisted }) => persisted || input.show());
}

document.querySelectorAll('input[type=date]').forEach((native) => makeTyped(/** @type {HTMLInputElement} */ (native)));
