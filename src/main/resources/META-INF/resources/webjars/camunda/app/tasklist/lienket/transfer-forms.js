import { get } from './api.js';
import * as cases from './case.js';
import * as show from './transfer.js';

/**
 * The forms of a technology transfer: each is prepared by the function that is called as its `form` element is.
 *
 * @import { Pieces } from './case.js'
 * @import { EmbeddedForm, Read } from './embedded-form.js'
 */

/** @param {EmbeddedForm} form */
export async function startTransfer(form) {
  const { organisation, channels } = await loadOptions();
  const parties = channels.flatMap((known) => known.parties);

  form.settle('requestingOrganisation', organisation, parties.find(({ code }) => code === organisation)?.name || organisation);
  cases.chooseChannel(form, channels, (chosen) => {
    const provider = chosen?.parties.find(({ code }) => code !== organisation);
    form.fill('provider', provider ? `Bên nhận yêu cầu: ${provider.name}.` : '');
    if (!chosen) {
      form.fill('category-help', cases.NO_CHANNEL);
      return;
    }
    form.field('category').offer(chosen.categories);
    form.fill(
      'category-help',
      chosen.categories.length
        ? 'Các lĩnh vực có thỏa thuận đang có hiệu lực trong kênh này.'
        : `Kênh “${chosen.name}” chưa có thỏa thuận hợp tác nào đang có hiệu lực: cần ký thỏa thuận trước khi yêu cầu chuyển giao.`
    );
  });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function checkRequest(form, read) {
  form.requireWhen('requestDecision', ['supplement', 'decline'], 'requestComment');

  const transfer = await load(form, read, { request: show.request });
  form.fillEarlier('earlier', show.supplement(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function supplementRequest(form, read) {
  const [transfer, options] = await Promise.all([load(form, read, { documents: show.documents }), loadOptions()]);
  // without a new attachment the one that was sent stays
  const { attachmentDocumentId, ...known } = transfer;
  cases.answerSupplement(form, 'asked', known);
  form.field('category').offer(options.channels.find(({ id }) => id === transfer.channel)?.categories || []);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function routeRequest(form, read) {
  const [transfer, { cooperationFields }] = await Promise.all([
    load(form, read, { request: show.request }),
    get('/agreements/options'),
  ]);
  form.field('chosenExpertise').offer(cooperationFields, transfer.category);
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function assessFeasibility(form, read) {
  form.requireWhen('feasibility', ['partly', 'infeasible'], 'assessmentNote');

  return load(form, read, { request: show.request, route: show.route, others: show.assessments });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function decideFeasibility(form, read) {
  return load(form, read, { request: show.request, assessments: show.assessments });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function preparePlan(form, read) {
  const sources = form.find('[data-source]');

  function showSource() {
    const { value } = sources.querySelector(':checked');
    ['clauses', 'document'].forEach((source) => form.show(`source-of=${source}`, source === value));
  }

  const [transfer, options] = await Promise.all([
    load(form, read, { documents: show.documents, request: show.request, assessments: show.assessments }),
    loadOptions(),
  ]);
  form.prefill({
    transferItems: show.editable(transfer),
    contractClauses: transfer.clauses.length ? show.written(transfer) : show.suggested(transfer),
    contractDocumentId: transfer.contractDocumentId,
  });
  form.field('transferItems').offer(options.itemKinds);
  form.field('contractClauses').offer(options.clauses);
  sources.querySelector(`[value=${form.field('contractDocumentId').value ? 'document' : 'clauses'}]`).checked = true;
  sources.addEventListener('change', showSource);
  showSource();

  form.fillEarlier('opinions', show.planOpinions(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function approvePlan(form, read) {
  form.requireWhen('planDecision', ['changes'], 'planComment');

  const transfer = await load(form, read, {
    request: show.request,
    plan: show.plan,
    missing: show.missing,
    contract: show.contract,
  });
  form.fillEarlier('opinions', show.planOpinions(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function determineRegistration(form, read) {
  form.showWhile('registrationCompulsory', 'true', 'compulsory');

  return load(form, read, { request: show.request, contract: show.contract });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function registerTransfer(form, read) {
  return load(form, read, { registration: show.registration, contract: show.contract });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function deliverItem(form, read) {
  const transfer = await load(form, read);
  const item = transfer.items[read.transferItem];
  const earlier = show.acceptances(transfer, read.transferItem);

  form.field('deliveryDocumentId').require(item.kind === 'document' ? 'Tài liệu chuyển giao: hãy tải tệp lên.' : null);
  form.fill(
    'document-help',
    item.kind === 'document'
      ? 'PDF, DOCX, XLSX hoặc ảnh; vào thư viện của kênh hợp tác.'
      : 'Biên bản, hướng dẫn…: PDF, DOCX, XLSX hoặc ảnh; vào thư viện của kênh hợp tác. Không bắt buộc.'
  );
  form.show('training', item.kind === 'training');
  form.fill('number', `Nội dung ${item.number} trong ${transfer.items.length} nội dung`);
  form.fill('item', show.item(item));
  form.fillEarlier('acceptances', earlier);
  form.fill('deliveries', earlier && show.deliveries(transfer, [item]));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function acceptTransfer(form, read) {
  form.requireWhen('acceptanceDecision', ['defects'], 'acceptanceComment');
  form.showWhile('acceptanceDecision', 'defects', 'defects');

  const transfer = await load(form, read);
  const items = show.toAccept(transfer);
  form.field('defectiveItems').offer(items.map((item) => ({ code: String(item.number), name: show.nameOf(item) })));
  form.fill('round', `Nghiệm thu lần ${transfer.acceptanceRound}`);
  form.fill('deliveries', show.deliveries(transfer, items));
  form.fillEarlier('acceptances', show.acceptances(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export function evaluateTransfer(form, read) {
  return load(form, read, {
    request: show.request,
    deliveries: (transfer) => show.deliveries(transfer, transfer.items),
    acceptances: show.acceptances,
  });
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 * @param {Pieces<Api.Transfer>} [pieces]
 */
function load(form, { caseCode }, pieces = {}) {
  return cases.load(form, `/transfer-requests/${caseCode}`, show.header, pieces);
}

/** @returns {Promise<Api.TransferOptions>} */
function loadOptions() {
  return get('/transfer-requests/options');
}
