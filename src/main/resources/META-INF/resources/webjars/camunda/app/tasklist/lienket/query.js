import { element } from './dom.js';
import { makeTyped } from './page-days.js';

/** What a page of ours is asked for stands in its address, behind the `#`, so that it can be kept, sent and gone back to. */

/** What Cockpit's viewer notes in the address of whatever page it is on. */
const OF_VIEWER = ['viewbox', 'rootElement'];

/** What the current page is asked for. */
export function asked() {
  const query = new URLSearchParams(window.location.hash.split('?')[1] || '');
  OF_VIEWER.forEach((name) => query.delete(name));
  return query;
}

/**
 * The address of a page, without what is empty.
 *
 * @param {string} id of the page
 * @param {Record<string, string | number | null | undefined>} values
 */
export function address(id, values) {
  return `#/lienket/${id}${search(values)}`;
}

/**
 * Values as the end of an address, without what is empty.
 *
 * @param {Record<string, string | number | null | undefined>} values
 */
export function search(values) {
  const given = Object.entries(values).flatMap(([name, value]) => (value == null || value === '' ? [] : [[name, String(value)]]));
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

/**
 * Calls back whenever something else is asked for, as long as a place is on the page.
 *
 * @param {HTMLElement} place
 * @param {() => void} changed
 */
export function onAsked(place, changed) {
  const page = window.location.hash.split('?')[0];
  let before = asked().toString();
  const listener = () => {
    if (!place.isConnected || window.location.hash.split('?')[0] !== page) {
      window.removeEventListener('hashchange', listener);
    } else if (asked().toString() !== before) {
      before = asked().toString();
      changed();
    }
  };
  window.addEventListener('hashchange', listener);
}

/**
 * A form whose fields are what the page is asked for.
 *
 * @param {string} id of the page
 * @param {HTMLElement[]} fields
 * @param {string} label of its button
 */
export function queryForm(id, fields, label) {
  const form = element(
    'form',
    { class: 'lk-query', role: 'search' },
    fields,
    element('button', { class: 'btn btn-primary', type: 'submit' }, label)
  );
  form.querySelectorAll('input[type=date]').forEach((native) => makeTyped(/** @type {HTMLInputElement} */ (native)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.location.hash = address(id, Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])));
  });
  return form;
}

/**
 * A choice, with one for all unless there is no such.
 *
 * @param {string} name
 * @param {string} label
 * @param {Api.Choice[]} choices
 * @param {string | null} chosen
 * @param {string} [all]
 */
export function choice(name, label, choices, chosen, all) {
  return element(
    'label',
    {},
    `${label} `,
    element(
      'select',
      { name, class: 'form-control' },
      all && element('option', { value: '' }, all),
      choices.map((each) => element('option', { value: each.code, selected: each.code === chosen }, each.name))
    )
  );
}

/**
 * @param {string} name
 * @param {string} label
 * @param {'date' | 'search'} type
 * @param {string | null} value
 */
export function entry(name, label, type, value) {
  const id = `lk-query-${name}`;
  return element(
    'div',
    {},
    element('label', { for: id }, label),
    element('input', { id, name, type, class: 'form-control', value, maxlength: type === 'search' && 200 })
  );
}
