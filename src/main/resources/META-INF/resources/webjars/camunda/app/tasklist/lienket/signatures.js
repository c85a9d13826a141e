import { get, messageOf } from './api.js';
import { downloadFrom, element, list, meta, moment, table } from './dom.js';
import { me, names } from './me.js';
import { AGENT } from './signing.js';
import { WORDS } from './words.js';

/**
 * What a form in which somebody signs says of electronic signatures.
 *
 * @import { EmbeddedForm } from './embedded-form.js'
 */

const KINDS = {
  state: 'Chữ ký số chuyên dùng công vụ',
  public: 'Chữ ký số công cộng',
  unknown: 'Không thuộc gốc được tin cậy',
};
const TIMES = { timestamp: 'theo dấu thời gian', claimed: 'theo máy của người ký' };

/**
 * Whose signatures are believed, and in the demonstration how to make one.
 *
 * @param {EmbeddedForm} form
 */
export async function showRoots(form) {
  /** @type {Api.TrustedRoots} */
  const roots = await get('/signatures/roots');
  const warning = unbelieved(roots);
  form.show('no-roots', warning);
  form.fill('no-roots', warning);
  form.show('demonstration', roots.demonstration);
  if (roots.demonstration) {
    const { user, organisation, roles } = await me();
    const owner = (!roles.includes('leader') && organisation) || user;
    form.fill(
      'demonstration',
      list([
        ['Tải ', downloadFrom(`/demo/keys/${encodeURIComponent(owner)}.p12`, 'khóa trình diễn của bạn'), ' (mật khẩu lienket); khóa này không có giá trị pháp lý.'],
        [
          'Ký văn bản cần ký trên máy của bạn: ',
          element('code', {}, `java -jar lienket.jar sign --key ${owner}.p12 --password lienket --in van-ban.pdf --out da-ky.pdf`),
        ],
        'Tải tệp kết quả lên ở dưới.',
        [
          'Hoặc mở phần mềm ký rồi ký ngay trên trang này: ',
          element('code', {}, `java -jar lienket.jar agent --port ${AGENT.port} --origin ${window.location.origin} --key ${owner}.p12`),
        ],
      ])
    );
  }
}

/** @param {Api.TrustedRoots} roots */
function unbelieved(roots) {
  if (!roots.state && !roots.public) {
    return 'Hệ thống chưa được cấu hình chứng thư gốc nào nên chưa nhận chữ ký số: hãy ký tay và tải bản quét lên, hoặc báo người quản trị.';
  }
  const without = (!roots.state && 'chuyên dùng công vụ') || (!roots.public && 'công cộng');
  return without && `Hệ thống chưa được cấu hình chứng thư gốc của chữ ký số ${without} nên chưa nhận chữ ký số loại này.`;
}

/**
 * Shows the signatures in the file of a field as soon as it is there.
 *
 * @param {EmbeddedForm} form
 * @param {string} name of the field
 * @param {() => boolean} asked whether the file is to be signed electronically
 */
export function showFound(form, name, asked) {
  const field = form.field(name);
  /** @type {string | null} */
  let shown = null;

  async function show() {
    const id = asked() ? field.value : null;
    if (id === shown) {
      return;
    }
    shown = id;
    form.fill('found', id && meta('Đang kiểm tra chữ ký trong tệp…'));
    if (id) {
      const content = await found(id);
      if (shown === id) {
        form.fill('found', content);
      }
    }
  }

  form.element.addEventListener('lk-change', show);
  form.element.addEventListener('change', show);
  return show();
}

/** @param {string} id of a document */
async function found(id) {
  try {
    /** @type {[Api.FoundSignature[], Api.Names]} */
    const [signatures, { organisations }] = await Promise.all([get(`/documents/${encodeURIComponent(id)}/signatures`), names()]);
    return signatures.length ? signed(signatures, organisations) : meta('Tệp chưa có chữ ký số nào.');
  } catch (failure) {
    return meta(messageOf(failure));
  }
}

/**
 * @param {Api.FoundSignature[]} signatures
 * @param {Record<string, string>} organisations
 */
function signed(signatures, organisations) {
  return table(
    'Chữ ký trong tệp vừa tải lên',
    ['Người ký trên chứng thư', 'Ký cho', 'Loại chữ ký', WORDS.time, WORDS.result],
    signatures.map(({ signer, organisation, anchor, signedAt, timeSource, valid, sentence }) => [
      signer || 'Không đọc được',
      organisation ? organisations[organisation] || organisation : 'Chưa xác định được đơn vị',
      KINDS[anchor],
      signedAt && timeSource ? `${moment(signedAt)} (giờ +07:00), ${TIMES[timeSource]}` : 'Không ghi',
      [element('span', { class: `label label-${valid ? 'success' : 'warning'}` }, valid ? 'Hợp lệ' : 'Cần xem'), ' ', sentence],
    ])
  );
}
