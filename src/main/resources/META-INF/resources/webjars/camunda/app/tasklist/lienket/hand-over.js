import { element } from './dom.js';

/** A leader gives a task that somebody of his organisation has to another one of its unit, or back to the unit. */

const PEOPLE = '/camunda/api/engine/engine/default/user?maxResults=200&memberOfGroup=';

/**
 * @param {Tasklist.Scope} scope of the meta data of a task
 * @param {HTMLElement} place
 * @param {Api.Me | null} person who is signed in
 */
export function handOver(scope, place, person) {
  scope.$watch('task.id + task.assignee', () => {
    place.replaceChildren();
    const units = unitsOf(scope.task).filter((unit) => unit.startsWith(`${person?.organisation}-`));
    if (person?.roles.includes('leader') && scope.hasAssignee() && units.length) {
      offer(scope, place, units);
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
 * @param {HTMLElement} place
 * @param {string[]} units
 */
async function offer(scope, place, units) {
  const { id, assignee } = scope.task;
  /** @type {{id: string, firstName: string | null, lastName: string | null}[][]} */
  const members = await Promise.all(
    units.map(async (unit) => {
      const response = await fetch(PEOPLE + encodeURIComponent(unit), { headers: { Accept: 'application/json' } });
      return response.ok ? response.json() : [];
    })
  );
  if (scope.task?.id !== id) {
    return;
  }
  const choice = element(
    'select',
    { class: 'lk-hand-over', 'aria-label': 'Giao lại việc này' },
    element('option', { value: '-' }, 'Giao lại…'),
    element('option', { value: '' }, 'Trả về đơn vị'),
    members
      .flat()
      .filter((member) => member.id !== assignee)
      .map((member) => element('option', { value: member.id }, [member.firstName, member.lastName].filter(Boolean).join(' ')))
  );
  choice.addEventListener('change', () =>
    scope.$apply(() => (choice.value ? scope.setAssignee(choice.value) : scope.resetAssignee()))
  );
  place.replaceChildren(choice);
}
