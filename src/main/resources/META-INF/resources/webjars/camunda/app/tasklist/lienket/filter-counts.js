import { askEngine } from './api.js';
import { element } from './dom.js';

/**
 * Shows beside every saved filter how many tasks it finds, instead of the number that Tasklist shows for the selected one only.
 *
 * @typedef {{id: string, signedOut?: boolean, count?: number}} Answer
 */

const PERIOD = 60_000;
const MOST = 999;
const TASK_CHANGE = /\/(claim|unclaim|assignee|delegate|resolve|complete|submit-form)$/;

/** @type {Map<string, number>} */
const counts = new Map();
const seen = new WeakSet();
/** @type {number | undefined} */
let timer;
let latest = 0;

/** Counts now and every {@link PERIOD} from then on, until nobody is signed in or there is no list. */
async function refresh() {
  window.clearTimeout(timer);
  const current = ++latest;
  const ids = document.hidden ? [] : listed().map(idOf).filter(Boolean);
  const answers = await Promise.all(ids.map(count));
  if (current !== latest) {
    return;
  }
  if (answers.some(({ signedOut }) => signedOut)) {
    counts.clear();
  } else {
    answers.forEach(({ id, count }) => count === undefined || counts.set(id, count));
    timer = listed().length ? window.setTimeout(refresh, PERIOD) : undefined;
  }
  show();
}

/**
 * @param {string} id
 * @returns {Promise<Answer>}
 */
async function count(id) {
  try {
    const response = await askEngine(`/filter/${encodeURIComponent(id)}/count`);
    return { id, signedOut: response.status === 401, count: response.ok ? (await response.json()).count : undefined };
  } catch {
    return { id };
  }
}

function show() {
  listed().forEach((item) => {
    const count = counts.get(idOf(item)) ?? '';
    const counter = item.querySelector('.lk-count') || item.querySelector('.name a')?.appendChild(element('span'));
    if (!counter) {
      return;
    }
    counter.className = count === '' ? 'lk-count' : 'lk-count counter';
    counter.textContent = Number(count) > MOST ? `${MOST}+` : String(count);
  });
}

/**
 * Between two rounds, takes the number of the selected filter from Tasklist, which lists its tasks anew all the time.
 *
 * @param {Element} item
 */
function follow(item) {
  const scope = scopeOf(item);
  scope?.$watch(
    () => (selected(scope) ? scope.filterCount : null),
    (count, before) => {
      // the first number after a selection is still that of the filter before
      if (count !== before && Number.isInteger(count) && before !== null) {
        counts.set(scope.filter.id, count);
        show();
      }
    },
  );
}

/** @param {Tasklist.Scope} scope */
function selected(scope) {
  return Boolean(scope.currentFilter) && scope.currentFilter.id === scope.filter?.id;
}

function listed() {
  return [...document.querySelectorAll('.task-filter')];
}

/** @param {Element} item */
function scopeOf(item) {
  return window.angular.element(item).scope();
}

/** @param {Element} item */
function idOf(item) {
  return scopeOf(item)?.filter?.id;
}

// Angular draws the list anew after a sign-in and whenever a filter is changed
new MutationObserver(() => {
  const drawn = listed().filter((item) => !seen.has(item));
  if (drawn.length) {
    drawn.forEach((item) => {
      seen.add(item);
      follow(item);
    });
    show();
    refresh();
  }
}).observe(document.body, { childList: true, subtree: true });

// what Tasklist itself sends when a task or a case changes hands
new PerformanceObserver((list) => {
  if (list.getEntries().some(({ name }) => TASK_CHANGE.test(new URL(name).pathname))) {
    refresh();
  }
}).observe({ type: 'resource' });

document.addEventListener('visibilitychange', refresh);
