import { askEngine } from './api.js';
import { element } from './dom.js';

/**
 * Models, drawn by the viewer that Cockpit itself has (bpmn-js): it knows the levels of our models, and is loaded already.
 *
 * @typedef {{id: string, marker: string, badge?: HTMLElement}} Mark what an element of the model is to look like
 * @typedef {{id: string, source: string, target: string}} Flow
 */

const FAR = 1e9;
const WRITTEN = ['canvas.viewbox.changed', 'root.set'];

document.head.append(element('link', { rel: 'stylesheet', href: new URL('diagram.css', import.meta.url).href }));

/**
 * A version of a model as XML.
 *
 * @param {string} definition
 * @returns {Promise<string>}
 */
export async function model(definition) {
  const answer = await askEngine(`/process-definition/${encodeURIComponent(definition)}/xml`);
  if (!answer.ok) {
    throw new Error('Không đọc được sơ đồ của quy trình. Hãy thử lại.');
  }
  return (await answer.json()).bpmn20Xml;
}

/**
 * Draws a model into a place that is on the page; what is not in this version of it is left out.
 *
 * @param {HTMLElement} place
 * @param {string} label
 * @param {string} xml
 * @param {(flows: Flow[], around: (id: string) => string[]) => Mark[]} marks given what leads from element to element, and in which
 *   subprocesses one lies
 */
export async function draw(place, label, xml, marks) {
  const holder = element('div', {
    'cam-widget-bpmn-viewer': true,
    'diagram-data': 'xml',
    control: 'control',
    'on-load': 'loaded()',
  });
  place.append(element('div', { class: 'lk-diagram', role: 'group', 'aria-label': label }, holder));
  const injector = window.angular.element(place).injector();
  const scope = injector.get('$rootScope').$new(true);
  await new Promise((resolve) => {
    Object.assign(scope, { xml, control: {}, loaded: resolve });
    injector.get('$compile')(holder)(scope);
    keepsToItself(scope.control.getViewer().get('eventBus'));
    injector.get('$timeout')(() => {});
  });
  const viewer = scope.control.getViewer();
  const elements = viewer.get('elementRegistry');
  /** @type {Flow[]} */
  const flows = elements
    .filter((/** @type {{type: string}} */ { type }) => type === 'bpmn:SequenceFlow')
    .map((/** @type {{id: string, source: {id: string}, target: {id: string}}} */ { id, source, target }) => ({ id, source: source.id, target: target.id }));
  const known = marks(flows, (id) => around(elements, id)).filter(({ id }) => elements.get(id));
  known.forEach(({ id, marker, badge }) => {
    viewer.get('canvas').addMarker(id, marker);
    if (badge) {
      viewer.get('overlays').add(id, { position: badge.dataset.below ? { bottom: 14, left: -10 } : { top: -16, left: -8 }, show: { minZoom: -FAR, maxZoom: FAR }, html: badge });
    }
  });
  place.querySelectorAll('.bjs-drilldown').forEach((button) => button.setAttribute('aria-label', 'Xem bên trong bước này'));
}

/**
 * Cockpit writes into the address what of a drawing is seen, by which its own pages are not drawn anew, but ours would be. What the
 * viewer itself needs to know has been asked for when it was made.
 *
 * @param {{on(event: string, ...rest: unknown[]): unknown}} bus
 */
function keepsToItself(bus) {
  const on = bus.on.bind(bus);
  bus.on = (event, ...rest) => WRITTEN.includes(event) || on(event, ...rest);
}

/**
 * The subprocesses in which an element lies; one that is folded has its inside on a level of its own.
 *
 * @param {{get(id: string): any}} elements
 * @param {string} id
 */
function around(elements, id) {
  const found = [];
  let at = elements.get(id)?.parent;
  while (at) {
    if (at.type === 'bpmn:SubProcess') {
      at = elements.get(at.id.replace(/_plane$/, ''));
      found.push(at.id);
    }
    at = at.parent;
  }
  return found;
}
