/** How hot a step is: the median of its working days against what it was given. */

/** The lightest first, each up to a part of the term; told by name, line and colour. */
const LEVELS = [
  { id: 'fast', upTo: 0.5, name: 'Nhanh' },
  { id: 'within', upTo: 0.8, name: 'Trong hạn' },
  { id: 'close', upTo: 1, name: 'Sát hạn' },
  { id: 'over', upTo: Infinity, name: 'Vượt hạn' },
];
const UNKNOWN = { id: 'none', name: 'Chưa có số liệu' };

/**
 * @param {{medianDays: number | null, termDays: number | null}} step
 * @returns {{id: string, name: string}}
 */
export function heat({ medianDays, termDays }) {
  if (medianDays == null || termDays == null) {
    return UNKNOWN;
  }
  // what is due on the same day and took none is in time
  const part = termDays === 0 ? (medianDays === 0 ? 1 : Infinity) : medianDays / termDays;
  return LEVELS.find(({ upTo }) => part <= upTo) || UNKNOWN;
}

/**
 * The hottest of some steps, and how much waits in all of them.
 *
 * @param {Api.StepFigure[]} steps
 */
export function hottest(steps) {
  const ids = [UNKNOWN, ...LEVELS].map(({ id }) => id);
  const levels = steps.map(heat).sort((one, other) => ids.indexOf(other.id) - ids.indexOf(one.id));
  const sum = (/** @type {'open' | 'overdue'} */ what) => steps.reduce((all, step) => all + step[what], 0);
  return { level: levels[0] || UNKNOWN, open: sum('open'), overdue: sum('overdue') };
}

/**
 * What stands on a step of the diagram, line by line.
 *
 * @param {Api.StepFigure} step
 */
export function badge(step) {
  const days = step.medianDays == null ? '' : ` ${step.medianDays}/${step.termDays ?? '–'} ngày`;
  return [`${heat(step).name}${days}`, `${step.passages} lượt`, ...waiting(step)];
}

/** @param {{open: number, overdue: number}} counts */
export function waiting({ open, overdue }) {
  return open ? [`chờ ${open}${overdue ? `, trễ ${overdue}` : ''}`] : [];
}
