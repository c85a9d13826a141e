import { element } from './dom.js';

/** A leader gives a task that somebody of his organisation has to another one of its unit, or back to the unit. */

/**
 * @param {Tasklist.Scope} scope of the meta data of a task
 * @param {HTMLElement} place
 * @param {Api.Me | null} person who is signed in
 */
export function handOver(scope, place, person) {
  scope.$watch('task.id + task.assignee', () => {
    place.replaceChildren();
    const units = unitsOf(scope.task);
    const team = (person?.team || []).filter(({ groups }) => groups.some((group) => units.includes(group)));
    if (team.length && scope.hasAssignee()) {
      place.append(choice(scope, team));
    }
  });
}

/** @param {any} task */
function unitsOf(task) {
  /** @type {{type: string, groupId: string | null}[]} */
  const links = task?._embedded?.identityLink || [];
  return links.flatMap(({ type, groupId }) => (type === 'candidate' && groupId ? [groupId] : []));
}

/**
 * @param {Tasklist.Scope} scope
 * @param {Api.Me['team']} team
 */
function choice(scope, team) {
  const made = element(
    'select',
    { class: 'lk-hand-over', 'aria-label': 'Giao lại việc này' },
    element('option', { value: '-' }, 'Giao lại…'),
    element('option', { value: '' }, 'Trả về đơn vị'),
    team.filter(({ id }) => id !== scope.task.assignee).map(({ id, name }) => element('option', { value: id }, name))
  );
  made.addEventListener('change', () => scope.$apply(() => (made.value ? scope.setAssignee(made.value) : scope.resetAssignee())));
  return made;
}
