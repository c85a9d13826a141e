import { get } from './api.js';

/** The numbers that are rules: `GET /api/v1/rules`, read when a form opens, before its rows are made. */

/** @type {Api.Rules} */
let rules = { terms: {}, limits: {} };

export async function readRules() {
  rules = await get('/rules');
}

/**
 * The days that a step may take, such as `supplement`.
 *
 * @param {string} name
 */
export function term(name) {
  return known(rules.terms, name);
}

/**
 * The most that is taken of something, such as `money`.
 *
 * @param {string} name
 */
export function limit(name) {
  return known(rules.limits, name);
}

/**
 * @param {Record<string, number>} numbers
 * @param {string} name
 */
function known(numbers, name) {
  if (!(name in numbers)) {
    throw new Error(`There is no rule ${name}.`);
  }
  return numbers[name];
}
