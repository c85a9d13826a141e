import { askEngine, get, messageOf } from './api.js';
import { element, facts, list, moment, multiline, storedFile, table } from './dom.js';
import { dueMoment } from './due.js';
import { WORDS } from './words.js';

/** The tab “Hồ sơ” of a task: facts, open tasks, files and everything that has happened in the case. */

const KINDS = {
  status: WORDS.status,
  task: 'Công việc',
  comment: WORDS.opinion,
  document: WORDS.documents,
  clock: WORDS.term,
  mail: 'Thư',
  decision: WORDS.decision,
  admin: WORDS.administration,
};

/** @type {HTMLElement | null} */
let shown = null;

/** @satisfies {Tasklist.Plugin} */
const plugin = {
  id: 'lienket-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: WORDS.dossier },

  /**
   * @param {HTMLElement} node
   * @param {{taskId: string}} data
   */
  async render(node, { taskId }) {
    const place = element('div', { class: 'lk-form lk-case-tab', 'aria-busy': 'true' }, 'Đang tải…');
    node.append(place);
    shown = place;
    try {
      const code = await codeOf(taskId);
      const [known, timeline] = await Promise.all([get(`/cases/${code}`), get(`/cases/${code}/timeline`)]);
      if (shown === place) {
        place.replaceChildren(...pieces(known, timeline));
      }
    } catch (failure) {
      place.replaceChildren(element('div', { class: 'alert alert-danger', role: 'alert' }, messageOf(failure)));
    }
    place.removeAttribute('aria-busy');
  },

  unmount() {
    shown = null;
  },
};

export default plugin;

/** @param {string} task */
async function codeOf(task) {
  const response = await askEngine(`/task/${encodeURIComponent(task)}/variables/caseCode`);
  if (!response.ok) {
    throw new Error('Việc này không thuộc hồ sơ nào, hoặc đã có người làm xong.');
  }
  return encodeURIComponent((await response.json()).value);
}

/**
 * @param {Api.Standing} known
 * @param {Api.Entry[]} timeline
 */
function pieces(known, timeline) {
  return [
    element('h4', { class: 'lk-title' }, known.title),
    facts([
      [WORDS.caseCode, element('a', { href: `/cases/${encodeURIComponent(known.caseCode)}` }, known.caseCode)],
      [WORDS.status, `${known.caseStatus}. ${known.caseStatusName}`],
      [WORDS.stepNow, known.step],
      [WORDS.waits, known.waitsFor],
      [WORDS.due, dueMoment(known.due)],
      ['Tạm dừng từ', moment(known.pausedSince)],
      ['Mở lúc', moment(known.openedAt)],
      ['Kết thúc lúc', moment(known.closedAt)],
    ]),
    ...part(
      WORDS.openTasks,
      known.tasks.length > 0 &&
        table(
          'Việc đang mở của hồ sơ',
          [WORDS.task, WORDS.worker, WORDS.due],
          known.tasks.map(({ name, whose, due }) => [name, whose, dueMoment(due)])
        ),
      'Không có việc nào đang mở.'
    ),
    ...part(
      WORDS.documents,
      known.documents.length > 0 &&
        list(
          known.documents.map(({ id, kindName, version, fileName }) => [
            storedFile(id, fileName),
            element('span', { class: 'lk-meta' }, ` ${kindName} (bản ${version})`),
          ])
        ),
      'Chưa có tài liệu nào.'
    ),
    ...part(
      'Diễn biến',
      table(
        'Diễn biến của hồ sơ, mới nhất trước',
        ['Lúc', WORDS.kind, WORDS.item, WORDS.carriedOutBy],
        [...timeline]
          .reverse()
          .map(({ at, kind, what, detail, byName, onBehalfOfName }) => [
            moment(at),
            KINDS[/** @type {keyof typeof KINDS} */ (kind)] || kind,
            [what, detail && element('div', { class: 'lk-meta' }, multiline(detail))],
            [byName || '', onBehalfOfName && element('div', { class: 'lk-meta' }, `thay mặt ${onBehalfOfName}`)],
          ])
      ),
      ''
    ),
  ];
}

/**
 * @param {string} heading
 * @param {Node | false} content
 * @param {string} nothing said if there is none
 */
function part(heading, content, nothing) {
  return [element('h5', {}, heading), content || element('p', { class: 'lk-meta' }, nothing)];
}
