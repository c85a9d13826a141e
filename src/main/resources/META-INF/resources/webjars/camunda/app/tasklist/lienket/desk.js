import { askEngine } from './api.js';
import { due, dueMoment, urgency } from './due.js';
import { element } from './dom.js';
import { addWayBack, arriveAtTask, watchKeys, wayBack } from './focus.js';
import { handOver } from './hand-over.js';
import { me } from './me.js';
import { afterwards, openedByItself } from './next-task.js';
import { custom, decorate, fragment, leaveOut, reshape, reshaped } from './stock.js';
import { WORDS } from './words.js';

/** Tasklist as the desk of a clerk: it opens on what is to be done, in the order in which it is due, and two clicks do it. */

const BY_DUE = [
  { sortBy: 'dueDate', sortOrder: 'asc' },
  { sortBy: 'created', sortOrder: 'asc' },
  { sortBy: 'name', sortOrder: 'asc' },
];
/** @type {[name: string, sorting: object[]][]} */
const SORTINGS = [
  ['Hạn xử lý gần nhất', BY_DUE],
  ['Mới nhất', [{ sortBy: 'created', sortOrder: 'desc' }]],
  [WORDS.taskName, [{ sortBy: 'name', sortOrder: 'asc' }]],
];
/** Where work is looked for, in this order. */
const FIRST = ['Việc của tôi', 'Việc của đơn vị'];
/** Until a claim is answered, and until the cover of a form is gone. */
const LATER = 1500;
const SHORTLY = 150;
const COMMENT = 'comment-form-message';
/** Said to whatever is below what has told a failure. */
const FAILED = 'lk-failed';
/** The buttons by which a task is taken and given back, of which there is one at a time. */
const TAKING = '.task-card .claim, .task-card .unclaim';

/** @type {Api.Me | null} */
let person = null;

/** What Tasklist has of its own and ours takes the place of. */
const REPLACED = [
  // ids, and changes as the engine calls them; the tab of the case tells what has happened
  'task-detail-history',
  // said above the form instead
  'task-detail-description',
  // both know variables only; the search of the header and the order above the list take their place
  'task-search',
  'tasklist-sorting',
];

leaveOut((id) => REPLACED.includes(id) || (id === 'create-task-action' && !person?.administrator));

reshape('camTasklistFilters', (filters) => filters.querySelector('.actions')?.setAttribute('ng-if', '$root.administrator'));

reshape('camTasks', (list) => {
  const card = /** @type {Element} */ (list.querySelector('li.task .clickable'));
  card.querySelectorAll('h6, .assignee, .cells-wrapper, .task-card-details').forEach((each) => each.remove());
  card.classList.add('lk-card');
  card.append(
    fragment(
      '<span class="lk-due" ng-if="task.due" ng-class="task.due | lkUrgency" title="{{ task.due | lkMoment }}">{{ task.due | lkDue }}</span>' +
        '<p class="lk-card-case"><b>{{ task | lkVariable:"caseCode" }}</b> {{ task | lkVariable:"caseTitle" }}</p>' +
        '<p class="lk-card-borrowed" ng-if="task.delegationState">Làm thay <span>{{ task.owner }}</span></p>' +
      '<p class="lk-card-who">{{ task._embedded.processDefinition[0].name }} · ' +
        '<span>{{ hasAssignee(task) ? assigneeDisplayedName(task) : "Chưa có người nhận" }}</span></p>'
    )
  );
});

reshape('camTasklistTask', (view) => {
  view.querySelector('.tenant-id')?.remove();
  view.querySelector('.process-definition span')?.remove();
  const names = /** @type {Element} */ (view.querySelector('.names'));
  const link = /** @type {Element} */ (names.querySelector('.instance-link'));
  link.setAttribute('ng-if', 'instanceLink && $root.authentication.canAccess("cockpit")');
  link.setAttribute('aria-label', 'Xem tiến trình trong Giám sát');
  names.after(fragment('<p class="lk-todo" ng-if="task.description">{{ task.description }}</p>'));
});

reshape('camTasklistTaskMeta', (meta) => {
  meta.querySelector('.dates')?.replaceWith(
    fragment(
      '<p class="meta lk-meta-due" ng-if="task.due">Hạn xử lý: {{ task.due | lkMoment }}' +
        ' <span class="lk-due" ng-class="task.due | lkUrgency">{{ task.due | lkDue }}</span></p>'
    )
  );
  meta.prepend(fragment('<p class="meta lk-card-borrowed" ng-if="task.delegationState">Làm thay <span>{{ task.owner }}</span></p>'));
  meta.querySelector('.groups')?.replaceChildren(fragment('Đơn vị: <span>{{ groupNames.join(", ") }}</span>'));
  meta.querySelector('.claim')?.closest('li')?.setAttribute('ng-if', '!hasAssignee() && (task | lkMayTake)');
  meta.querySelector('.claim')?.after(fragment('<span class="lk-hint-claim"> hoặc bấm vào biểu mẫu để bắt đầu</span>'));
  meta.querySelectorAll('[cam-widget-inline-field]').forEach((field) => {
    const shown = fragment(
      'Người xử lý: <span>{{ assignee.firstName || assignee.lastName ? assignee.firstName + " " + assignee.lastName : assignee.id }}</span> '
    );
    field.replaceWith(shown);
  });
  meta.querySelector('.reset-assignee')?.remove();
  const unclaim = meta.querySelector('.unclaim');
  unclaim?.replaceWith(
    fragment(
      '<button type="button" class="unclaim btn-link" ng-if="isAssignee" ng-click="unclaim()" ng-disabled="submitInProgress">{{ "UNCLAIM_TASK" | translate }}</button>'
    )
  );
  meta.append(fragment('<span lk-take lk-usable></span><span lk-hand-over></span>'));
});

