import { post } from './api.js';
import { support } from './consulting.js';
import { button, decimal, element, list, money } from './dom.js';
import { CompositeField } from './field.js';
import { MAX_MONEY, number, select, text } from './parts.js';

/** The steps of a roadmap while they are drafted, and what support they could get. */

const PAUSE = 400;
const MAX_DAYS = 1000;
const MAX_STEPS = 50;
const WEAKEST = 3;
const BLANK = { supportKind: 'none' };

/**
 * Rows to be added, moved and taken away; the value is `[{title, pillar, solution, cost, dueInWorkingDays, supportKind}]`. Until
 * {@link offer} says what can be chosen, it keeps what was saved.
 */
export class StepsField extends CompositeField {
  #steps = [];
  #choices = null;
  #kept = [];

  constructor(group) {
    super(group);
    this.list = element('div');
    this.add = button('Thêm bước', 'plus', () => this.#insert());
    this.told = element('span', { class: 'sr-only', role: 'status' });
    group.querySelector('[data-steps]').append(this.list, this.add, this.told);
  }

  /** @param choices `{pillars: [{code, name}], supportKinds: [{code, name}]}` */
  offer(choices) {
    this.#choices = choices;
    this.value = this.#kept;
  }

  get parts() {
    return this.#steps.flatMap(({ parts }) => parts);
  }

  get value() {
    return this.#choices ? this.#steps.map(({ value }) => value) : this.#kept;
  }

  set value(steps) {
    if (!this.#choices) {
      this.#kept = steps || [];
      return;
    }
    const given = steps?.length ? steps : [{}];
    this.#steps = given.map((step) => this.#step(step));
    this.#show();
  }

  incomplete(count) {
    return `Các bước của lộ trình: ${count} ô cần xem lại.`;
  }

  #step(values) {
    const step = new StepPart(this.#choices, values);
    step.up.addEventListener('click', () => this.#move(step, -1));
    step.down.addEventListener('click', () => this.#move(step, 1));
    step.remove.addEventListener('click', () => this.#remove(step));
    return step;
  }

  #insert() {
    const step = this.#step({});
    this.#steps.push(step);
    this.#show();
    step.focus();
    this.#tell(`Đã thêm bước ${this.#steps.length}.`);
  }

  #move(step, by) {
    const from = this.#steps.indexOf(step);
    this.#steps.splice(from + by, 0, ...this.#steps.splice(from, 1));
    this.#show();
    const pressed = by < 0 ? step.up : step.down;
    const other = by < 0 ? step.down : step.up;
    (pressed.disabled ? other : pressed).focus();
    step.group.scrollIntoView({ block: 'nearest' });
    this.#tell(`Đã chuyển thành bước ${from + by + 1}.`);
  }

  #remove(step) {
    const at = this.#steps.indexOf(step);
    this.#steps.splice(at, 1);
    this.#show();
    (this.#steps[at] || this.#steps[at - 1]).focus();
    this.#tell(`Đã xóa bước ${at + 1}.`);
  }

  /** Puts the steps in their order. */
  #show() {
    const last = this.#steps.length - 1;
    this.#steps.forEach((step, index) => step.place(index, last));
    this.list.replaceChildren(...this.#steps.map(({ group }) => group));
    this.add.disabled = this.#steps.length >= MAX_STEPS;
  }

  #tell(sentence) {
    this.told.textContent = sentence;
    this.changed();
  }
}

/** Where a roadmap gains most: the pillars with the lowest scores, and those that tie with them. */
export function weakest({ pillars }) {
  const ascending = pillars.map(({ score }) => score).sort((one, other) => one - other);
  const limit = ascending[Math.min(WEAKEST, ascending.length) - 1];
  return element(
    'div',
    { class: 'alert alert-info' },
    element('p', {}, element('strong', {}, 'Nên ưu tiên các trụ cột yếu nhất:')),
    list(
      pillars
        .filter(({ score }) => score <= limit)
        .sort((one, other) => one.score - other.score)
        .map(({ name, score }) => `${name}: ${decimal(score)} điểm`)
    )
  );
}

let made = 0;

/** One step: a box of fields and the buttons that move it. */
class StepPart {
  constructor({ pillars, supportKinds }, values) {
    const id = `step-${++made}`;
    this.fields = {
      title: text(id, 'title', 'Tên việc', 'input', { type: 'text', maxlength: 300 }),
      pillar: select(id, 'pillar', 'Trụ cột', pillars, 'Chọn trụ cột'),
      supportKind: select(id, 'supportKind', 'Loại hỗ trợ', supportKinds),
      cost: number(id, 'cost', 'Chi phí (đồng)', 'đồng', 0, MAX_MONEY),
      dueInWorkingDays: number(id, 'dueInWorkingDays', 'Thời hạn (ngày làm việc)', 'ngày làm việc', 1, MAX_DAYS),
      solution: text(id, 'solution', 'Giải pháp', 'textarea', { rows: 3, maxlength: 4000 }),
    };
    Object.entries(this.fields).forEach(([name, field]) => (field.value = { ...BLANK, ...values }[name]));
    this.legend = element('span');
    this.up = button('Lên', 'arrow-up');
    this.down = button('Xuống', 'arrow-down');
    this.remove = button('Xóa', 'trash');
    this.group = element(
      'fieldset',
      { class: 'lk-step' },
      element('legend', {}, this.legend),
      element('div', { class: 'lk-step-tools' }, this.up, this.down, this.remove),
      element('div', { class: 'lk-step-fields' }, this.parts.map(({ group }) => group))
    );
  }

