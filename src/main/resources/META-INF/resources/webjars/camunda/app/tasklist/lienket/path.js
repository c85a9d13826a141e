import { day } from './dom.js';
import { WORDS } from './words.js';

/**
 * The way of a case, reckoned from where it was and when.
 *
 * @import { Flow } from './diagram.js'
 * @typedef {{times: number, here: boolean, left: boolean, name: string | null, type: string}} Passed `left`: each time before it was done
 */

/** How long after an element the next one may begin and still be what it led to. */
const AT_ONCE = 2000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * How often each element was passed, in the order of the way.
 *
 * @param {Api.Passage[]} passages
 * @returns {Map<string, Passed>}
 */
export function passed(passages) {
  /** @type {Map<string, Passed>} */
  const found = new Map();
  passages.forEach(({ element, name, type, endedAt, cancelled }) => {
    const before = found.get(element);
    found.set(element, {
      times: (before?.times || 0) + 1,
      here: Boolean(before?.here) || !endedAt,
      left: cancelled && (before?.left ?? true),
      name,
      type,
    });
  });
  return found;
}

/**
 * The flows that were taken, as far as it can be told: the only one that leads on from what was done, or one whose target began as
 * soon as its source was over.
 *
 * @param {Flow[]} flows
 * @param {Api.Passage[]} passages
 * @returns {string[]} ids
 */
export function taken(flows, passages) {
  const of = grouped(passages);
  return flows
    .filter(({ source, target }) => {
      const done = (of.get(source) || []).filter(({ endedAt, cancelled }) => endedAt && !cancelled);
      const begun = of.get(target) || [];
      const only = flows.filter((flow) => flow.source === source).length === 1;
      return done.some((before) => begun.some((after) => follows(before, after, only)));
    })
    .map(({ id }) => id);
}

/**
 * @param {Api.Passage} before
 * @param {Api.Passage} after
 * @param {boolean} only
 */
function follows(before, after, only) {
  const pause = Date.parse(after.startedAt) - Date.parse(/** @type {string} */ (before.endedAt));
  return after.sequence > before.sequence && pause >= 0 && (only || pause <= AT_ONCE);
}

/** @param {Api.Passage[]} passages */
function grouped(passages) {
  /** @type {Map<string, Api.Passage[]>} */
  const groups = new Map();
  passages.forEach((passage) => groups.set(passage.element, [...(groups.get(passage.element) || []), passage]));
  return groups;
}

/**
 * A value of a decision table in words.
 *
 * @param {unknown} value
 */
export function said(value) {
  if (typeof value === 'boolean') {
    return value ? 'có' : WORDS.no;
  }
  if (typeof value === 'string' && DAY.test(value)) {
    return day(value);
  }
  return value == null ? '–' : typeof value === 'number' ? value.toLocaleString('vi-VN') : String(value);
}
