import { get } from './api.js';
import * as show from './transfer.js';

/**
 * The forms of a technology transfer: each is prepared by the function that is called as its `form` element is.
 *
 * @import { EmbeddedForm, Read } from './embedded-form.js'
 */

/** @param {EmbeddedForm} form */
export async function startTransfer(form) {
  const options = await loadOptions();
  const channel = form.field('channel');
  const parties = options.channels.flatMap((known) => known.parties);

  function showChannel() {
    const chosen = options.channels.find(({ id }) => id === channel.value);
    const provider = chosen?.parties.find(({ code }) => code !== options.organisation);
    form.field('attachmentDocumentId').channel = chosen?.id;
    form.fill('provider', provider ? `Bên nhận yêu cầu: ${provider.name}.` : '');
    if (!chosen) {
      form.fill('category-help', 'Chọn kênh hợp tác để thấy các lĩnh vực.');
      return;
    }
    form.field('category').offer(chosen.categories);
    form.fill(
      'category-help',
      chosen.categories.length
        ? 'Các lĩnh vực có thỏa thuận đang có hiệu lực trong kênh này.'
        : `Kênh “${chosen.name}” chưa có thỏa thuận hợp tác nào đang có hiệu lực: cần ký thỏa thuận trước khi yêu cầu chuyển giao.`
    );
  }

  form.field('requestingOrganisation').value = options.organisation;
  form.find('#transfer-requester').value =
    parties.find(({ code }) => code === options.organisation)?.name || options.organisation;
  channel.offer(
    options.channels.map(({ id, name }) => ({ code: id, name })),
    options.channels.length === 1 ? options.channels[0].id : ''
  );
  channel.group.addEventListener('change', showChannel);
  showChannel();
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function checkRequest(form, { caseCode }) {
  form.requireWhen('requestDecision', ['supplement', 'decline'], 'requestComment', 'Ý kiến kiểm tra: không được để trống.');

  const transfer = await load(caseCode);
  form.fill('case', show.header(transfer));
  form.fill('request', show.request(transfer));
  form.show('earlier', transfer.requestComment);
  form.fill('earlier', show.supplement(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function supplementRequest(form, { caseCode }) {
  const [transfer, options] = await Promise.all([load(caseCode), loadOptions()]);
  const { category, needDescription, neededBy, usesStateBudget, foreignParty, existingCertificate } = transfer;
  form.prefill({ category, needDescription, neededBy, usesStateBudget, foreignParty, existingCertificate });
  form.field('category').offer(options.channels.find(({ id }) => id === transfer.channel)?.categories || []);
  form.field('attachmentDocumentId').channel = transfer.channel;
  form.fill('case', show.header(transfer));
  form.fill('asked', transfer.requestComment);
  form.fill('clock-stops', show.clockStops(transfer));
  form.fill('documents', show.documents(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function routeRequest(form, { caseCode }) {
  const [transfer, { cooperationFields }] = await Promise.all([load(caseCode), get('/agreements/options')]);
  form.field('chosenExpertise').offer(cooperationFields, transfer.category);
  form.fill('case', show.header(transfer));
  form.fill('request', show.request(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function assessFeasibility(form, { caseCode }) {
  form.requireWhen('feasibility', ['partly', 'infeasible'], 'assessmentNote', 'Nhận xét: không được để trống.');

  const transfer = await load(caseCode);
  form.fill('case', show.header(transfer));
  form.fill('request', show.request(transfer));
  form.fill('route', show.route(transfer));
  form.fill('others', show.assessments(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function decideFeasibility(form, { caseCode }) {
  const transfer = await load(caseCode);
  form.fill('case', show.header(transfer));
  form.fill('request', show.request(transfer));
  form.fill('assessments', show.assessments(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function preparePlan(form, { caseCode }) {
  const sources = form.find('[data-source]');
  const upload = form.field('contractDocumentId');

  function showSource() {
    const { value } = sources.querySelector(':checked');
    ['clauses', 'document'].forEach((source) => form.show(`source-of=${source}`, source === value));
  }

  const [transfer, options] = await Promise.all([load(caseCode), loadOptions()]);
  upload.channel = transfer.channel;
  form.prefill({
    transferItems: show.editable(transfer),
    contractClauses: transfer.clauses.length ? show.written(transfer) : show.suggested(transfer),
    contractDocumentId: transfer.contractDocumentId,
  });
  form.field('transferItems').offer(options.itemKinds);
  form.field('contractClauses').offer(options.clauses);
  sources.querySelector(`[value=${upload.value ? 'document' : 'clauses'}]`).checked = true;
  sources.addEventListener('change', showSource);
  showSource();

  form.fill('case', show.header(transfer));
  form.show('earlier', transfer.planOpinions.length);
  form.fill('opinions', show.planOpinions(transfer));
  form.fill('documents', show.documents(transfer));
  form.fill('request', show.request(transfer));
  form.fill('assessments', show.assessments(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function approvePlan(form, { caseCode }) {
  form.requireWhen('planDecision', ['changes'], 'planComment', 'Ý kiến về kế hoạch: không được để trống.');

  const transfer = await load(caseCode);
  form.fill('case', show.header(transfer));
  form.fill('request', show.request(transfer));
  form.fill('plan', show.plan(transfer));
  form.fill('missing', show.missing(transfer));
  form.fill('contract', show.contract(transfer));
  form.show('earlier', transfer.planOpinions.length);
  form.fill('opinions', show.planOpinions(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function determineRegistration(form, { caseCode }) {
  form.showWhile('registrationCompulsory', 'true', 'compulsory');

  const transfer = await load(caseCode);
  form.fill('case', show.header(transfer));
  form.fill('request', show.request(transfer));
  form.fill('contract', show.contract(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function registerTransfer(form, { caseCode }) {
  const transfer = await load(caseCode);
  form.fill('case', show.header(transfer));
  form.fill('registration', show.registration(transfer));
  form.fill('contract', show.contract(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function deliverItem(form, { caseCode, transferItem }) {
  const transfer = await load(caseCode);
  const item = transfer.items[transferItem];
  const file = form.field('deliveryDocumentId');
  const earlier = show.acceptances(transfer, transferItem);

  file.channel = transfer.channel;
  file.require(item.kind === 'document' ? 'Tài liệu chuyển giao: hãy tải tệp lên.' : null);
  form.fill(
    'document-help',
    item.kind === 'document'
      ? 'PDF, DOCX, XLSX hoặc ảnh; vào thư viện của kênh hợp tác.'
      : 'Biên bản, hướng dẫn…: PDF, DOCX, XLSX hoặc ảnh; vào thư viện của kênh hợp tác. Không bắt buộc.'
  );
  form.show('training', item.kind === 'training');
  form.fill('case', show.header(transfer));
  form.fill('number', `Nội dung ${item.number} trong ${transfer.items.length} nội dung`);
  form.fill('item', show.item(item));
  form.show('earlier', earlier);
  form.fill('acceptances', earlier);
  form.fill('deliveries', earlier && show.deliveries(transfer, [item]));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function acceptTransfer(form, { caseCode }) {
  form.requireWhen('acceptanceDecision', ['defects'], 'acceptanceComment', 'Ý kiến nghiệm thu: không được để trống.');
  form.showWhile('acceptanceDecision', 'defects', 'defects');

  const transfer = await load(caseCode);
  const items = show.toAccept(transfer);
  form.field('defectiveItems').offer(items.map(({ number, title }) => ({ code: String(number), name: `${number}. ${title}` })));
  form.fill('case', show.header(transfer));
  form.fill('round', `Nghiệm thu lần ${transfer.acceptanceRound}`);
  form.fill('deliveries', show.deliveries(transfer, items));
  form.show('earlier', transfer.acceptances.length);
  form.fill('acceptances', show.acceptances(transfer));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function evaluateTransfer(form, { caseCode }) {
  const transfer = await load(caseCode);
  form.fill('case', show.header(transfer));
  form.fill('request', show.request(transfer));
  form.fill('deliveries', show.deliveries(transfer, transfer.items));
  form.fill('acceptances', show.acceptances(transfer));
}

/**
 * @param {string} caseCode
 * @returns {Promise<Api.Transfer>}
 */
function load(caseCode) {
  return get(`/transfer-requests/${caseCode}`);
}

/** @returns {Promise<Api.TransferOptions>} */
function loadOptions() {
  return get('/transfer-requests/options');
}
