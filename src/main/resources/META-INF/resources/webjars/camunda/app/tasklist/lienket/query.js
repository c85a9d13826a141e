import { element } from './dom.js';
import { filled, keepFocus } from './page.js';
import { makeTyped } from './page-days.js';

/** What a page of ours is asked for stands in its address, behind the `#`, so that it can be kept, sent and gone back to. */

/** What Cockpit's viewer notes in the address of whatever page it is on. */
const OF_VIEWER = ['viewbox', 'rootElement'];
/** Said on the window when a page is asked once more for what it is asked for already, as after a failure. */
const AGAIN = 'lk-asked-again';
/** How long what was asked for before is waited for. */
const PATIENCE = 3000;

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
 * Fills a place with what its page is asked for, and again whenever something else is, one after the other. Cockpit would build the whole
 * page anew for that, and whoever turns its pages by keyboard would start from the top.
 *
 * @param {HTMLElement} place
 * @param {(place: HTMLElement) => Promise<void>} show
 */
export async function following(place, show) {
  const page = pageOf(window.location.hash);
  keepPage();
  /** @type {string | null} */
  let shown = asked().toString();
  let turn = fill(shown);
  const listener = async () => {
    if (!place.isConnected || pageOf(window.location.hash) !== page) {
      window.removeEventListener('hashchange', listener);
      window.removeEventListener(AGAIN, again);
      return;
    }
    await Promise.race([turn, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    const now = asked().toString();
    if (now !== shown && pageOf(window.location.hash) === page) {
      shown = now;
      const name = document.activeElement?.getAttribute('name');
      turn = fill(now).then(() => keepFocus(place, name));
      await turn;
    }
  };
  const again = () => {
    shown = null;
    return listener();
  };
  window.addEventListener('hashchange', listener);
  window.addEventListener(AGAIN, again);
  await turn;

  /** @param {string | null} query */
  async function fill(query) {
    const once = () => filled(place, show, shown ? page : '');
    await once();
    // an answer that was no longer waited for has taken the place of a later one
    if (query !== shown) {
      await once();
    }
  }
}

/**
 * Asks the current page for something, also for what it is asked for already.
 *
 * @param {string} hash as {@link address} writes it
 */
export function ask(hash) {
  if (new URLSearchParams(hash.split('?')[1]).toString() === asked().toString()) {
    window.dispatchEvent(new Event(AGAIN));
  } else {
    window.location.hash = hash;
  }
}

/** @param {string} hash */
function pageOf(hash) {
  return hash.split('?')[0];
}

/** Has Cockpit leave the page as it is while only what it is asked for changes. */
function keepPage() {
  const route = window.angular?.element(document.body).injector().get('$route').current.$$route;
  Object.assign(route || {}, { reloadOnSearch: false });
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
    ask(address(id, Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))));
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
