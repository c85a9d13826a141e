import { get } from './api.js';
import * as cases from './case.js';
import { day, element, facts, today } from './dom.js';
import * as show from './programme.js';
import { wrongDays } from './programme-fields.js';
import { resolved } from './programme-items.js';
import { WORDS } from './words.js';

/**
 * The forms of a work programme and its activities: each is prepared by the function that is called as its `form` element is.
 *
 * @import { Pieces } from './case.js'
 * @import { EmbeddedForm, Read } from './embedded-form.js'
 */

const OTHER = 'other';
const OF_INDICATOR = { indicatorName: 'name', indicatorUnit: 'unit', indicatorDirection: 'direction', indicatorTarget: 'target' };

/** @param {EmbeddedForm} form */
export async function startActivity(form) {
  const { organisation, roles, agreements } = await loadOptions();
  const workItems = form.field('workItems');
  const partners = form.field('partnerOrganisation');
  /** @type {Api.AgreementInForce | undefined} */
  let agreement;
  /** @type {Api.ProgrammeField | undefined} */
  let chosen;
  let partner = '';

  function planned() {
    const parties = agreement?.parties || [];
    return chosen ? resolved(chosen.workItems, { lead: organisation, partner, parties }) : [];
  }

  function proposeTitle() {
    const year = (form.value('startDate') || today()).slice(0, 4);
    form.propose('title', chosen ? `${chosen.name}, năm ${year}` : '');
  }

  function choosePartner() {
    const before = partner;
    partner = partners.value;
    if (!form.propose('workItems', planned()) && before && partner) {
      workItems.value = workItems.value.map((/** @type {Api.PlannedWork} */ item) =>
        item.organisation === before ? { ...item, organisation: partner } : item
      );
    }
  }

  function chooseField() {
    const before = chosen;
    chosen = agreement?.fields.find(({ code }) => code === form.value('cooperationField'));
    proposeTitle();
    form.propose('workItems', planned());
    if (chosen !== before || !chosen) {
      offerIndicators(form, chosen?.indicators || [], before?.indicators || []);
    }
  }

  requireAgreements(agreements);
  const own = agreements.flatMap(({ parties }) => parties).find(({ code }) => code === organisation);
  form.settle('leadOrganisation', organisation, own?.name || organisation);
  chooseAgreement(form, agreements, (known) => {
    agreement = known;
    const others = known ? known.parties.filter(({ code }) => code !== organisation) : [];
    partners.offer(others, others.length === 1 ? others[0].code : '');
    partner = partners.value;
    workItems.offer({ organisations: known?.parties || [], roles });
    form.field('cooperationField').offer(known?.fields || []);
    limitDays(form, known);
    chooseField();
  });
  form.field('cooperationField').group.addEventListener('change', chooseField);
  partners.group.addEventListener('change', choosePartner);
  form.field('startDate').group.addEventListener('change', proposeTitle);
  followUnit(form);
  form.rule('startDate', () => wrongDays(form.value('startDate'), form.value('endDate'), agreement).startDate);
  form.rule('endDate', () => wrongDays(form.value('startDate'), form.value('endDate'), agreement).endDate);
}

