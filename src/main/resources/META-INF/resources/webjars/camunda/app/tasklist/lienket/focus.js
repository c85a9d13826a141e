import { fragment } from './stock.js';

/** Where somebody without a mouse, or with a narrow screen, is when a task opens: at its heading; and how he comes back to the list. */

const NARROW = '(max-width: 991px)';
const CARDS = '.tasks-list li.task';
const PATIENCE = 4000;
const STEP = 50;

let byKey = false;

/** Watches for keys in the list: Enter opens a task, arrows go from one to the next. */
export function watchKeys() {
  document.addEventListener(
    'keydown',
    ({ key, target }) => {
      const card = target instanceof Element && target.closest(CARDS);
      byKey = !!card && key === 'Enter';
      if (card && (key === 'ArrowDown' || key === 'ArrowUp')) {
        const next = key === 'ArrowDown' ? card.nextElementSibling : card.previousElementSibling;
        const link = next?.querySelector('h4 a');
        if (link instanceof HTMLElement) {
          link.focus();
        }
      }
    },
    true
  );
}

/**
 * Goes to the heading of a task that has opened, unless somebody looks from card to card beside it.
 *
 * @param {boolean} byItself whether the task before was done
 */
export function arriveAtTask(byItself) {
  if (!byItself && !byKey && !window.matchMedia(NARROW).matches) {
    return;
  }
  byKey = false;
  // not the heading of the task before
  window.setTimeout(() => goTo(() => document.querySelector('.task-card h2.task')));
}

/**
 * Goes there as soon as it is shown.
 *
 * @param {() => Element | null} find
 * @param {number} until
 */
function goTo(find, until = Date.now() + PATIENCE) {
  const found = find();
  if (found instanceof HTMLElement && found.getClientRects().length) {
    if (!found.matches('a')) {
      found.tabIndex = -1;
    }
    found.focus();
  } else if (Date.now() < until) {
    window.setTimeout(() => goTo(find, until), STEP);
  }
}

/**
 * On a narrow screen an open task takes the place of the list; this leads back.
 *
 * @param {Element} desk
 */
export function addWayBack(desk) {
  desk
    .querySelector('section.task-details')
    ?.prepend(fragment('<button type="button" class="btn btn-link lk-back" lk-back>‹ Về danh sách việc</button>'));
}

/**
 * @param {Tasklist.Scope} scope
 * @param {HTMLElement} place
 */
export function wayBack(scope, place) {
  place.addEventListener('click', () => {
    const $location = window.angular.element(place).injector().get('$location');
    const task = $location.search().task;
    scope.$apply(() => $location.search({ ...$location.search(), task: null }));
    goTo(() => document.querySelector(`${CARDS} a[href*="${task}"]`) || document.querySelector(`${CARDS} a`));
  });
}
