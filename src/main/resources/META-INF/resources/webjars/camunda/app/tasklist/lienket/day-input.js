import { day, element } from './dom.js';

/** A day typed as people in Vietnam write it, whatever language the browser has: its own `<input type=date>` would follow that. */

const WRITTEN = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1900;
const LONGEST = 10;
/** What the field has of the input that it stands for. */
const TAKEN = ['id', 'class', 'required', 'autofocus', 'aria-invalid', 'aria-describedby'];

/** The text that takes the place of an input of a day, with a button for its calendar. The input stays, hidden, and has the ISO day. */
export class DayInput {
  /** @param {HTMLInputElement} native */
  constructor(native) {
    this.native = native;
    this.label = labelOf(native);
    const focused = document.activeElement === native;
    this.typed = element('input', {
      type: 'text',
      inputmode: 'numeric',
      placeholder: 'dd/mm/yyyy',
      autocomplete: 'off',
      maxlength: LONGEST,
      ...taken(native),
    });
    this.button = element(
      'button',
      { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': `Chọn ngày: ${this.label}` },
      'Chọn ngày'
    );
    const place = element('span', { class: 'lk-day' }, this.typed, this.button);
    native.replaceWith(place);
    place.append(native);
    native.className = 'lk-day-calendar';
    native.tabIndex = -1;
    native.autocomplete = 'off';
    native.setAttribute('aria-hidden', 'true');
    this.show();
    if (focused) {
      this.typed.focus();
    }
    ['input', 'change'].forEach((event) => this.typed.addEventListener(event, () => (native.value = this.value)));
    this.typed.addEventListener('change', () => this.problem() || this.show());
    native.addEventListener('change', () => this.show());
    this.button.addEventListener('click', () => this.#choose());
  }

  /** The ISO day, empty while none is typed. */
  get value() {
    return isoOf(this.typed.value);
  }

  set value(iso) {
    this.native.value = iso;
    this.show();
  }

  /** Whether nothing at all was typed. */
  get blank() {
    return this.typed.value.trim() === '';
  }

  /**
   * What is wrong with what was typed, as a sentence, or null.
   *
   * @returns {string | null}
   */
  problem() {
    const typed = this.typed.value.trim();
    if (!typed || this.value) {
      return null;
    }
    return partsOf(typed)
      ? `${this.label}: không có ngày ${typed}.`
      : `${this.label}: hãy ghi ngày/tháng/năm, ví dụ 05/01/2027.`;
  }

  /**
   * The days that the calendar offers; empty for any.
   *
   * @param {string} first
   * @param {string} last
   */
  offer(first, last) {
    this.native.min = first;
    this.native.max = last;
  }

  /** Writes the day of the calendar as people read it. */
  show() {
    this.typed.value = day(this.native.value);
  }

  #choose() {
    try {
      this.native.showPicker();
    } catch {
      this.typed.focus();
    }
  }
}

/**
 * What was typed as an ISO day; empty if it is none.
 *
 * @param {string} typed
 */
export function isoOf(typed) {
  const [year, month, date] = partsOf(typed.trim()) || [0, 0, 0];
  const found = new Date(Date.UTC(year, month - 1, date));
  const real = year >= FIRST_YEAR && found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
  return real ? found.toISOString().slice(0, 10) : '';
}

/**
 * Year, month and day of what looks like them.
 *
 * @param {string} typed
 */
function partsOf(typed) {
  const written = WRITTEN.exec(typed) || DIGITS.exec(typed);
  const parts = written ? written.slice(1).reverse() : ISO.exec(typed)?.slice(1);
  return parts?.map(Number);
}

/** @param {HTMLInputElement} native */
function taken(native) {
  const attributes = TAKEN.map((name) => /** @type {const} */ ([name, native.getAttribute(name)]));
  TAKEN.forEach((name) => native.removeAttribute(name));
  return Object.fromEntries(attributes);
}

/** @param {HTMLInputElement} native */
function labelOf(native) {
  /** @type {Element | null} */
  let before = native;
  while (before && !before.matches('label')) {
    before = before.previousElementSibling;
  }
  return before?.textContent?.trim() || '';
}
