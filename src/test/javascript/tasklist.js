import { readFileSync, readdirSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';

/** Tasklist as the modules meet it: a page, the product's REST API, and Camunda's `camForm` with its events in their order. */

const MODULES = '../../main/resources/META-INF/resources/webjars/camunda/app/tasklist/lienket/';
const MODELS = fileURLToPath(new URL('../../../bpmn/', import.meta.url));

register('./web-modules.js', import.meta.url);

const { window } = new JSDOM('<!doctype html><body></body>', {
  url: 'https://lienket.test/camunda/app/tasklist/default/',
  pretendToBeVisual: true,
});
const PAGE = ['window', 'document', 'AbortController', 'Event', 'FormData', 'HTMLElement', 'HTMLInputElement', 'MutationObserver', 'Node', 'NodeFilter', 'XMLHttpRequest'];
PAGE.forEach((name) => Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true }));
globalThis.CSS = { escape: (text) => text.replace(/\W/g, '\\$&') };
window.HTMLElement.prototype.scrollIntoView = () => {};

/** One of the web modules, by its file name without the ending; anew with a query that it was not loaded with before. */
export function load(name, query = '') {
  return import(`${MODULES}${name}.js${query}`);
}

/** The source of every web module: `{file, text}`. */
export function sources() {
  const folder = fileURLToPath(new URL(MODULES, import.meta.url));
  return readdirSync(folder).map((file) => ({ file, text: readFileSync(folder + file, 'utf8') }));
}

/** Lets the REST API answer from these bodies, by path; what is not there is a 404. A function is given the body that was sent. */
export function answer(bodies) {
  globalThis.fetch = async (url, { method, body } = {}) => {
    if (url.startsWith('/api/v1/drafts/')) {
      return draft(method, body);
    }
    const found = bodies[url.replace('/api/v1', '')];
    const content = typeof found === 'function' ? found(body && JSON.parse(body)) : found;
    const known = content !== undefined;
    const sent = known ? content : { detail: `Không có ${url}.` };
    return { ok: known, status: known ? 200 : 404, headers: new Headers(), json: async () => sent, text: async () => JSON.stringify(sent) };
  };
}

/** What the product keeps of the form that is open: as it was before, and as it is sent. */
const drafts = { saved: null, kept: null };

function draft(method, body) {
  if (method === 'PUT') {
    drafts.kept = JSON.parse(body).values;
  }
  const found = method ? null : drafts.saved;
  return { ok: true, status: found ? 200 : 204, json: async () => ({ values: found, savedAt: '2026-11-28T03:05:00Z' }), text: async () => '' };
}

/** Every embedded form: `{module, file, name, script}`. */
export function forms() {
  return readdirSync(MODELS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: module }) =>
      readdirSync(MODELS + module)
        .filter((file) => file.endsWith('.html'))
        .map((file) => ({ module, file, ...read(`${module}/${file}`) }))
    );
}

function read(path) {
  const form = parse(readFileSync(MODELS + path, 'utf8'));
  return { name: form.getAttribute('name'), script: form.querySelector('script').textContent };
}

/** Opens an embedded form by its path below `bpmn/`, with the variables of its task and what was saved of it. */
export function open(path, variables = {}, saved = {}) {
  return new OpenForm(readFileSync(MODELS + path, 'utf8'), variables, saved);
}

/** Opens markup with a form script as Tasklist would. */
export class OpenForm {
  #handlers = new Map();
  #variables = new Map();
  #form;

  constructor(markup, variables, saved) {
    this.element = parse(markup);
    document.body.replaceChildren(this.element);
    const script = this.element.querySelector('script');
    script.remove();
    drafts.saved = Object.keys(saved).length ? saved : null;
    drafts.kept = null;
    this.camForm = this.#camForm();
    const bind = (...details) => (this.#form = window.LienKetForms.bind(...details));
    new Function('camForm', 'LienKetForms', script.textContent)(this.camForm, { ...window.LienKetForms, bind });
    this.#fire('variables-fetched', () =>
      [...this.#variables].forEach(([name, variable]) => (variable.value ??= variables[name]))
    );
    this.#fire('variables-restored');
    this.#fire('variables-applied');
  }

  /** Waits until the form is prepared: all answers are at hand, so that takes one turn once it has what it loads when it is used. */
  async prepared() {
    await new Promise(setImmediate);
    await load('signing-form');
    await new Promise(setImmediate);
    return this;
  }

  /** What the form shows in one of its places. */
  slot(name) {
    return words(this.element.querySelector(`[data-slot="${name}"]`));
  }

  /** The first control of a field. */
  control(field) {
    return this.element.querySelector(`[data-field="${field}"] :is(input, select, textarea)`);
  }

  /** Types or chooses as a person does. */
  type(field, value) {
    enter(this.control(field), value);
  }

  /** Presses a radio button or a box. */
  choose(field, value) {
    this.element.querySelector(`[data-field="${field}"] input[value="${value}"]`).click();
  }

  /** The values that would be sent, or null if the form holds itself back. */
  submit() {
    this.camForm.submitPrevented = false;
    this.#fire('submit');
    return this.camForm.submitPrevented ? null : this.#values();
  }

  /** The product refuses with sentences by field. */
  refuse(errors) {
    this.camForm.submitPrevented = false;
    this.#fire('submit-failed', () => {}, [{ response: { body: { errors } } }]);
  }

  /** What is in the fields of a form that is not finished. */
  store() {
    return this.#form.values;
  }

  /** Whether the product keeps something of a form that is left now: what somebody has typed. */
  get changed() {
    this.#fire('store');
    return drafts.kept !== null;
  }

  /** What is said beside a field. */
  error(field) {
    return words(this.element.querySelector(`[data-field="${field}"] > .lk-error`));
  }

  /** What is said above and below the form. */
  get notices() {
    return [...this.element.querySelectorAll('.lk-alert:not([hidden])')].map(words);
  }

  /** What would be sent under a name, whether or not the form holds itself back. */
  sent(name) {
    return this.#values()[name];
  }

  #values() {
    return Object.fromEntries([...this.#variables].map(([name, { value }]) => [name, value]));
  }

  #fire(event, before = () => {}, args = []) {
    before();
    (this.#handlers.get(event) || []).forEach((handler) => handler(this.camForm, args));
  }

  #camForm() {
    const variables = this.#variables;
    const scope = { $on: () => {} };
    return {
      taskId: 'b7e1',
      formElement: { 0: this.element, scope: () => scope },
      on: (event, handler) => this.#handlers.set(event, [...(this.#handlers.get(event) || []), handler]),
      variableManager: {
        createVariable: ({ name, value }) => variables.set(name, { value }),
        fetchVariable: (name) => variables.set(name, {}),
        destroyVariable: (name) => variables.delete(name),
        variableValue(name, ...given) {
          if (given.length) {
            variables.get(name).value = given[0];
          }
          return variables.get(name).value;
        },
      },
    };
  }
}

/** Types or chooses a value as a person does. */
export function enter(control, value) {
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The text of an element as people read it. */
export function words(element) {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

function parse(markup) {
  const place = document.createElement('div');
  place.innerHTML = markup;
  return place.querySelector('form');
}
