import * as show from './agreement.js';
import { get } from './api.js';
import { download } from './dom.js';

/**
 * The forms of an agreement: each is prepared by the function that is called as its `form` element is.
 *
 * @import { EmbeddedForm, Read } from './embedded-form.js'
 */

/** @param {EmbeddedForm} form */
export async function startAgreement(form) {
  /** @type {Api.AgreementOptions} */
  const options = await get('/agreements/options');
  const channel = form.field('channel');
  const parties = options.channels.flatMap((known) => known.parties);

  function showChannel() {
    const chosen = options.channels.find(({ id }) => id === channel.value);
    const offered = options.cooperationFields.filter(
      ({ channels }) => chosen && (!channels.length || channels.includes(chosen.id))
    );
    form.field('cooperationFields').offer(offered);
    form.field('draftDocumentId').channel = chosen?.id;
    form.fill('parties', chosen ? `Các bên: ${chosen.parties.map(({ name }) => name).join('; ')}.` : '');
    form.fill('fields-help', chosen ? 'Chọn ít nhất một lĩnh vực.' : 'Chọn kênh hợp tác để thấy các lĩnh vực.');
  }

  form.field('leadOrganisation').value = options.organisation;
  form.find('#start-lead').value =
    parties.find(({ id }) => id === options.organisation)?.name || options.organisation;
  channel.offer(
    options.channels.map(({ id, name }) => ({ code: id, name })),
    options.channels.length === 1 ? options.channels[0].id : ''
  );
  channel.group.addEventListener('change', showChannel);
  form.rule('effectiveTo', () =>
    form.value('effectiveTo') <= form.value('effectiveFrom')
      ? 'Ngày hết hiệu lực: phải sau ngày bắt đầu hiệu lực.'
      : null
  );
  showChannel();
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function draftAgreement(form, { caseCode }) {
  const source = form.field('generateDraft');
  const file = form.field('draftDocumentId');
  if (source.value === null && file.value) {
    source.value = false;
  }
  form.showWhile('generateDraft', false, 'upload');

  const agreement = await load(caseCode);
  file.channel = agreement.channel;
  form.fill('case', show.header(agreement), show.summary(agreement));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function reviseDraft(form, { caseCode }) {
  const agreement = await load(caseCode);
  form.field('draftDocumentId').channel = agreement.channel;
  form.fill('case', show.header(agreement));
  form.fill('last-round', show.lastRound(agreement));
  form.fill('earlier-rounds', show.earlierRounds(agreement));
  form.fill('versions', show.versions(agreement));
}

/**
 * @param {EmbeddedForm} form
 * @param {Read} read
 */
export async function signAgreement(form, { caseCode }) {
  const byHand = form.field('signedByHand');
  const file = form.field('signedDocumentId');

  function showAccepted() {
    file.input.accept = byHand.value ? '.pdf,.png,.jpg,.jpeg' : '.pdf';
    form.fill('accepted', byHand.value ? 'Bản quét: PDF, PNG hoặc JPEG.' : 'PDF đã ký tiếp trên văn bản cần ký.');
  }

  byHand.group.addEventListener('change', showAccepted);
  showAccepted();

  const agreement = await load(caseCode);
  const toSign = show.fileToSign(agreement);
  file.channel = agreement.channel;
  form.fill('case', show.header(agreement));
  form.fill(
    'file',
    toSign.signed ? 'Bản đã có chữ ký của bên trước: ' : 'Bản dự thảo đã được phê duyệt: ',
    download(toSign.id, toSign.fileName)
  );
  form.fill('signatures', show.signatures(agreement));
  form.show('not-pdf', !toSign.fileName.toLowerCase().endsWith('.pdf'));
}

/**
 * @param {string} caseCode
 * @returns {Promise<Api.Agreement>}
 */
function load(caseCode) {
  return get(`/agreements/${caseCode}`);
}
