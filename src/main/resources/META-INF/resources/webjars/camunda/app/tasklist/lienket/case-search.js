import { get, messageOf } from './api.js';
import { element } from './dom.js';
import { WORDS } from './words.js';

/** Finds cases by code, title, enterprise or tax code, with and without accents, over everything that one may see. */

const MOST = 8;
const PATIENCE = 250;

/**
 * @typedef {{caseCode: string, title: string, step: string | null, caseStatusName: string}} Found
 * @param {HTMLElement} place
 */
export function mountSearch(place) {
  const input = element('input', {
    id: 'lk-search',
    type: 'search',
    class: 'form-control',
    placeholder: 'Tìm hồ sơ: mã, tên, doanh nghiệp, mã số thuế',
    'aria-label': 'Tìm hồ sơ theo mã, tên, doanh nghiệp hoặc mã số thuế',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'lk-search-found',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    maxlength: 200,
  });
  const found = element('ul', { id: 'lk-search-found', class: 'lk-search-found', role: 'listbox', 'aria-label': WORDS.foundCases, hidden: true });
  const said = element('span', { class: 'sr-only', role: 'status' });
  place.append(input, found, said);

  /** @type {number | undefined} */
  let timer;
  let latest = 0;
  let chosen = -1;

  input.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(search, PATIENCE);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      window.location.assign(links()[chosen]?.href || everything());
    } else if (event.key === 'Escape' && !found.hidden) {
      event.stopPropagation();
      close();
    }
  });
  input.addEventListener('focus', () => links().length && open());
  place.addEventListener('focusout', ({ relatedTarget }) => !place.contains(/** @type {Node | null} */ (relatedTarget)) && close());
  // a press on a result must not take the focus away before it is followed
  found.addEventListener('mousedown', (event) => event.preventDefault());

  async function search() {
    const text = input.value.trim();
    const current = ++latest;
    if (text.length < 2) {
      found.replaceChildren();
      close();
      return;
    }
    try {
      const { items, total } = await get(`/cases?size=${MOST}&text=${encodeURIComponent(text)}`);
      if (current === latest) {
        show(items, total);
      }
    } catch (failure) {
      if (current === latest) {
        found.replaceChildren(element('li', { role: 'option', 'aria-disabled': 'true', class: 'lk-search-none' }, messageOf(failure)));
        open();
      }
    }
  }

  /**
   * @param {Found[]} items
   * @param {number} total
   */
  function show(items, total) {
    found.replaceChildren(
      ...items.map(({ caseCode, title, step, caseStatusName }, index) =>
        option(index, `/cases/${caseCode}`, element('strong', {}, caseCode), ` ${title}`, element('small', {}, step || caseStatusName))
      ),
      ...(items.length === 0
        ? [element('li', { role: 'option', 'aria-disabled': 'true', class: 'lk-search-none' }, WORDS.noCases)]
        : total > items.length
          ? [option(items.length, everything(), 'Xem tất cả trong danh sách hồ sơ')]
          : [])
    );
    said.textContent = items.length ? `Tìm thấy ${items.length} hồ sơ, dùng phím mũi tên để chọn.` : WORDS.noCases;
    chosen = -1;
    open();
  }

  /**
   * @param {number} index
   * @param {string} href
   * @param {(Node | string)[]} children
   */
  function option(index, href, ...children) {
    return element(
      'li',
      { role: 'none' },
      element('a', { id: `lk-search-${index}`, role: 'option', 'aria-selected': 'false', href, tabindex: -1 }, children)
    );
  }

  /** @param {number} index */
  function choose(index) {
    const all = links();
    if (all.length) {
      chosen = (index + all.length) % all.length;
      all.forEach((link, each) => link.setAttribute('aria-selected', String(each === chosen)));
      input.setAttribute('aria-activedescendant', `lk-search-${chosen}`);
      open();
    }
  }

  function links() {
    return [...found.querySelectorAll('a')];
  }

  function everything() {
    return `/cases?text=${encodeURIComponent(input.value.trim())}`;
  }

  function open() {
    found.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }

  function close() {
    found.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
}