// kept while somebody types: see drafts.js
reshape('camTasklistForm', (form) => form.querySelector('.form-actions .btn-default')?.remove());

decorate('assignNotification', () => afterwards);

decorate('Notifications', (Notifications) => {
  const addError = Notifications.addError;
  Notifications.addError = (/** @type {{scope?: Tasklist.Scope}} */ failure) => {
    addError.call(Notifications, failure);
    failure.scope?.$broadcast(FAILED, failure);
  };
  return Notifications;
});

custom()
  .config([
    '$uibModalProvider',
    ($uibModalProvider) => ($uibModalProvider.options = { ...$uibModalProvider.options, backdrop: 'static' }),
  ])
  .filter('lkDue', () => due)
  .filter('lkUrgency', () => urgency)
  .filter('lkMoment', () => dueMoment)
  .filter('lkVariable', () => variable)
  .filter('lkMayTake', () => isOfOwnUnit)
  .directive('lkTake', () => ({ restrict: 'A', link: take }))
  .directive('lkUsable', () => ({ restrict: 'A', link: (scope, [place]) => keepUsable(scope, place) }))
  .directive('lkHandOver', () => ({ restrict: 'A', link: (scope, [place]) => handOver(scope, place, person) }))
  .directive('lkBack', () => ({ restrict: 'A', link: (scope, [place]) => wayBack(scope, place) }))
  .directive('lkOrder', () => ({ restrict: 'A', link: (scope, [place]) => order(scope, place) }))
  .run([
    '$route',
    '$rootScope',
    ($route, $rootScope) => {
      $rootScope.administrator = person?.administrator;
      const desk = $route.routes['/'];
      desk.template = reshaped(desk.template, layout);
    },
  ]);

watchKeys();
// a comment that is being written is closed by its button only; forms are kept, and may be left by any way
window.addEventListener('keydown', keepComment, true);

await arrive();

