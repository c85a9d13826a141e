import { askEngine, find } from './api.js';
import { dueMoment } from './due.js';

/** After a task: says what becomes of the case, and opens what is to be done next. */

/** The engine goes on with the case in jobs of its own; so often, and so far apart, is asked how far it is. */
const TIMES = 6;
const PAUSE = 350;
const SHOWN = 15_000;

/** @type {string | null} */
let opened = null;
let announced = '';

/**
 * Has this said of the form that has just been sent, in place of where its case stands.
 *
 * @param {string} sentence
 */
export function announce(sentence) {
  announced = sentence;
}

/**
 * Whether the page has opened a task of itself, so that nobody has turned to it yet.
 *
 * @param {string} task
 */
export function openedByItself(task) {
  return opened === task;
}

/**
 * Called by Tasklist when a form was sent.
 *
 * @param {{processInstanceId?: string}} sent
 */
export async function afterwards({ processInstanceId }) {
  const injector = window.angular.element(document.body).injector();
  const { done, code, rest } = read();
  if (!processInstanceId) {
    return;
  }
  if (announced) {
    say(injector, announced);
    announced = '';
    return;
  }
  const started = done === null;
  const caseCode = code || (await codeOf(processInstanceId));
  const standing = caseCode ? await settled(caseCode, done) : null;
  say(injector, standing ? sentence(standing) : '');
  const next = standing?.tasks.find(({ mine }) => mine)?.id || rest;
  if (next && !started) {
    open(injector, next);
  }
}

/** The task that was sent, its case, and the one after it in the list. */
function read() {
  const parameters = new URLSearchParams(window.location.hash.split('?')[1]);
  const done = parameters.get('task');
  const dialog = document.querySelector('.modal-dialog');
  const scope = window.angular.element('.tasks-list li.task').scope();
  /** @type {Tasklist.Task[]} */
  const tasks = scope?.tasks || [];
  const index = tasks.findIndex(({ id }) => id === done);
  const code = tasks[index]?._embedded?.variable?.find(({ name }) => name === 'caseCode')?.value;
  const others = [...tasks.slice(index + 1), ...tasks.slice(0, Math.max(index, 0))];
  return dialog ? { done: null, code: null, rest: null } : { done, code, rest: others[0]?.id || null };
}

/** @param {string} instance */
async function codeOf(instance) {
  // of the history, for it may be over already
  const response = await askEngine(`/history/process-instance?maxResults=1&processInstanceIds=${encodeURIComponent(instance)}`);
  return response.ok ? (await response.json())[0]?.businessKey : null;
}

/**
 * The case, once the task that was sent is none of its open ones and others have come, or it has ended.
 *
 * @param {string} code
 * @param {string | null} done
 * @returns {Promise<Api.Standing | null>}
 */
async function settled(code, done) {
  /** @type {Api.Standing | null} */
  let standing = null;
  for (let time = 0; time < TIMES; time++) {
    await new Promise((resolve) => window.setTimeout(resolve, PAUSE));
    standing = await find(`/cases/${encodeURIComponent(code)}`).catch(() => null);
    if (standing && (standing.closedAt || standing.tasks.some(({ id }) => id !== done))) {
      break;
    }
  }
  return standing;
}

/** @param {Api.Standing} standing */
function sentence({ caseCode, caseStatusName, closedAt, step, waitsFor, due }) {
  if (closedAt) {
    return `Hồ sơ ${caseCode} đã kết thúc: ${caseStatusName.toLowerCase()}.`;
  }
  const whom = waitsFor ? ` đang chờ ${waitsFor}` : ' đang được xử lý';
  return `Hồ sơ ${caseCode}${whom}${step ? ` (${step.toLowerCase()})` : ''}${due ? `, hạn ${dueMoment(due)}` : ''}.`;
}

/**
 * @param {any} injector
 * @param {string} message
 */
function say(injector, message) {
  injector.get('$rootScope').$evalAsync(() =>
    injector.get('Notifications').addMessage({ type: 'success', status: 'Đã gửi', message, duration: SHOWN, exclusive: true })
  );
}

/**
 * @param {any} injector
 * @param {string} task
 */
function open(injector, task) {
  const $location = injector.get('$location');
  if ($location.search().task) {
    // somebody has opened another one meanwhile
    return;
  }
  opened = task;
  injector.get('$rootScope').$evalAsync(() => $location.search({ ...$location.search(), task }));
}