/** @param {EmbeddedForm} form */
export async function startProgramme(form) {
  const { organisation, agreements } = await loadOptions();
  const year = form.field('year');
  /** @type {Api.AgreementInForce | undefined} */
  let agreement;

  function offerFields() {
    const first = `${year.value}-01-01`;
    const last = `${year.value}-12-31`;
    const other = agreement?.parties.find(({ code }) => code !== organisation);
    form.field('fields').offer({
      fields: agreement && year.value ? agreement.fields : [],
      parties: agreement?.parties || [],
      term: agreement,
      preset: {
        leadOrganisation: organisation,
        partnerOrganisation: agreement?.parties.length === 2 ? other?.code : '',
        startDate: agreement && latest(first, agreement.effectiveFrom, last < today() ? first : today(), last),
        endDate: agreement && (agreement.effectiveTo < last ? agreement.effectiveTo : last),
      },
    });
    form.fill(
      'fields-help',
      agreement && year.value
        ? 'Mỗi lĩnh vực được chọn mở một hoạt động, với phần việc và chỉ tiêu theo mẫu của lĩnh vực.'
        : 'Chọn thỏa thuận và năm để thấy các lĩnh vực.'
    );
  }

  requireAgreements(agreements);
  chooseAgreement(form, agreements, (known) => {
    agreement = known;
    const [from, to] = known ? [known.effectiveFrom, known.effectiveTo].map((each) => Number(each.slice(0, 4))) : [1, 0];
    const years = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
    year.offer(years.map((each) => ({ code: each, name: each })), today().slice(0, 4));
    offerFields();
  });
  year.group.addEventListener('change', offerFields);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function planActivity(form, read) {
  const [activity, options] = await Promise.all([load(form, read, { target: show.target }), loadOptions()]);
  const known = options.agreements.find(({ code }) => code === activity.agreementCode);
  const doers = [
    { code: activity.leadOrganisation, name: activity.leadOrganisationName },
    { code: activity.partnerOrganisation, name: activity.partnerOrganisationName },
    ...(known?.parties || []),
    ...activity.workItems.map(({ organisation, organisationName }) => ({ code: organisation, name: organisationName })),
  ];

  form.prefill({ workItems: show.editable(activity), indicatorTarget: activity.indicator.target, planNote: activity.planNote });
  form.field('indicatorTarget').unit = activity.indicator.unit;
  form.field('workItems').offer({
    organisations: doers.filter(({ code }, index) => doers.findIndex((each) => each.code === code) === index),
    roles: options.roles,
  });
  form.fillEarlier('opinions', show.planOpinions(activity));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function acceptPlan(form, read) {
  form.requireWhen('planDecision', ['changes'], 'planComment');

  const activity = await load(form, read, { plan: show.plan, target: show.target });
  form.fillEarlier('opinions', show.planOpinions(activity));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function carryOutWorkItem(form, read) {
  const activity = await load(form, read);
  const item = activity.workItems.find(({ position }) => position === read.workItem);
  if (!item) {
    throw new Error('Không tìm thấy phần việc của nhiệm vụ này trong hoạt động: hãy báo người quản trị.');
  }
  const asked = show.confirmations(activity, item.position);

  form.fill('number', `Phần việc ${item.position} trong ${activity.workItems.length} phần việc`);
  form.fill('item', show.workItem(item));
  form.fillEarlier('confirmations', asked);
  form.fill('results', asked && show.resultsOf(activity, item));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function reportProgress(form, read) {
  form.rule('progressPercent', () =>
    form.value('progressPercent') > 100 ? 'Tiến độ (%): nhập số nguyên từ 0 đến 100.' : null
  );

  const activity = await load(form, read, { results: show.results });
  form.fillEarlier('progress', show.progress(activity));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function recordIndicator(form, read) {
  form.rule('indicatorDate', () => (form.value('indicatorDate') > today() ? 'Ngày của số liệu: không được sau hôm nay.' : null));

  const activity = await load(form, read, { target: show.target });
  form.field('indicatorValue').unit = activity.indicator.unit;
  form.prefill({ indicatorDate: today() });
  form.fillEarlier('values', show.values(activity));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function confirmResult(form, read) {
  form.requireWhen('resultDecision', ['rework'], 'resultComment');
  form.showWhile('resultDecision', 'rework', 'rework');

  const activity = await load(form, read, { results: show.results, indicator: show.indicator, progress: show.progress });
  form.field('reworkItems').offer(activity.workItems.map((item) => ({ code: String(item.position), name: show.nameOf(item) })));
  form.fillEarlier('confirmations', show.confirmations(activity));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function decideContinuation(form, read) {
  form.requireWhen('continuationDecision', ['stop'], 'continuationComment');

  const activity = await load(form, read, { results: show.results, indicator: show.indicator, progress: show.progress });
  form.fillEarlier('continuations', show.continuations(activity));
}

/**
 * Offers the agreements in force; the only one is chosen.
 *
 * @param {EmbeddedForm} form
 * @param {Api.AgreementInForce[]} agreements
 * @param {(chosen: Api.AgreementInForce | undefined) => void} then called now, and when another one is chosen
 */
function chooseAgreement(form, agreements, then) {
  const field = form.field('agreementCode');

  function choose() {
    const chosen = agreements.find(({ code }) => code === field.value);
    form.fill(
      'agreement',
      chosen &&
        facts([
          [WORDS.channel, chosen.channelName],
          [WORDS.effect, `${day(chosen.effectiveFrom)} – ${day(chosen.effectiveTo)}`],
          [WORDS.parties, chosen.parties.map(({ name }) => name).join('; ')],
        ])
    );
    then(chosen);
  }

  field.offer(
    agreements.map(({ code, title }) => ({ code, name: `${title} (${code})` })),
    agreements.length === 1 ? agreements[0].code : ''
  );
  field.group.addEventListener('change', choose);
  choose();
}

/** @param {Api.AgreementInForce[]} agreements */
function requireAgreements(agreements) {
  if (!agreements.length) {
    throw new Error('Đơn vị của bạn chưa có thỏa thuận hợp tác nào đang có hiệu lực: cần ký thỏa thuận trước khi mở hoạt động.');
  }
}

/**
 * The days that the calendar of a field offers: those of the agreement.
 *
 * @param {EmbeddedForm} form
 * @param {Api.AgreementInForce | undefined} agreement
 */
function limitDays(form, agreement) {
  ['startDate', 'endDate'].forEach((name) =>
    form.field(name).offer(agreement?.effectiveFrom || '', agreement?.effectiveTo || '')
  );
  form.fill(
    'days',
    agreement && `Trong thời hạn của thỏa thuận: từ ${day(agreement.effectiveFrom)} đến ${day(agreement.effectiveTo)}.`
  );
}

/** @param {EmbeddedForm} form */
function followUnit(form) {
  const unit = form.field('indicatorUnit');
  const follow = () => (form.field('indicatorTarget').unit = unit.value);
  ['input', 'change'].forEach((event) => unit.group.addEventListener(event, follow));
  follow();
}

/**
 * Offers the indicators of a template; the chosen one fills the fields, which stay open for another.
 *
 * @param {EmbeddedForm} form
 * @param {Api.IndicatorTemplate[]} indicators
 * @param {Api.IndicatorTemplate[]} before those offered until now
 */
function offerIndicators(form, indicators, before) {
  /** @type {HTMLSelectElement} */
  const select = form.find('[data-indicator]');
  const name = form.field('indicatorName');

  /** @param {Api.IndicatorTemplate | undefined} chosen */
  function put(chosen) {
    Object.entries(OF_INDICATOR).forEach(([field, of]) => form.put(field, chosen ? /** @type {any} */ (chosen)[of] : ''));
    form.field('indicatorTarget').unit = chosen?.unit;
  }

  function showBaseline() {
    const chosen = indicators[Number(select.value || NaN)];
    form.fill('baseline', chosen && show.baseline(chosen));
  }

  if (before.some((template) => template.name === name.value)) {
    put(undefined);
  }
  if (name.blank && indicators.length === 1) {
    put(indicators[0]);
  }
  const known = indicators.findIndex((template) => template.name === name.value);
  select.replaceChildren(
    element('option', { value: '' }, 'Chọn chỉ tiêu'),
    ...indicators.map((template, index) => element('option', { value: index }, template.name)),
    element('option', { value: OTHER }, 'Chỉ tiêu khác')
  );
  select.value = known >= 0 ? String(known) : name.blank ? '' : OTHER;
  select.onchange = () => {
    const chosen = indicators[Number(select.value || NaN)];
    if (chosen || indicators.some((template) => template.name === name.value)) {
      put(chosen);
    }
    showBaseline();
    if (select.value === OTHER) {
      name.focus();
    }
  };
  showBaseline();
}

/**
 * The last of some days, but not after the very last one.
 *
 * @param {Api.Day[]} days
 */
function latest(...days) {
  const last = days[days.length - 1];
  const [newest] = days.slice(0, -1).sort().reverse();
  return newest < last ? newest : last;
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 * @param {Pieces<Api.Activity>} [pieces]
 */
function load(form, { caseCode }, pieces = {}) {
  return cases.load(form, `/activities/${caseCode}`, show.header, pieces);
}

/** @returns {Promise<Api.ActivityOptions>} the agreements that the organisation of the user is a party of */
async function loadOptions() {
  /** @type {Api.ActivityOptions} */
  const { agreements, organisation, ...others } = await get('/activities/options');
  const own = agreements.filter(({ parties }) => parties.some(({ code }) => code === organisation));
  return { ...others, organisation, agreements: own };
}
