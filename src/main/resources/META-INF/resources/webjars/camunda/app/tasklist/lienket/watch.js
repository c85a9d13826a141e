import { dueMoment } from './due.js';
import { isAdministrator } from './me.js';
import { decorate, leaveOut, reshape, reshaped } from './stock.js';

/** Cockpit with days as people write them, and without what only an administrator may do: a button that can only be refused is not shown. */

const OF_ADMINISTRATORS = [
  'add-variable-action',
  'batch',
  'bulk-job-definition-override-job-priority-action',
  'cancel-process-instance-action',
  'delete-deployment',
  'increase-incident-external-task-retry',
  'job-definition-override-job-priority-action',
  'update-suspension-state',
  'update-suspension-state-action',
];
/** Places of the navigation that make room for ours: they go under “More”. */
const SELDOM = ['decisions', 'tasks'];
const USER_TASKS = 'user-tasks-tab';

const administrator = await isAdministrator();

// Cockpit writes moments as the engine does, whatever format it is told
decorate('camDateFilter', () => dueMoment);

decorate('Views', (Views) => {
  const all = Views.getProviders;
  Views.getProviders = (/** @type {{component?: string}} */ options) => {
    const providers = all(options);
    if (options.component === 'cockpit.navigation') {
      providers
        .filter((/** @type {{id: string}} */ { id }) => SELDOM.includes(id))
        .forEach((/** @type {{priority: number}} */ place) => (place.priority = -Math.abs(place.priority)));
    }
    return providers;
  };
  return Views;
});

if (!administrator) {
  leaveOut((id) => OF_ADMINISTRATORS.includes(id));
  reshape('camWidgetVariablesTable', (table) => table.querySelectorAll('td.actions .btn-group').forEach((each) => each.remove()));
  decorate('Views', (Views) => {
    const all = Views.getProviders;
    Views.getProviders = (/** @type {object} */ options) => {
      const providers = all(options);
      providers
        .filter((/** @type {{id: string}} */ { id }) => id === USER_TASKS)
        .forEach((/** @type {{template: string}} */ tab) => (tab.template = reshaped(tab.template, onlyShow)));
      return providers;
    };
    return Views;
  });
}

/** @param {Element} userTasks */
function onlyShow(userTasks) {
  const assignee = userTasks.querySelector('cam-in-place-text-field');
  assignee?.replaceWith('{{ userTask.assignee }}');
  userTasks.querySelectorAll('td.action a').forEach((each) => each.remove());
}
