/** Pages of our own in Cockpit: each has a place in the navigation and is built anew whenever it is opened. */

import { fileOf, messageOf } from './api.js';
import { button, element } from './dom.js';
import { WORDS } from './words.js';

document.head.append(element('link', { rel: 'stylesheet', href: new URL('page.css', import.meta.url).href }));

/**
 * The plugins that make up a page.
 *
 * @param {{id: string, label: string, link?: string, priority: number, render: (place: HTMLElement) => Promise<void> | void}} page with
 *   a shorter link in the navigation, if the label is long
 * @returns {Cockpit.Plugin[]}
 */
export function page({ id, label, link, priority, render }) {
  const path = `/lienket/${id}`;
  return [
    {
      id: `lienket-${id}`,
      pluginPoint: 'cockpit.route',
      priority,
      properties: { path, label },
      render: (node) => show(node, label, render),
    },
    {
      id: `lienket-${id}-link`,
      pluginPoint: 'cockpit.navigation',
      priority,
      properties: { checkActive: (/** @type {string} */ address) => address.includes(`#${path}`) },
      render: (node) => node.append(element('a', { href: `#${path}` }, link || label)),
    },
  ];
}

/**
 * @param {HTMLElement} node
 * @param {string} label
 * @param {(place: HTMLElement) => Promise<void> | void} render
 */
async function show(node, label, render) {
  const place = element('div', { class: 'lk-page-body', 'aria-busy': 'true' });
  node.append(element('main', { class: 'lk-page' }, element('h1', {}, label), place));
  await filled(place, render);
}

/**
 * Has a place filled, and says in it why that failed, with a way to have it tried again.
 *
 * @param {HTMLElement} place
 * @param {(place: HTMLElement) => Promise<void> | void} render
 * @param {string} [start] address of a page that is asked for less, if what is asked for may be the reason
 */
export async function filled(place, render, start) {
  place.setAttribute('aria-busy', 'true');
  try {
    await render(place);
  } catch (failure) {
    place.replaceChildren(
      element('div', { class: 'alert alert-danger', role: 'alert' }, messageOf(failure)),
      element(
        'p',
        { class: 'lk-retry' },
        button('Thử lại', 'repeat', async () => {
          place.replaceChildren();
          await filled(place, render, start);
          keepFocus(place);
        }),
        start && element('a', { class: 'btn btn-default btn-sm', href: start }, 'Bỏ điều kiện')
      )
    );
  }
  place.removeAttribute('aria-busy');
}

/**
 * What had the focus may be gone: then what is called as it has it, or else the first that can be pressed.
 *
 * @param {HTMLElement} place
 * @param {string | null} [name]
 */
export function keepFocus(place, name) {
  if (document.activeElement === document.body) {
    /** @type {HTMLElement | null} */
    const next = (name && place.querySelector(`[name="${CSS.escape(name)}"]`)) || place.querySelector('.lk-retry button, button[type=submit], a');
    next?.focus();
  }
}

/**
 * Tells of what was begun on a page that has been left since, wherever one is now.
 *
 * @param {string} message
 */
export function tellAnywhere(message) {
  const injector = window.angular?.element(document.body).injector();
  injector?.get('$rootScope').$evalAsync(() => injector.get('Notifications').addMessage({ status: WORDS.done, message }));
}

const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
/** How long a browser may take to save what it was handed. */
const SAVED = 60_000;

/**
 * Buttons that save what is behind a path as files, and tell what has come of it.
 *
 * @param {string} path
 * @param {string} name of the files, without ending
 * @param {(keyof typeof TYPES)[]} endings
 * @param {HTMLElement} told
 */
export function files(path, name, endings, told) {
  return endings.map((ending) =>
    button(`Tải ${ending.toUpperCase()}`, 'download-alt', async () => {
      try {
        const address = URL.createObjectURL(await fileOf(path, TYPES[ending]));
        element('a', { href: address, download: `${name}.${ending}` }).click();
        setTimeout(() => URL.revokeObjectURL(address), SAVED);
        told.textContent = `Đã tải ${name}.${ending}.`;
      } catch (failure) {
        told.textContent = messageOf(failure);
      }
    })
  );
}
