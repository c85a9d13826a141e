import { get } from './api.js';
import * as cases from './case.js';
import { day, dayOf, element } from './dom.js';
import * as show from './report.js';

/**
 * The forms of a quarterly report: each is prepared by the function that is called as its `form` element is.
 *
 * @import { Pieces } from './case.js'
 * @import { EmbeddedForm, Read } from './embedded-form.js'
 */

/** @param {EmbeddedForm} form */
export async function startReport(form) {
  /** @type {Api.ReportOptions} */
  const { channels, quarters } = await get('/reports/options');
  /** @type {HTMLSelectElement} */
  const select = form.find('[data-quarter]');

  function settle() {
    const { from, to } = quarters[Number(select.value)];
    form.settle('from', from, day(from));
    form.settle('to', to, day(to));
  }

  cases.chooseChannel(form, channels, () => {});
  const saved = quarters.findIndex(({ from }) => from === form.value('from'));
  select.replaceChildren(...quarters.map(({ name }, index) => element('option', { value: index }, name)));
  select.value = String(Math.max(saved, 0));
  select.onchange = settle;
  settle();
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function reviewReport(form, read) {
  await load(form, read);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function approveReport(form, read) {
  form.requireWhen('reportDecision', ['changes'], 'reportComment');

  await load(form, read);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function registerReport(form, read) {
  const { to, version, versions } = await load(form, read, { papers: show.papers });
  const assembled = dayOf(versions[version - 1].assembledAt);
  form.fill('earliest', assembled > to ? `sau ngày cuối của quý (${day(to)})` : `từ ngày tổng hợp số liệu (${day(assembled)})`);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 * @param {Pieces<Api.Report>} [pieces]
 */
async function load(form, { caseCode }, pieces = { papers: show.papers, figures: show.figures }) {
  const report = await cases.load(form, `/reports/${caseCode}`, show.header, pieces);
  form.fillEarlier('opinions', show.opinions(report));
  return report;
}
