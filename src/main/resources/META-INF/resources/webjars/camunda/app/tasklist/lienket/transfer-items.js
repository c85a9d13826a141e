import { within } from './field.js';
import { number, select, text } from './parts.js';
import { Row, RowsField } from './rows.js';
import { limit } from './rules.js';

/**
 * The items of a transfer plan while it is prepared: each kind is asked for something else.
 *
 * @import { TextField } from './field.js'
 * @import { Values } from './rows.js'
 */

const EVERY_KIND = ['kind', 'dueInWorkingDays', 'title'];
/** @type {Record<string, string[]>} */
const OF_KIND = {
  document: [],
  training: ['startsOn', 'place', 'people'],
  expert: ['person', 'startsOn', 'endsOn', 'place'],
  configuration: ['systemName', 'acceptanceTest'],
  software: ['softwareName', 'softwareVersion', 'licence', 'sourceDelivered'],
};
const SOURCE = [
  { code: 'true', name: 'Có bàn giao' },
  { code: 'false', name: 'Không bàn giao' },
];

let made = 0;

/**
 * The items as a field: `[{kind, title, dueInWorkingDays, …}]` with what the kind is asked for.
 *
 * @extends {RowsField<Api.Choice[]>}
 */
export class ItemsField extends RowsField {
  /** @param {HTMLElement} group */
  constructor(group) {
    super(group, within(group, '[data-items]'), 'nội dung');
  }

  /**
   * @param {Api.Choice[]} kinds
   * @param {Values} values
   */
  make(kinds, values) {
    return new ItemRow(kinds, values);
  }
}

/**
 * What can be put into the field again, of items as the case tells them.
 *
 * @param {Api.Transfer} transfer
 */
export function editable({ items }) {
  return items.map(({ details, ...item }) => ({ ...item, ...details }));
}

class ItemRow extends Row {
  /**
   * @param {Api.Choice[]} kinds
   * @param {Values} values
   */
  constructor(kinds, values) {
    const id = `item-${++made}`;
    /** @type {(name: string, label: string) => TextField} */
    const line = (name, label) => text(id, name, label, 'input', { type: 'text', maxlength: limit('title') });
    /** @type {(name: string, label: string) => TextField} */
    const date = (name, label) => text(id, name, label, 'input', { type: 'date' });
    super(
      {
        kind: select(id, 'kind', 'Loại', kinds),
        dueInWorkingDays: number(id, 'dueInWorkingDays', 'Thời hạn (ngày làm việc)', 'ngày làm việc', 1, limit('workingDays')),
        title: line('title', 'Tên nội dung'),
        person: line('person', 'Chuyên gia được cử'),
        startsOn: date('startsOn', 'Ngày bắt đầu'),
        endsOn: date('endsOn', 'Ngày kết thúc'),
        place: line('place', 'Địa điểm'),
        people: number(id, 'people', 'Số người tham dự', 'người', 1, limit('attendees')),
        systemName: line('systemName', 'Hệ thống được cấu hình'),
        acceptanceTest: text(id, 'acceptanceTest', 'Cách kiểm thử nghiệm thu', 'textarea', { rows: 3, maxlength: 4000 }),
        softwareName: line('softwareName', 'Tên phần mềm'),
        softwareVersion: line('softwareVersion', 'Phiên bản'),
        licence: line('licence', 'Giấy phép sử dụng'),
        sourceDelivered: select(id, 'sourceDelivered', 'Mã nguồn', SOURCE, 'Chọn'),
      },
      { kind: kinds[0].code, ...values }
    );
    this.fields.kind.group.addEventListener('change', () => this.#ask());
    this.#ask();
  }

  get asked() {
    return [...EVERY_KIND, ...(OF_KIND[this.fields.kind.value] || [])];
  }

  #ask() {
    const { asked } = this;
    Object.entries(this.fields).forEach(([name, { group }]) => (group.hidden = !asked.includes(name)));
  }
}