  get parts() {
    return Object.values(this.fields);
  }

  get value() {
    return Object.fromEntries(Object.entries(this.fields).map(([name, field]) => [name, field.whole ?? field.value]));
  }

  focus() {
    this.fields.title.focus();
  }

  place(index, last) {
    this.legend.textContent = `Bước ${index + 1}`;
    this.up.disabled = index === 0;
    this.down.disabled = index === last;
    this.remove.disabled = last === 0;
    [this.up, this.down, this.remove].forEach((tool) =>
      tool.setAttribute('aria-label', `${tool.textContent.trim()}, bước ${index + 1}`)
    );
  }
}

/** Shows what the steps cost and, asked anew after each pause, what support they could get if it were decided today. */
export function watchCosts(form, caseCode) {
  const steps = form.field('roadmapSteps');
  let timer = null;
  let latest = 0;

  async function ask() {
    const current = ++latest;
    const costs = steps.value
      .filter(({ cost }) => Number.isInteger(cost))
      .map(({ supportKind, cost }) => ({ supportKind, cost }));
    const answer = await post(`/consulting-cases/${encodeURIComponent(caseCode)}/support-preview`, { roadmapSteps: costs })
      .then((preview) => [preview.total, support(preview)])
      .catch(({ message }) => [null, element('p', {}, `Chưa tính được hỗ trợ: ${message}`)]);
    if (current === latest) {
      show(...answer);
    }
  }

  function show(total, calculation) {
    const cost = steps.value.reduce((sum, step) => sum + (Number.isInteger(step.cost) ? step.cost : 0), 0);
    form.fill(
      'totals',
      element('span', {}, 'Tổng chi phí: ', element('strong', {}, money(cost))),
      element('span', {}, 'Hỗ trợ dự kiến: ', element('strong', {}, total === null ? '…' : money(total)))
    );
    if (calculation) {
      form.fill('support', calculation);
    }
  }

  function changed() {
    clearTimeout(timer);
    latest++;
    show(null);
    timer = setTimeout(ask, PAUSE);
  }

  ['input', 'change', 'lk-change'].forEach((event) => steps.group.addEventListener(event, changed));
  changed();
}
