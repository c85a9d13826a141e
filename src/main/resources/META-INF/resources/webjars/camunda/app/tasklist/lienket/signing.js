import { get, post, messageOf } from './api.js';
import { button, day, dayOf, element, meta } from './dom.js';
import { WORDS } from './words.js';

/**
 * Signing with a key on a token or a card: the program that has it, the agent, listens on the signer's own machine. The product prepares
 * what is to be signed, the agent signs it, the product puts it into the file. Or a service holds the key: then the product has it sign.
 *
 * @import { EmbeddedForm } from './embedded-form.js'
 *
 * @typedef {{signer: string, organisation: string | null, issuer?: string, validTo?: Api.Instant}} Named an older agent says less
 * @typedef {Named & {certificate: string, chain: string[]}} Key certificates are DER in Base64
 */

/** Where it listens: the page may call this address, and its own. */
export const AGENT = new URL(document.documentElement.dataset.agent || window.location.origin);

/**
 * Offers to sign a document so; the signed one then stands in the field as one that was uploaded.
 *
 * @param {EmbeddedForm} form with a place for it
 * @param {string} name of the field
 * @param {string} documentId
 */
export function offerAgent(form, name, documentId) {
  const field = form.field(name);
  const status = element('p', { class: 'lk-meta', role: 'status' });
  const choice = element('select', { id: 'sign-certificate', class: 'form-control' });
  const choices = element('div', { hidden: true }, element('label', { for: choice.id }, WORDS.certificate), choice);
  const start = button('Ký bằng USB token hoặc thẻ', 'lock', sign);
  /** @type {Key[]} */
  let keys = [];

  async function sign() {
    start.disabled = true;
    field.fail(null);
    try {
      const key = await chosen();
      if (key) {
        await signWith(key);
      }
    } catch (failure) {
      status.textContent = '';
      field.fail(messageOf(failure));
    } finally {
      start.disabled = false;
      start.focus();
    }
  }

  /** The key to sign with, or null until somebody has chosen among several. */
  async function chosen() {
    const asked = keys.length > 1 ? keys[choice.selectedIndex] : null;
    status.textContent = 'Đang đọc chứng thư từ phần mềm ký…';
    keys = await call('/certificates');
    if (keys.length === 1) {
      return keys[0];
    }
    const again = keys.findIndex(({ certificate }) => certificate === asked?.certificate);
    choice.replaceChildren(...options(keys, again));
    choices.hidden = false;
    status.textContent = again < 0 ? 'Hãy chọn chứng thư rồi bấm ký lần nữa.' : '';
    return keys[again];
  }

  /** @param {Key} key */
  async function signWith({ certificate, chain }) {
    status.textContent = 'Đang chuẩn bị văn bản để ký…';
    /** @type {Api.PreparedSignature} */
    const { id, algorithm, dataToSign, fileName, sha256 } = await post('/signing', { documentId, certificate, chain });
    status.textContent = 'Hãy xem và nhập PIN ở phần mềm ký trên máy này.';
    const { value } = await call('/sign', { certificate, algorithm, dataToSign, fileName, sha256 });
    status.textContent = 'Đang kiểm tra và lưu văn bản đã ký…';
    status.textContent = handIn(form, name, await post(`/signing/${encodeURIComponent(id)}/value`, { value }));
  }

  form.fill('agent', start, choices, status, meta('Cần phần mềm ký đang chạy trên máy này. PIN chỉ nhập ở phần mềm ký, không nhập vào trang.'));
}

/**
 * Offers to have a service sign that holds the key, if there is one for the signer's organisation.
 *
 * @param {EmbeddedForm} form with a place for it
 * @param {string} name of the field
 * @param {string} documentId
 */
