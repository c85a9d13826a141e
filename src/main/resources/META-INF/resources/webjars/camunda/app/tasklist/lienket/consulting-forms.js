import { find, get, messageOf, post } from './api.js';
import * as cases from './case.js';
import * as show from './consulting.js';
import { day, money } from './dom.js';
import * as maturity from './maturity.js';
import * as roadmap from './roadmap.js';
import { WORDS } from './words.js';

/**
 * The forms of a consulting case: each is prepared by the function that is called as its `form` element is.
 *
 * @import { Pieces } from './case.js'
 * @import { EmbeddedForm, Read } from './embedded-form.js'
 */

/** @param {EmbeddedForm} form */
export async function startConsulting(form) {
  const taxCode = form.field('taxCode');
  const warning = form.find('[data-warning]');
  const searching = form.find('[data-searching]');
  /** @type {string | null} */
  let asked = null;

  /** @param {'searching' | 'known' | 'unknown' | null} name */
  function showOnly(name) {
    ['searching', 'known', 'unknown'].forEach((part) => form.show(part, part === name));
  }

  /** @param {string | null} sentence */
  function warn(sentence) {
    warning.textContent = sentence || '';
    warning.hidden = !sentence;
  }

  async function lookUp() {
    const code = taxCode.value;
    const problem = show.taxCodeProblem(code);
    asked = code;
    taxCode.fail(code ? problem : null);
    warn(show.taxCodeWarning(code));
    showOnly(problem ? null : 'searching');
    if (problem) {
      return;
    }
    try {
      /** @type {Api.RegisteredEnterprise | null} */
      const enterprise = await find(`/enterprises/${encodeURIComponent(code)}`);
      if (asked !== code) {
        return;
      }
      if (enterprise) {
        warn(enterprise.warnings.join(' '));
        form.fill('enterprise', show.enterprise(enterprise));
      }
      showOnly(enterprise ? 'known' : 'unknown');
    } catch (error) {
      if (asked === code) {
        asked = null;
        showOnly(null);
        taxCode.fail(messageOf(error));
      }
    }
  }

  taxCode.group.addEventListener('change', lookUp);
  form.rule('taxCode', () => {
    const problem = show.taxCodeProblem(taxCode.value);
    if (!problem && asked !== taxCode.value) {
      lookUp();
    }
    return problem || (searching.hidden ? null : 'Mã số thuế: đang tra cứu, hãy chờ thông tin doanh nghiệp rồi gửi.');
  });

  const options = await loadOptions();
  form.field('sector').offer(options.sectors);
  form.field('needCategory').offer(options.needs);
  form.field('channel').offer(options.channels, options.defaultChannel);
  if (taxCode.value) {
    await lookUp();
  }
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function determineSize(form, read) {
  const [{ sizes }] = await Promise.all([loadOptions(), load(form, read, { enterprise })]);
  form.field('chosenSize').offer(sizes);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function verifyEnterprise(form, read) {
  form.requireWhen('verificationDecision', ['supplement', 'decline'], 'verificationComment');

  const consulting = await load(form, read, {
    case: show.documents,
    enterprise: ({ enterprise: known }) => [show.enterprise(known), show.warning(known)],
    need: show.need,
  });
  form.fillEarlier('earlier', show.supplement(consulting));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function supplementEnterprise(form, read) {
  const [consulting, options] = await Promise.all([load(form, read), loadOptions()]);
  form.field('sector').offer(options.sectors);
  form.field('needCategory').offer(options.needs);
  cases.answerSupplement(form, 'request', { ...consulting, ...consulting.enterprise });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function chooseConsultant(form, read) {
  const [experts] = await Promise.all([
    loadExperts(read),
    load(form, read, { enterprise, need: show.need }),
  ]);
  form.field('chosenConsultant').offer(
    experts.map(({ id, name, absent }) => ({ code: id, name: absent ? `${name} (đang vắng mặt)` : name }))
  );
  form.fill('experts', show.experts(experts));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function assessMaturity(form, read) {
  const version = form.field('frameworkVersion');
  const [all] = await Promise.all([
    loadFrameworks(),
    load(form, read, { case: (consulting) => [enterprise(consulting), show.need(consulting)] }),
  ]);
  const frameworks = maturity.inForce(all);
  if (!frameworks.length) {
    throw new Error('Hôm nay không có bộ câu hỏi nào có hiệu lực: hãy báo người quản trị nạp bộ câu hỏi.');
  }

  function ask() {
    const chosen = frameworks.find((framework) => framework.version === version.value);
    form.fill('standing', chosen && maturity.standing(chosen));
    if (chosen) {
      form.field('answers').ask(chosen);
    }
  }

  const choices = frameworks.map((framework) => ({ code: framework.version, name: maturity.nameOf(framework) }));
  version.offer(choices, choices[0].code);
  version.value ||= choices[0].code;
  if (choices.length === 1) {
    const [select, output] = version.group.querySelectorAll('select, output');
    version.require(null);
    select.hidden = true;
    output.hidden = false;
    output.value = choices[0].name;
  }
  version.group.addEventListener('change', ask);
  ask();
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function determineLevel(form, read) {
  const [, framework] = await loadWithFramework(form, read, { assessment: show.assessment });
  form.field('chosenLevel').offer(framework.levels.map((level) => ({ code: level.id, name: maturity.levelOf(level) })));
  form.fill('framework', `${framework.name}, phiên bản ${maturity.editionOf(framework.version)}: ${framework.status}.`);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function draftRoadmap(form, read) {
  const [[consulting, framework], options] = await Promise.all([
    loadWithFramework(form, read, {
      case: show.need,
      documents: show.documents,
      assessment: (known) => [...(show.assessment(known) || []), roadmap.weakest(assessedBefore(known))],
    }),
    loadOptions(),
  ]);
  form.fillEarlier('answers', show.roadmapAnswers(consulting));
  form.prefill({ roadmapSteps: consulting.steps });
  form.field('roadmapSteps').offer({
    pillars: framework.pillars.map(({ id, name }) => ({ code: id, name })),
    supportKinds: options.supportKinds,
  });
  roadmap.watchCosts(form, consulting.caseCode);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function confirmRoadmap(form, read) {
  form.requireWhen('roadmapDecision', ['changes', 'decline'], 'roadmapComment');

  const consulting = await load(form, read, { case: show.documents, assessment: show.assessment, roadmap: show.roadmap });
  form.fillEarlier('earlier', show.roadmapAnswers(consulting));
  form.fill('support', show.support(await previewSupport(consulting)));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function determineEntitlement(form, read) {
  const consulting = await load(form, read, { case: show.documents, roadmap: show.roadmap });
  form.field('entitlements').offer(consulting.entitlements.filter(({ known }) => !known));
  form.fill('support', show.support(await previewSupport(consulting)));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function decideSupport(form, read) {
  form.requireWhen('supportDecision', ['refuse'], 'supportComment');

  const consulting = await load(form, read, { case: show.documents, enterprise, roadmap: show.roadmap });
  const preview = await previewSupport(consulting);
  const grant = form.find('[value=grant]');
  grant.disabled = !preview.total;
  grant.checked &&= !grant.disabled;
  form.fill('support', show.support(preview));
  form.fill(
    'grant',
    grant.disabled
      ? 'Không chọn được: không có khoản nào được hỗ trợ theo cách tính trên.'
      : `Cấp ${money(preview.total)} theo cách tính trên.`
  );
  form.confirmWhen(
    WORDS.supportDecision,
    () => form.value('supportDecision') === 'grant' && show.granting(consulting, preview)
  );
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function carryOutStep(form, read) {
  return load(form, read, {
    case: show.documents,
    number: ({ steps }) => `Bước ${read.roadmapStep + 1} trong ${steps.length} bước`,
    step: ({ steps }) => show.step(steps[read.roadmapStep]),
    contact: ({ enterprise: known }) => show.contact(known),
  });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function reassessMaturity(form, read) {
  const [consulting, framework] = await loadWithFramework(form, read, { before: show.assessment, results: show.results });
  form.settle('frameworkVersion', framework.version, maturity.nameOf(framework));
  form.fill('standing', maturity.standing(framework));
  form.field('answers').ask(framework, assessedBefore(consulting).answers);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function closeCase(form, read) {
  return load(form, read, { case: show.documents, gains: show.gains, results: show.results, grants: show.grants });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function registerOutcome(form, read) {
  const { supportDecidedOn } = await load(form, read, { paper: show.outcome });
  form.fill('earliest', `${day(supportDecidedOn)} (ngày quyết định hỗ trợ)`);
}

/** @param {Api.Consulting} consulting */
function enterprise({ enterprise: known }) {
  return show.enterprise(known);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 * @param {Pieces<Api.Consulting>} [pieces]
 */
function load(form, { caseCode }, pieces = {}) {
  return cases.load(form, `/consulting-cases/${caseCode}`, show.header, pieces);
}

/** @returns {Promise<Api.ConsultingOptions>} */
function loadOptions() {
  return get('/consulting-cases/options');
}

/** @returns {Promise<Api.Framework[]>} */
function loadFrameworks() {
  return get('/maturity-frameworks');
}

/**
 * @param {Read} read
 * @returns {Promise<Api.Expert[]>}
 */
function loadExperts({ caseCode }) {
  return get(`/consulting-cases/${caseCode}/experts`);
}

/**
 * The case, and the framework its maturity was measured by.
 *
 * @param {EmbeddedForm} form
 * @param {Read} read
 * @param {Pieces<Api.Consulting>} pieces
 * @returns {Promise<[Api.Consulting, Api.Framework]>}
 */
async function loadWithFramework(form, read, pieces) {
  const [consulting, frameworks] = await Promise.all([load(form, read, pieces), loadFrameworks()]);
  return [consulting, known(frameworks.find(({ version }) => version === consulting.frameworkVersion))];
}

/**
 * The assessment before the support, without which no roadmap is drafted.
 *
 * @param {Api.Consulting} consulting
 */
function assessedBefore({ assessments }) {
  return known(assessments.find(({ stage }) => stage === 'BEFORE'));
}

/**
 * @template Value
 * @param {Value | undefined} value
 */
function known(value) {
  if (value === undefined) {
    throw new Error('Hồ sơ chưa có lần đánh giá hoặc bộ câu hỏi mà biểu mẫu này cần: hãy báo người quản trị.');
  }
  return value;
}

/**
 * @param {Api.Consulting} consulting
 * @returns {Promise<Api.SupportPreview>}
 */
function previewSupport(consulting) {
  return post(`/consulting-cases/${consulting.caseCode}/support-preview`, show.costs(consulting));
}
