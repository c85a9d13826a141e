import { change } from './api.js';
import { element } from './dom.js';
import { WORDS } from './words.js';

/** Leaders and managers remind of a task of their organisation, and give it to another one of its unit or back to the unit. */

const SHOWN = 15_000;

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
    if (team.length) {
      place.append(...controls(scope, place, team));
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
 * @param {Api.Me['team']} team
 */
function controls(scope, place, team) {
  const note = element('input', { type: 'text', class: 'lk-task-note', 'aria-label': WORDS.message, placeholder: 'Lời nhắn, nếu có' });
  const receiver = element(
    'select',
    { class: 'lk-hand-over', 'aria-label': 'Giao lại việc này' },
    element('option', { value: '-' }, 'Chọn người nhận…'),
    scope.hasAssignee() && element('option', { value: '' }, 'Trả về đơn vị'),
    team.filter(({ id }) => id !== scope.task.assignee).map(({ id, name }) => element('option', { value: id }, name))
  );
  const reminder = element('button', { type: 'button', class: 'btn-link' }, WORDS.remind);
  const giving = element('button', { type: 'button', class: 'btn-link' }, WORDS.reassign);
  giving.addEventListener('click', () => {
    if (receiver.value === '-') {
      receiver.focus();
      return;
    }
    act(scope, place, 'assignee', { person: receiver.value, note: note.value }, receiver.value ? 'Đã giao lại' : 'Đã trả về đơn vị');
  });
  reminder.addEventListener('click', () => act(scope, place, 'reminders', { note: note.value }, 'Đã nhắc việc'));
  return [note, receiver, giving, reminder];
}

/**
 * @param {Tasklist.Scope} scope
 * @param {HTMLElement} place
 * @param {'assignee' | 'reminders'} what
 * @param {object} body
 * @param {string} done
 */
async function act(scope, place, what, body, done) {
  const injector = window.angular.element(place).injector();
  const notifications = injector.get('Notifications');
  const { id, name } = scope.task;
  try {
    await change('POST', `/tasks/${encodeURIComponent(id)}/${what}`, body);
    scope.$evalAsync(() => {
      notifications.addMessage({ type: 'success', status: done, message: name, duration: SHOWN, exclusive: true });
      scope.taskData.changed('task');
      injector.get('$rootScope').$broadcast('refresh');
    });
  } catch (failure) {
    const { message } = /** @type {Error} */ (failure);
    scope.$evalAsync(() => notifications.addError({ status: 'Failed', message, duration: SHOWN, exclusive: true }));
  }
}
