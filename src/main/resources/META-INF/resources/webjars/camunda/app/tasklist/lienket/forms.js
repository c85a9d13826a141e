import * as absenceForms from './absence-forms.js';
import * as agreement from './agreement.js';
import * as agreementForms from './agreement-forms.js';
import { find, get, messageOf, post } from './api.js';
import * as caseForms from './case-forms.js';
import * as consulting from './consulting.js';
import * as consultingForms from './consulting-forms.js';
import { download, element, money } from './dom.js';
import { EmbeddedForm } from './embedded-form.js';
import * as maturity from './maturity.js';
import * as paperForms from './paper-forms.js';
import * as programme from './programme.js';
import * as programmeForms from './programme-forms.js';
import * as report from './report.js';
import * as reportForms from './report-forms.js';
import * as roadmap from './roadmap.js';
import { readRules } from './rules.js';
import * as transfer from './transfer.js';
import * as transferForms from './transfer-forms.js';

/** @import { Read } from './embedded-form.js' */

/**
 * What the script of an embedded form consists of. It runs before anything is loaded, so it cannot import: hence a global.
 *
 * @param {Tasklist.CamForm} camForm the form, as Tasklist hands it to the script
 * @param {string[]} reads names of process variables to be read
 * @param {(form: EmbeddedForm, read: Read) => unknown} prepare called with the form and the variables read, once the saved values are back in the fields and the rules are known; may be asynchronous
 */
function bind(camForm, reads, prepare) {
  const form = new EmbeddedForm(camForm, reads);
  Promise.all([form.ready, readRules()])
    .then(([read]) => {
      form.showRules();
      return prepare(form, read);
    })
    .then(() => form.keep())
    .catch((error) => form.fail(messageOf(error)));
  return form;
}

window.LienKetForms = {
  bind,
  agreement: { ...agreement, ...agreementForms },
  assignment: absenceForms,
  cases: caseForms,
  consulting: { ...consulting, ...consultingForms },
  paper: paperForms,
  programme: { ...programme, ...programmeForms },
  report: { ...report, ...reportForms },
  transfer: { ...transfer, ...transferForms },
  // a form stays with the version of its process: those of cases begun earlier bring all of their script, and call these too
  find,
  get,
  post,
  element,
  download,
  money,
  maturity,
  roadmap,
};
