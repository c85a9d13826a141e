import { post, messageOf } from './api.js';
import { button, element, meta } from './dom.js';

/**
 * Signing with a key on a token or a card: the program that has it, the agent, listens on the signer's own machine. The product prepares
 * what is to be signed, the agent signs it, the product puts it into the file.
 *
 * @import { EmbeddedForm } from './embedded-form.js'
 *
 * @typedef {{certificate: string, chain: string[], signer: string, organisation: string | null}} Key certificates are DER in Base64
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
  const choices = element('div', { hidden: true }, element('label', { for: choice.id }, 'Chứng thư'), choice);
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
    choice.replaceChildren(
      ...keys.map(({ signer, organisation }, index) =>
        element('option', { selected: index === again }, [signer, organisation].filter(Boolean).join(', '))
      )
    );
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
    /** @type {{documentId: string}} */
    const signed = await post(`/signing/${encodeURIComponent(id)}/value`, { value });
    form.put(name, signed.documentId);
    status.textContent = 'Đã ký. Tệp đã ký ở ô dưới; hãy xem lại rồi hoàn thành công việc.';
    field.group.dispatchEvent(new Event('lk-change', { bubbles: true }));
  }

  form.fill('agent', start, choices, status, meta('Cần phần mềm ký đang chạy trên máy này. PIN chỉ nhập ở phần mềm ký, không nhập vào trang.'));
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
