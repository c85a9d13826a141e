import { post } from './api.js';
import { support } from './consulting.js';
import { decimal, element, list, money } from './dom.js';
import { within } from './field.js';
import * as parts from './parts.js';
import { Row, RowsField } from './rows.js';
import { WORDS } from './words.js';

/**
 * The steps of a roadmap while they are drafted, and what support they could get.
 *
 * @import { Content } from './dom.js'
 * @import { EmbeddedForm } from './embedded-form.js'
 * @import { Values } from './parts.js'
 * @typedef {{pillars: Api.Choice[], supportKinds: Api.Choice[]}} Choices
 * @typedef {{supportKind: string, cost: unknown}} Costly a step; what was typed as its cost may be no number
 */

const PAUSE = 400;
const WEAKEST = 3;
const BLANK = { supportKind: 'none' };

let made = 0;

/**
 * The steps as a field: `[{title, pillar, solution, cost, dueInWorkingDays, supportKind}]`.
 *
 * @extends {RowsField<Choices>}
 */
export class StepsField extends RowsField {
  /** @param {HTMLElement} group */
  constructor(group) {
    super(group, within(group, '[data-steps]'), 'bước');
  }

  /**
   * @param {Choices} choices
   * @param {Values} values
   */
  make({ pillars, supportKinds }, values) {
    const makers = {
      title: parts.line(WORDS.taskName),
      pillar: parts.select(WORDS.pillar, pillars, 'Chọn trụ cột'),
      supportKind: parts.select(WORDS.supportKind, supportKinds),
      cost: parts.money('Chi phí'),
      dueInWorkingDays: parts.workingDays(),
      solution: parts.paragraph(WORDS.solution),
    };
    return new Row(`step-${++made}`, makers, { ...BLANK, ...values });
  }
}

/**
 * Where a roadmap gains most: the pillars with the lowest scores, and those that tie with them.
 *
 * @param {{pillars: Pick<Api.PillarScore, 'name' | 'score'>[]}} assessment
 */
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

/**
 * Shows what the steps cost and, asked anew after each pause, what support they could get if it were decided today.
 *
 * @param {EmbeddedForm} form
 * @param {string} caseCode
 */
export function watchCosts(form, caseCode) {
  const steps = form.field('roadmapSteps');
  /** @type {number | undefined} */
  let timer;
  let latest = 0;

  /** @returns {Costly[]} */
  function planned() {
    return steps.value;
  }

  async function ask() {
    const current = ++latest;
    const costs = planned()
      .filter(({ cost }) => Number.isInteger(cost))
      .map(({ supportKind, cost }) => ({ supportKind, cost }));
    const answer = await post(`/consulting-cases/${encodeURIComponent(caseCode)}/support-preview`, { roadmapSteps: costs })
      .then((preview) => ({ total: preview.total, calculation: support(preview) }))
      .catch(({ message }) => ({ total: null, calculation: element('p', {}, `Chưa tính được hỗ trợ: ${message}`) }));
    if (current === latest) {
      show(answer.total, answer.calculation);
    }
  }

  /**
   * @param {number | null} total
   * @param {Content} [calculation]
   */
  function show(total, calculation) {
    const cost = planned().reduce((sum, step) => sum + (Number.isInteger(step.cost) ? Number(step.cost) : 0), 0);
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
    window.clearTimeout(timer);
    latest++;
    show(null);
    timer = window.setTimeout(ask, PAUSE);
  }

  ['input', 'change', 'lk-change'].forEach((event) => steps.group.addEventListener(event, changed));
  changed();
}
