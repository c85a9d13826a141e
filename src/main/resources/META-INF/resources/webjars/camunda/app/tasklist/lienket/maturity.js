import { button, day, element, list, today } from './dom.js';
import { CompositeField, RadioField, within } from './field.js';

/** Frameworks to measure maturity by, as `GET /api/v1/maturity-frameworks` answers them, and the sheet of answers to one. */

const DONE = 'lk-done';
const GAP = 40;

/**
 * Those that an assessment begun today may use, the preferred one first.
 *
 * @param {Api.Framework[]} frameworks
 */
export function inForce(frameworks) {
  const now = today();
  return frameworks.filter(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= now && (!effectiveTo || now <= effectiveTo)
  );
}

/**
 * What a framework is called among the others.
 *
 * @param {Api.Framework} framework
 */
export function nameOf({ name, version }) {
  return `${name}, bản ${editionOf(version)}`;
}

/**
 * What people call a version: without the word for who made it.
 *
 * @param {string} version
 */
export function editionOf(version) {
  return version.slice(version.indexOf('-') + 1);
}

/**
 * A level with what it begins at.
 *
 * @param {{name: string, from: number}} level
 */
export function levelOf({ name, from }) {
  return `${name} (từ ${from} điểm)`;
}

/**
 * What people are to know of a framework before they use it: most of all, whether it is official.
 *
 * @param {Api.Framework} framework
 */
export function standing(framework) {
  return element(
    'div',
    { class: `alert ${framework.official ? 'alert-info' : 'alert-warning'}` },
    element('p', {}, element('strong', {}, framework.status)),
    element(
      'details',
      {},
      element('summary', {}, 'Căn cứ và các mức độ'),
      element('p', {}, `${framework.citation} Dùng từ ngày ${day(framework.effectiveFrom)}.`),
      list(framework.levels.map(({ name, from, description }) => `${levelOf({ name, from })}: ${description}`))
    )
  );
}

/**
 * The questions of a framework, folded by pillar, with the meaning of each answer; the value is `{question: 0–5}`. Until
 * {@link ask} says what to ask, it keeps what was saved.
 */
export class QuestionnaireField extends CompositeField {
  /**
   * What was answered, by version; under null what was saved, before it is known what is asked.
   *
   * @type {Map<string | null, Api.MaturityAnswers>}
   */
  #sheets = new Map();
  /** @type {string | null} */
  #version = null;
  /** @type {PillarPart[]} */
  #pillars = [];

  /** @param {HTMLElement} group */
  constructor(group) {
    super(group);
    this.count = element('strong');
    this.progress = element('progress', { value: 0, 'aria-label': 'Số câu đã trả lời' });
    this.next = button('Đến câu chưa trả lời', 'arrow-down', () => this.#goTo(this.#unanswered()[0]));
    this.index = element('div', { class: 'lk-index' });
    this.bar = element(
      'div',
      { class: 'lk-sticky' },
      element('div', { class: 'lk-progress' }, this.count, this.progress, this.next),
      this.index
    );
    this.sheet = element('div');
    within(group, '[data-questions]').append(this.bar, this.sheet);
    this.sheet.addEventListener('change', () => this.#answered());
    this.sheet.addEventListener('keydown', (event) => chooseByDigit(event));
  }

  /**
   * Asks the questions of a framework.
   *
   * @param {Api.Framework} framework
   * @param {Api.MaturityAnswers} earlier the answers of an earlier assessment, to be shown beside the questions
   */
  ask(framework, earlier = {}) {
    this.#sheets.set(this.#version, this.value);
    const answers = this.#sheets.get(framework.version) || (this.#version ? {} : this.value);
    this.#version = framework.version;
    this.#pillars = framework.pillars.map((pillar, index) => new PillarPart(pillar, index + 1, earlier));
    this.sheet.replaceChildren(...this.#pillars.map(({ details }) => details));
    this.index.replaceChildren(
      ...this.#pillars.map((pillar) => {
        pillar.link.addEventListener('click', () => this.#goTo(pillar.unanswered[0] || pillar.questions[0]));
        return pillar.link;
      })
    );
    this.value = answers;
  }

  get parts() {
    return this.#pillars.flatMap(({ questions }) => questions);
  }

  get value() {
    if (!this.#version) {
      return this.#sheets.get(null) || {};
    }
    return Object.fromEntries(
      this.parts.filter(({ value }) => value !== null).map(({ question, value }) => [question, Number(value)])
    );
  }

  set value(answers) {
    if (this.#version) {
      this.parts.forEach((part) => (part.value = String(answers?.[part.question] ?? '')));
      this.#answered();
    } else {
      this.#sheets.set(null, answers || {});
    }
  }

  /** @param {number} count */
  incomplete(count) {
    return `Phiếu đánh giá: còn ${count} câu chưa trả lời.`;
  }

  focus() {
    this.#goTo(this.#unanswered()[0] || this.parts[0]);
  }

  #unanswered() {
    return this.parts.filter(({ value }) => value === null);
  }

  /** Shows how far one is, and unfolds what comes next. */
  #answered() {
    const left = this.#unanswered().length;
    const all = this.parts.length;
    this.count.textContent = `Đã trả lời ${all - left}/${all} câu`;
    this.progress.max = all;
    this.progress.value = all - left;
    this.next.disabled = left === 0;
    this.#pillars.forEach((pillar) => pillar.show());
    const next = this.#pillars.find((pillar) => pillar.unanswered.length);
    if (next) {
      next.details.open = true;
    }
  }

