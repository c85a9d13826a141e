import { dayOf, daysBetween, moment } from './dom.js';
import { WORDS } from './words.js';

/** When something is due, as a person says it. */

/**
 * `Quá hạn 8 ngày`, `Quá hạn`, `Hôm nay`, `Ngày mai`, `Còn 2 ngày`, by days in Vietnam; empty without a term.
 *
 * @param {string | null | undefined} instant
 * @param {Date} [now]
 */
export function due(instant, now = new Date()) {
  const end = instantOf(instant);
  if (!end) {
    return '';
  }
  const days = daysBetween(dayOf(now), dayOf(end));
  if (end < now) {
    return days < 0 ? `Quá hạn ${-days} ngày` : WORDS.overdue;
  }
  return [WORDS.today, 'Ngày mai'][days] || `Còn ${days} ngày`;
}

/**
 * How urgent that is, as a class: `lk-overdue`, `lk-today` or `lk-later`.
 *
 * @param {string | null | undefined} instant
 * @param {Date} [now]
 */
export function urgency(instant, now = new Date()) {
  const end = instantOf(instant);
  if (!end) {
    return '';
  }
  return end < now ? 'lk-overdue' : dayOf(end) === dayOf(now) ? 'lk-today' : 'lk-later';
}

/**
 * The moment itself: `05/01/2027 17:00`.
 *
 * @param {string | null | undefined} instant
 */
export function dueMoment(instant) {
  return moment(instantOf(instant)?.toISOString());
}

/**
 * The engine writes `2027-01-05T17:00:00.000+0700`, which not every browser reads.
 *
 * @param {string | null | undefined} instant
 */
function instantOf(instant) {
  return instant ? new Date(instant.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : null;
}
