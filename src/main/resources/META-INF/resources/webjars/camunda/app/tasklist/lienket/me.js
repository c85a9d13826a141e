import { get } from './api.js';

/** Who is signed in, and what the ids of the engine mean to him; each is asked for once. */

/** @type {Promise<Api.Me> | undefined} */
let asked;
/** @type {Promise<Api.Names> | undefined} */
let named;

/** Who is signed in; fails while nobody is. */
export function me() {
  asked ||= get('/me').catch((failure) => {
    asked = undefined;
    throw failure;
  });
  return /** @type {Promise<Api.Me>} */ (asked);
}

/** Whether that is an administrator; nobody is none. */
export function isAdministrator() {
  return me().then(
    (person) => person.administrator,
    () => false
  );
}

/** The names of people, groups, organisations and channels by their ids; fails while nobody is signed in. */
export function names() {
  named ||= get('/names').catch((failure) => {
    named = undefined;
    throw failure;
  });
  return /** @type {Promise<Api.Names>} */ (named);
}