  /** @param {QuestionPart | undefined} part */
  #goTo(part) {
    if (part) {
      unfold(part);
      part.group.style.scrollMarginTop = `${this.bar.offsetHeight + GAP}px`;
      part.group.scrollIntoView({ block: 'start' });
      part.controls[0].focus({ preventScroll: true });
    }
  }
}

/** A pillar in the sheet and, as a link, in the index above it. */
class PillarPart {
  /**
   * @param {Api.Pillar} pillar
   * @param {number} number
   * @param {Api.MaturityAnswers} earlier
   */
  constructor(pillar, number, earlier) {
    this.title = pillar.shortName;
    this.questions = pillar.questions.map((question, index) => new QuestionPart(question, index + 1, earlier));
    this.link = element('button', { type: 'button', class: 'btn btn-default btn-xs' });
    this.state = element('span', { class: 'lk-state' });
    this.details = element(
      'details',
      { class: 'lk-pillar' },
      element('summary', {}, element('strong', {}, `${number}. ${pillar.name}`), ' ', this.state),
      this.questions.map(({ group }) => group)
    );
  }

  get unanswered() {
    return this.questions.filter(({ value }) => value === null);
  }

  show() {
    const all = this.questions.length;
    const state = `${all - this.unanswered.length}/${all}`;
    const done = this.unanswered.length === 0;
    this.state.textContent = done ? `${state} câu, đã xong` : `${state} câu`;
    this.link.textContent = `${done ? '✓ ' : ''}${this.title} ${state}`;
    this.link.classList.toggle(DONE, done);
    this.details.classList.toggle(DONE, done);
  }
}

/** A question with its answers 0–5. */
class QuestionPart extends RadioField {
  /**
   * @param {Api.Question} question
   * @param {number} number
   * @param {Api.MaturityAnswers} earlier
   */
  constructor({ id, text, help, scale }, number, earlier) {
    const radios = scale.map(({ value }) => element('input', { type: 'radio', name: `answer-${id}`, value }));
    const before = scale.find(({ value }) => value === earlier[id]);
    super(
      element(
        'fieldset',
        { class: 'form-group lk-question', 'data-field': `answer-${id}`, 'data-required': 'Hãy chọn một câu trả lời.' },
        element('legend', { class: 'control-label' }, `Câu ${number}. ${text}`),
        element('p', { class: 'help-block' }, `Gợi ý: ${help}`),
        before && element('p', { class: 'lk-earlier' }, `Lần trước: ${before.value} – ${before.text}`),
        scale.map(({ value, text: meaning }, index) =>
          element(
            'div',
            { class: 'radio' },
            element('label', {}, radios[index], element('strong', {}, String(value)), ` – ${meaning}`)
          )
        )
      ),
      radios
    );
    this.question = id;
  }
}

/** @param {QuestionPart} part */
function unfold({ group }) {
  const details = group.closest('details');
  if (details) {
    details.open = true;
  }
}

/**
 * The keys 0 to 5 answer the question one is at: a sheet has dozens.
 *
 * @param {KeyboardEvent} event
 */
function chooseByDigit(event) {
  const modified = event.ctrlKey || event.altKey || event.metaKey;
  const question = /** @type {HTMLElement} */ (event.target).closest('fieldset');
  const answer = !modified && question?.querySelector(`input[value="${CSS.escape(event.key)}"]`);
  if (answer instanceof HTMLInputElement) {
    answer.click();
    answer.focus();
  }
}