export async function offerRemote(form, name, documentId) {
  /** @type {{offered: boolean}} */
  const { offered } = await get('/signing/remote');
  if (!offered) {
    return;
  }
  const status = element('p', { class: 'lk-meta', role: 'status' });
  const error = element('p', { class: 'help-block lk-error', role: 'alert' });
  const choice = element('select', { id: 'remote-certificate', class: 'form-control' });
  const pin = secret('remote-pin');
  const otp = secret('remote-otp');
  const code = element('div', { hidden: true }, element('label', { for: otp.id }, 'Mã OTP'), otp);
  const consent = element(
    'div',
    { hidden: true },
    element('label', { for: choice.id }, WORDS.certificate),
    choice,
    element('label', { for: pin.id }, 'PIN của chứng thư ký từ xa'),
    pin,
    code,
    button('Ký', 'lock', sign)
  );
  const start = button('Ký từ xa', 'cloud', choose);
  /** @type {Api.RemoteCredential[]} */
  let keys = [];

  function showCode() {
    code.hidden = !keys[choice.selectedIndex]?.otp;
  }

  async function choose() {
    await attempt('Đang hỏi dịch vụ ký từ xa…', async () => {
      keys = await get('/signing/remote/credentials');
      if (!keys.length) {
        throw new Error('Dịch vụ ký từ xa không có chứng thư nào dùng được cho bạn.');
      }
      choice.replaceChildren(...options(keys, 0));
      showCode();
      consent.hidden = false;
      pin.focus();
      return '';
    });
  }

  async function sign() {
    const given = { documentId, credentialId: keys[choice.selectedIndex].id, pin: pin.value, otp: code.hidden ? null : otp.value };
    pin.value = otp.value = '';
    await attempt('Dịch vụ đang ký, hệ thống kiểm tra và lưu văn bản đã ký…', async () => {
      const told = handIn(form, name, await post('/signing/remote', given));
      consent.hidden = true;
      return told;
    });
  }

  /**
   * @param {string} waiting said meanwhile
   * @param {() => Promise<string>} work what it says then
   */
  async function attempt(waiting, work) {
    const buttons = form.find('[data-slot=remote]').querySelectorAll('button');
    buttons.forEach((/** @type {HTMLButtonElement} */ one) => (one.disabled = true));
    error.textContent = '';
    status.textContent = waiting;
    try {
      status.textContent = await work();
    } catch (failure) {
      status.textContent = '';
      error.textContent = messageOf(failure);
    } finally {
      buttons.forEach((/** @type {HTMLButtonElement} */ one) => (one.disabled = false));
    }
  }

  choice.addEventListener('change', showCode);
  [pin, otp].forEach((input) =>
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        // it would complete the task
        event.preventDefault();
        sign();
      }
    })
  );
  form.fill('remote', start, consent, error, status, meta('Dịch vụ giữ khóa ký thay bạn khi bạn nhập PIN. Hệ thống không lưu PIN và mã OTP.'));
}

/**
 * What is typed there is neither shown nor kept.
 *
 * @param {string} id
 */
function secret(id) {
  return element('input', { id, type: 'password', class: 'form-control', autocomplete: 'off' });
}

/**
 * By what a renewed certificate differs too, which comes early: a narrow page cuts the end off.
 *
 * @param {Named[]} keys
 * @param {number} chosen
 */
function options(keys, chosen) {
  return keys.map(({ signer, organisation, issuer, validTo }, index) => {
    const words = [signer, validTo && `đến ${day(dayOf(validTo))}`, issuer && `cấp bởi ${issuer}`, organisation];
    return element('option', { selected: index === chosen }, words.filter(Boolean).join(' · '));
  });
}

/**
 * The signed document stands in the field; what is said of it.
 *
 * @param {EmbeddedForm} form
 * @param {string} name
 * @param {{documentId: string}} signed
 */
function handIn(form, name, { documentId }) {
  form.put(name, documentId);
  form.field(name).group.dispatchEvent(new Event('lk-change', { bubbles: true }));
  return 'Đã ký. Tệp đã ký ở ô dưới; hãy xem lại rồi hoàn thành công việc.';
}

/**
 * What the agent answers.
 *
 * @param {string} path
 * @param {object} [body]
 */
async function call(path, body) {
  const sent = body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(AGENT.origin + path, sent).catch(() => {
    throw new Error('Không gọi được phần mềm ký trên máy này. Hãy mở phần mềm ký cho đúng địa chỉ của trang này rồi thử lại.');
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.detail);
  }
  return answer;
}
