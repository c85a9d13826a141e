import { day, element } from './dom.js';
import { CompositeField, within } from './field.js';
import { note } from './parts.js';

/**
 * The clauses of a transfer contract while it is prepared: Điều 23, Luật Chuyển giao công nghệ.
 *
 * @import { TextField } from './field.js'
 */

/** The clauses as a field: `{clause: text}`. Until {@link offer} names the clauses, it keeps what was saved. */
export class ClausesField extends CompositeField {
  /** @type {Api.ContractClause[]} */
  #clauses = [];
  /** @type {TextField[]} */
  #fields = [];
  /** @type {Record<string, string>} */
  #kept = {};

  /** @param {HTMLElement} group */
  constructor(group) {
    super(group);
    this.list = element('div');
    this.missing = element('p', { class: 'alert alert-warning', role: 'status', hidden: true });
    within(group, '[data-clauses]').append(this.list, this.missing);
    group.addEventListener('input', () => this.#warn());
  }

  /** @param {Api.ContractClause[]} clauses */
  offer(clauses) {
    this.#clauses = clauses;
    this.#fields = clauses.map(({ id, name, help, mandatory }, index) => {
      const field = note(`${index + 1}. ${name}`, help)('clause', id);
      if (mandatory) {
        within(field.group, 'label').append(' ', element('span', { class: 'label label-default' }, 'bắt buộc'));
      }
      return field;
    });
    this.list.replaceChildren(...this.#fields.map(({ group }) => group));
    this.value = this.#kept;
  }

  get parts() {
    return this.#fields;
  }

  get value() {
    return this.#fields.length
      ? Object.fromEntries(this.#clauses.map(({ id }, index) => [id, this.#fields[index].value]))
      : this.#kept;
  }

  set value(texts) {
    this.#kept = texts || {};
    this.#clauses.forEach(({ id }, index) => (this.#fields[index].value = this.#kept[id]));
    this.#warn();
  }

  /** A plan may go to the parties before its contract is complete, but then they cannot approve it. */
  #warn() {
    const empty = this.#clauses.filter(({ mandatory }, index) => mandatory && !this.#fields[index].value);
    this.missing.hidden = empty.length === 0;
    this.missing.textContent = `Còn thiếu điều khoản bắt buộc: ${empty
      .map(({ name }) => name)
      .join('; ')}. Kế hoạch vẫn gửi được để lấy ý kiến, nhưng chưa ai duyệt được.`;
  }
}

/**
 * The clauses as the case tells them.
 *
 * @param {Api.Transfer} transfer
 */
export function written({ clauses }) {
  return Object.fromEntries(clauses.map(({ clause, text }) => [clause, text]));
}

/**
 * What an expert starts from. Who pays with public money writes the price himself: nothing can be assumed of it.
 *
 * @param {Api.Transfer} transfer
 */
export function suggested({ title, neededBy, usesStateBudget, requestingOrganisationName, providingOrganisationName }) {
  return {
    technology: `${title}.`,
    object:
      'Các nội dung nêu tại Phụ lục.\n' +
      'Nội dung được chuyển giao phải đầy đủ, dùng được cho nhu cầu mà Bên nhận đã nêu và đáp ứng tiêu chuẩn, quy chuẩn kỹ thuật hiện hành.',
    rights:
      'Bên giao chuyển giao quyền sử dụng công nghệ để Bên nhận phục vụ chức năng, nhiệm vụ của mình; quyền này không độc quyền.\n' +
      'Bên nhận không chuyển giao lại cho bên thứ ba khi chưa có sự đồng ý bằng văn bản của Bên giao.',
    method: 'Chuyển giao bằng tài liệu, đào tạo, cử chuyên gia, cấu hình hệ thống, phần mềm theo từng nội dung nêu tại Phụ lục.',
    duties:
      `Bên giao (${providingOrganisationName}): thực hiện đủ, đúng hạn các nội dung; hướng dẫn sử dụng; bảo đảm quyền chuyển giao không bị bên thứ ba tranh chấp.\n` +
      `Bên nhận (${requestingOrganisationName}): cử đầu mối, bố trí nhân sự và hạ tầng; nghiệm thu đúng hạn; sử dụng đúng phạm vi đã thỏa thuận.`,
    price: usesStateBudget ? '' : 'Chuyển giao không thu phí; mỗi bên tự chi trả chi phí của người do mình cử.',
    term:
      'Hợp đồng có hiệu lực từ ngày các bên ký; trường hợp phải đăng ký thì từ ngày được cấp giấy chứng nhận đăng ký.\n' +
      'Hợp đồng kết thúc khi các bên thực hiện xong nghĩa vụ.',
    plan: `Kế hoạch, tiến độ, địa điểm theo Phụ lục; Bên nhận cần có kết quả trước hoặc trong ngày ${day(neededBy)}.`,
    warranty: 'Bên giao bảo hành nội dung đã chuyển giao trong 12 tháng kể từ ngày nghiệm thu: sửa lỗi và hướng dẫn lại khi Bên nhận yêu cầu.',
    penalties:
      'Bên chậm hoặc làm sai nghĩa vụ phải khắc phục trong thời hạn bên kia yêu cầu; mức phạt, nếu có, do các bên thỏa thuận bằng phụ lục hợp đồng.',
    liability: 'Bên vi phạm bồi thường thiệt hại thực tế do mình gây ra theo quy định của pháp luật, trừ sự kiện bất khả kháng.',
    disputes: 'Tranh chấp được giải quyết bằng thương lượng, hòa giải; không thành thì do Tòa án nhân dân có thẩm quyền giải quyết.',
    other: 'Các bên bảo mật thông tin và bảo vệ dữ liệu cá nhân của nhau theo quy định của pháp luật.',
  };
}
