import { get } from './api.js';
import { element, table, today, daysAfter } from './dom.js';
import { WORDS } from './words.js';
import { draw, model } from './diagram.js';
import { badge, heat, hottest, waiting } from './heat.js';
import { filled, page } from './page.js';
import { address, asked, choice, entry, following, queryForm, search } from './query.js';

/** The steps of a process on its diagram: how long they take against their terms, and where cases wait now. */

const ID = 'heat-map';
const NAME = 'Bản đồ nhiệt';
const DAYS = 83;

export default [
  ...page({
    id: ID,
    label: NAME,
    priority: -10,
    render: (place) => following(place, show),
  }),
  {
    id: 'lienket-heat-map-of-process',
    pluginPoint: 'cockpit.processDefinition.runtime.action',
    priority: 10,
    /**
     * @param {HTMLElement} node
     * @param {{processDefinitionId: string}} data
     */
    render: (node, { processDefinitionId }) => {
      const [process, version] = processDefinitionId.split(':');
      node.append(
        element(
          'a',
          { class: 'btn btn-default action-button', href: address(ID, { process, version }), title: NAME, 'aria-label': NAME },
          element('span', { class: 'glyphicon glyphicon-fire', 'aria-hidden': 'true' })
        )
      );
    },
  },
];

/** @param {HTMLElement} place */
async function show(place) {
  const query = asked();
  /** @type {Api.FigureChoices} */
  const choices = await get('/figures/choices');
  const values = {
    process: query.get('process'),
    version: query.get('version'),
    channel: query.get('channel'),
    from: query.get('from') || daysAfter(today(), -DAYS),
    to: query.get('to') || today(),
  };
  const drawing = element('div');
  place.replaceChildren(drawing);
  /** @type {Api.StepFigures} */
  const figures = await get(`/figures/steps${search(values)}`);
  const versions = figures.versions.map((version) => ({ code: String(version), name: `Phiên bản ${version}` }));
  const form = queryForm(
    ID,
    [
      choice('process', WORDS.process, choices.processes, figures.process),
      choice('version', WORDS.version, versions, values.version, 'Mọi phiên bản'),
      entry('from', 'Từ ngày', 'date', values.from),
      entry('to', 'Đến ngày', 'date', values.to),
      choice('channel', WORDS.cooperationChannel, choices.channels, values.channel, 'Mọi kênh'),
    ],
    'Xem'
  );
  const process = form.querySelector('select');
  process?.addEventListener('change', () => (window.location.hash = address(ID, { ...values, process: process.value, version: null })));
  place.replaceChildren(
    form,
    element('h2', {}, `${figures.name}, vẽ theo phiên bản ${figures.version}`),
    element(
      'p',
      {},
      'Trên mỗi bước: mức độ, trung vị số ngày làm việc trên thời hạn, số lượt đã làm trong kỳ, số việc đang chờ. ' +
        'Mức độ theo trung vị so với thời hạn: nhanh (đến một nửa), trong hạn (đến 80 %), sát hạn (đến hết hạn, viền đứt), vượt hạn (viền đậm nhất).'
    ),
    drawing,
    figures.steps.length === 0 ? element('p', {}, 'Trong kỳ này chưa có việc nào.') : table(
      'Các bước của quy trình',
      [WORDS.step, 'Mức độ so với hạn', ['Số lượt'], ['Trung vị (ngày)'], ['90 % trong (ngày)'], [WORDS.termInDays], ['Lượt vượt hạn'], [WORDS.waits], ['Đang trễ']],
      figures.steps.map((step) => [
        step.name,
        heat(step).name,
        step.passages,
        step.medianDays,
        step.p90Days,
        step.termDays,
        step.late,
        step.open,
        step.overdue,
      ])
    )
  );
  await filled(drawing, async (there) =>
    draw(
      there,
      figures.name,
      await model(figures.definition),
      (flows, around) => [
        ...figures.steps.map((step) => mark(step.step, heat(step), badge(step))),
        ...subprocesses(figures.steps, around).map(([id, steps]) => {
          const { level, ...counts } = hottest(steps);
          return mark(id, level, [`Bên trong: ${level.name}`, ...waiting(counts)]);
        }),
      ]
    )
  );
}

/**
 * @param {string} id
 * @param {{id: string}} level
 * @param {string[]} lines
 */
function mark(id, level, lines) {
  return {
    id,
    marker: `lk-heat-${level.id}`,
    badge: element('div', { class: 'lk-badge lk-badge-heat', 'data-below': 'true' }, lines.map((line) => element('div', {}, line))),
  };
}

/**
 * The steps in each subprocess.
 *
 * @param {Api.StepFigure[]} steps
 * @param {(id: string) => string[]} around
 */
function subprocesses(steps, around) {
  /** @type {Map<string, Api.StepFigure[]>} */
  const found = new Map();
  steps.forEach((step) => around(step.step).forEach((id) => found.set(id, [...(found.get(id) || []), step])));
  return [...found];
}