/** @param {KeyboardEvent} event */
function keepComment(event) {
  const written = [...document.querySelectorAll('textarea')].some(({ id, value }) => id === COMMENT && value.trim());
  if (event.key === 'Escape' && written) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

/** @param {Element} desk */
function layout(desk) {
  /** @type {[selector: string, label: string][]} */ ([
    ['.task-filters [data-region]', 'Ẩn, hiện các bộ lọc'],
    ['.tasks-list [data-region]', 'Ẩn, hiện danh sách việc'],
    ['.task-details [data-region]', 'Ẩn, hiện việc đang mở'],
    ['.maximize', 'Mở rộng việc ra cả trang'],
    ['.reset-regions', 'Hiện lại danh sách'],
  ]).forEach(([selector, label]) => desk.querySelector(selector)?.setAttribute('aria-label', label));
  /** @type {[selector: string, label: string][]} */ ([
    ['section.task-filters', 'Bộ lọc'],
    ['section.tasks-list', 'Danh sách việc'],
    ['section.task-details', WORDS.openTasks],
  ]).forEach(([selector, label]) => desk.querySelector(selector)?.setAttribute('aria-label', label));
  addWayBack(desk);
  desk.querySelector('section.tasks-list header')?.prepend(fragment('<span class="lk-order" lk-order></span>'));
}

/**
 * Before Tasklist reads its address: the filter in which there is work, in the order in which it is due.
 */
async function arrive() {
  const [place, query = ''] = window.location.hash.slice(1).split('?');
  if (place && place !== '/') {
    return;
  }
  const parameters = new URLSearchParams(query);
  if (!parameters.has('sorting')) {
    parameters.set('sorting', JSON.stringify(BY_DUE));
  }
  parameters.delete('searchQuery');
  try {
    person = await me();
    if (!parameters.has('filter')) {
      parameters.set('filter', await filterWithWork());
    }
  } catch {
    // nobody is signed in, or the list says itself what is wrong
  }
  window.history.replaceState(window.history.state, '', `#/?${parameters.toString().replaceAll('+', '%20')}`);
}

async function filterWithWork() {
  const filters = await json(`/filter?resourceType=Task&itemCount=false`);
  const [mine, unit] = FIRST.map((name) => filters.find((/** @type {{name: string}} */ filter) => filter.name === name)?.id);
  const { count } = await json(`/filter/${encodeURIComponent(mine)}/count`);
  return count > 0 ? mine : unit;
}

/** @param {string} path */
async function json(path) {
  const response = await askEngine(path);
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  return response.json();
}

/**
 * @param {Tasklist.Task} task
 * @param {string} name
 */
function variable(task, name) {
  return task._embedded?.variable?.find((each) => each.name === name)?.value || '';
}

/**
 * Whether a task waits in a group of whoever is signed in; leaders and managers read those of others, too.
 *
 * @param {Tasklist.Task | undefined} task
 */
function isOfOwnUnit(task) {
  return Boolean(task?._embedded?.identityLink?.some(({ groupId }) => groupId && person?.groups.includes(groupId)));
}

/**
 * Takes a task that somebody opens, where his office wants that; one that was opened after another only once he turns to it.
 *
 * @param {Tasklist.Scope} scope of the meta data of a task
 */
function take(scope) {
  const mayTake = () => !scope.hasAssignee() && isOfOwnUnit(scope.task);
  scope.$watch('task.id', (/** @type {string | undefined} */ id) => {
    if (id) {
      arriveAtTask(openedByItself(id));
    }
    if (id && person?.claimOnOpen && mayTake() && !openedByItself(id)) {
      claim();
    }
  });
  const claim = () => {
    scope.claim();
    // who comes second sees whose it is
    window.setTimeout(() => scope.hasAssignee() || scope.$applyAsync(() => scope.taskData.changed('task')), LATER);
  };
  /** @param {MouseEvent} event */
  const turnTo = ({ target, clientX, clientY }) => {
    const card = target instanceof Element && target.closest('.tasks-list li.task');
    const turned = card
      ? window.angular.element(card).scope()?.task?.id === scope.task?.id
      : target instanceof Element && target.closest('.disabled-form');
    if (turned && scope.task && mayTake() && !scope.submitInProgress) {
      scope.$apply(claim);
      if (!card) {
        const stop = scope.$watch('isAssignee', (own) => {
          if (own) {
            stop();
            window.setTimeout(() => pressAt(clientX, clientY), SHORTLY);
          }
        });
      }
    }
  };
  document.addEventListener('click', turnTo);
  scope.$on('$destroy', () => document.removeEventListener('click', turnTo));
}

/**
 * Keeps the buttons by which a task is taken and given back usable: Tasklist enables them only once the task has another assignee, and
 * takes one away with the focus on it when the other comes. What has failed is told until it is done or another task is opened.
 *
 * @param {Tasklist.Scope} scope of the meta data of a task
 * @param {HTMLElement} place
 */
function keepUsable(scope, place) {
  /** @type {{scope?: Tasklist.Scope}[]} */
  const failures = [];
  /** @param {MouseEvent} event */
  const pressed = ({ target }) => {
    if (target instanceof Element && target.matches(TAKING)) {
      const { id } = scope.task;
      const stop = scope.$watch(
        () => [scope.task?.id, scope.isAssignee].join(),
        (now, before) => {
          if (now !== before) {
            stop();
            if (scope.task?.id === id) {
              window.setTimeout(focusTaking, SHORTLY);
            }
          }
        }
      );
    }
  };
  scope.$watch('task.id', () => (scope.submitInProgress = false));
  scope.$watchGroup(['task.id', 'isAssignee'], () =>
    failures.splice(0).forEach((failure) => {
      delete failure.scope;
      window.angular.element(place).injector().get('Notifications').clear(failure);
    })
  );
  scope.$on(FAILED, (/** @type {unknown} */ event, /** @type {{scope?: Tasklist.Scope}} */ failure) => {
    failures.push(failure);
    if (scope.submitInProgress) {
      scope.submitInProgress = false;
      window.setTimeout(focusTaking, SHORTLY);
    }
  });
  document.addEventListener('click', pressed);
  scope.$on('$destroy', () => document.removeEventListener('click', pressed));
}

/** The button that was pressed, or has taken its place: what is disabled or gone loses the focus. */
function focusTaking() {
  if (document.activeElement === document.body) {
    /** @type {HTMLElement | null} */ (document.querySelector(TAKING))?.focus();
  }
}

/**
 * Does with the field that was covered what the click was meant for.
 *
 * @param {number} x
 * @param {number} y
 */
function pressAt(x, y) {
  const field = document.elementFromPoint(x, y)?.closest('.task-card :is(input, textarea, select, label)');
  if (field instanceof HTMLElement) {
    field.focus();
    if (field.matches('label, [type=radio], [type=checkbox]')) {
      field.click();
    }
  }
}

/**
 * The order of the list.
 *
 * @param {Tasklist.Scope} scope
 * @param {HTMLElement} place
 */
function order(scope, place) {
  const current = new URLSearchParams(window.location.hash.split('?')[1]).get('sorting');
  const choice = element(
    'select',
    { 'aria-label': 'Sắp xếp danh sách việc' },
    SORTINGS.map(([name, sorting]) => {
      const value = JSON.stringify(sorting);
      return element('option', { value, selected: value === current }, name);
    })
  );
  choice.addEventListener('change', () => {
    const injector = window.angular.element(place).injector();
    scope.$apply(() => {
      injector.get('search').updateSilently({ sorting: choice.value, page: null });
      scope.tasklistData.changed('taskListQuery');
    });
  });
  place.append(choice);
}
