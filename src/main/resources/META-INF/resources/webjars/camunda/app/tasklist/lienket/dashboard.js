import { get } from './api.js';
import { button, element } from './dom.js';
import { isAdministrator } from './me.js';
import { decorate, fragment, reshaped } from './stock.js';
import { handling, matrix, people, tiles, weekChart, weekTable } from './overview.js';
import { filled } from './page.js';
import { WORDS } from './words.js';

/** The first page of Cockpit: how the work stands, before what Cockpit has of its own. */

const ROOT = '/figures/overview';
const CHART = '/webjars/chart.js/4.5.1/dist/chart.umd.min.js';
/** The page's own. */
const FONT = { family: 'system-ui, "Segoe UI", Roboto, sans-serif', size: 13 };

document.head.append(element('link', { rel: 'stylesheet', href: new URL('dashboard.css', import.meta.url).href }));

const administrator = await isAdministrator();

decorate('$route', ($route) => {
  const dashboard = $route.routes['/dashboard'];
  dashboard.template = reshaped(dashboard.template, beginWithOurs);
  return $route;
});

/** @type {Cockpit.Plugin} */
export default {
  id: 'lienket-dashboard',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render: (node) => show(node),
};

/**
 * Instances and tokens of the engine are for administrators; what is not shown to others need not be counted either.
 *
 * @param {Element} template
 */
function beginWithOurs(template) {
  const page = template.querySelector('.dashboard');
  page?.querySelector('section.deprecate')?.remove();
  page?.prepend(
    fragment('<div ng-repeat="plugin in deprecateDashboardProviders" data-plugin-id="{{ plugin.id }}"><view vars="dashboardVars" provider="plugin"></view></div>')
  );
  if (!administrator) {
    page?.querySelector('.sections')?.remove();
    page?.setAttribute('ng-init', 'actualActive = false; deployedActive = false');
  }
}

/** @param {HTMLElement} node */
function show(node) {
  const choice = element('div', { class: 'lk-overview-choice' });
  const panels = element('div', {});
  node.append(element('div', { class: 'lk-overview' }, element('div', { class: 'lk-overview-head' }, element('h1', {}, 'Tổng quan công việc'), choice), panels));
  fill(choice, panels, '');
}

/**
 * @param {HTMLElement} choice
 * @param {HTMLElement} panels
 * @param {string} channel id, or empty for all
 */
function fill(choice, panels, channel) {
  const query = channel && `?channel=${encodeURIComponent(channel)}`;
  const [work, steps] = [place(), place()];
  const open = panel('Việc đang mở theo bước và đơn vị', steps);
  panels.replaceChildren(
    work,
    open,
    panel('Mười hai tuần gần đây', filling((where) => showWeeks(where, query))),
    panel(
      'Thời gian xử lý từng bước trong mười hai tuần',
      filling(async (where) => where.append(handling(await get(`${ROOT}/handling${query}`))))
    ),
    panel(
      'Việc theo người',
      filling(async (where) => where.append(people(await get(`${ROOT}/people${query}`), channel)))
    )
  );
  filled(work, async () => {
    /** @type {Api.WorkOverview} */
    const overview = await get(`${ROOT}${query}`);
    work.append(tiles(overview, channel));
    work.after(open);
    steps.append(matrix(overview.steps, channel));
    steps.removeAttribute('aria-busy');
    // whoever has chosen goes on from there
    if (!choice.firstChild) {
      choice.append(...controls(overview.channels, (chosen) => fill(choice, panels, chosen)));
    }
  }).then(() => work.querySelector('[role=alert]') && open.remove());
}

/**
 * @param {{id: string, name: string}[]} channels
 * @param {(channel: string) => void} refresh
 */
function controls(channels, refresh) {
  const select = element(
    'select',
    { class: 'form-control' },
    element('option', { value: '' }, WORDS.allChannels),
    channels.map(({ id, name }) => element('option', { value: id }, name))
  );
  select.addEventListener('change', () => refresh(select.value));
  const again = button('Cập nhật', 'refresh', () => refresh(select.value));
  return channels.length > 1 ? [element('label', {}, `${WORDS.channel} `, select), again] : [again];
}

/**
 * @param {HTMLElement} where
 * @param {string} query
 */
async function showWeeks(where, query) {
  /** @type {Api.WeekFigures[]} */
  const weeks = await get(`${ROOT}/weeks${query}`);
  if (weeks.every(({ received, finished }) => !received && !finished)) {
    where.append('Chưa có hồ sơ nào được nhận hoặc kết thúc trong mười hai tuần.');
    return;
  }
  const canvas = element('canvas', { role: 'img', 'aria-label': 'Biểu đồ hồ sơ nhận, kết thúc, trễ hạn theo tuần; số liệu trong bảng bên dưới' });
  const chart = element('div', { class: 'lk-overview-chart', hidden: true }, canvas);
  const numbers = weekTable(weeks);
  where.append(chart, numbers);
  try {
    const Maker = await library();
    chart.hidden = false;
    Object.assign(Maker.defaults.font, FONT);
    new Maker(canvas, weekChart(weeks));
  } catch {
    // the table says the same
    numbers.open = true;
  }
}

/** @type {Promise<Charts.Maker> | undefined} */
let loading;

/** Chart.js, which gives itself to a module loader if the page has one. */
function library() {
  loading ||= new Promise((resolve, reject) => {
    const script = element('script', { src: CHART });
    script.addEventListener('load', () => (globalThis.Chart ? resolve(globalThis.Chart) : reject()));
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  return loading;
}

/**
 * @param {string} heading
 * @param {HTMLElement} content
 */
function panel(heading, content) {
  return element('section', { class: 'lk-overview-panel' }, element('div', { class: 'inner' }, element('h2', {}, heading), content));
}

function place() {
  return element('div', { 'aria-busy': 'true' });
}

/** @param {(place: HTMLElement) => Promise<void> | void} render */
function filling(render) {
  const created = place();
  filled(created, render);
  return created;
}
