import { get, messageOf } from './api.js';
import { header } from './case.js';
import { element, list } from './dom.js';
import { WORDS } from './words.js';

/**
 * The forms by which a case is ended before its time: each is prepared by the function that is called as its `form` element is.
 *
 * @import { EmbeddedForm } from './embedded-form.js'
 * @typedef {{id: string, done: string, yes: string}} Ending its name in addresses, and what is done, in a sentence and on a button
 */

const FOR_GOOD = 'Không hoàn lại được.';

/** @param {EmbeddedForm} form */
export function withdrawCase(form) {
  return end(form, { id: 'withdrawal', done: 'rút hồ sơ', yes: 'Rút hồ sơ' });
}

/**
 * Lets somebody find the case, shows what comes of it, and asks once more.
 *
 * @param {EmbeddedForm} form
 * @param {Ending} ending
 */
export async function end(form, { id, done, yes }) {
  const field = form.field('caseCode');
  /** @type {Api.CaseToEnd | null} */
  let known = null;
  let asked = '';
  let why = '';

  async function choose() {
    const code = field.value;
    if (code === asked) {
      return;
    }
    asked = code;
    known = null;
    why = 'Hồ sơ: hãy chờ thông tin của hồ sơ rồi gửi.';
    field.fail(null);
    form.show('chosen', false);
    if (!code) {
      return;
    }
    try {
      /** @type {Api.CaseToEnd} */
      const found = await get(`/cases/${encodeURIComponent(code)}/endings/${id}`);
      if (asked === code) {
        known = found;
        form.fill('facts', summary(found));
        form.fill('aftermath', aftermath(found));
        form.show('chosen', true);
      }
    } catch (error) {
      if (asked === code) {
        why = messageOf(error);
        field.fail(why);
      }
    }
  }

  ['change', 'lk-change'].forEach((event) => field.group.addEventListener(event, choose));
  form.rule('caseCode', () => (known ? null : why));
  form.confirmWhen(
    yes,
    () =>
      known && element('p', {}, `Bạn sắp ${done} `, element('strong', {}, `${known.caseCode} “${known.title}”`), `. ${FOR_GOOD}`)
  );
  await field.offer((/** @type {string} */ text) => get(`/cases/endings/${id}?text=${encodeURIComponent(text)}`));
  await choose();
}

/** @param {Api.CaseToEnd} known */
function summary(known) {
  const open = known.openTasks.map(({ name, whose }) => (whose ? `${name} (${whose})` : name));
  return header(known, {
    about: known.kindName,
    entries: [
      [WORDS.lead, known.leadOrganisationName],
      [WORDS.openTasks, open.length > 0 && list(open)],
    ],
  });
}

/** @param {Api.CaseToEnd} known */
function aftermath({ openTasks, aftermath: { told, follows } }) {
  return [
    list([
      ...(openTasks.length ? [`${openTasks.length} việc đang mở dừng lại, không ai phải làm nữa.`] : []),
      ...follows,
      FOR_GOOD,
    ]),
    element('p', {}, element('strong', {}, 'Được báo bằng thư, kèm lý do:')),
    list(told),
  ];
}
