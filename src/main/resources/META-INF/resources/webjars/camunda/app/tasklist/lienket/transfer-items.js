import { day, multiline } from './dom.js';
import { within } from './field.js';
import { count, date, line, paragraph, select, workingDays } from './parts.js';
import { Row, RowsField } from './rows.js';
import { WORDS } from './words.js';

/**
 * The items of a transfer plan while it is prepared: each kind is asked for something else.
 *
 * @import { Content, Fact } from './dom.js'
 * @import { Maker, Values } from './parts.js'
 * @typedef {{word: string, label?: string, ask: (label: string) => Maker, show?: (value: any) => Content}} Detail
 */

const SOURCE = [
  { code: 'true', name: 'Có bàn giao' },
  { code: 'false', name: 'Không bàn giao' },
];

/**
 * What only some kinds of item have, in the order in which it is asked and shown: the word for it, the label of its field where that
 * says more, and how each is done.
 *
 * @satisfies {Record<string, Detail>}
 */
const DETAILS = {
  person: { word: WORDS.expert, label: 'Chuyên gia được cử', ask: line },
  startsOn: { word: WORDS.startsOn, ask: date, show: day },
  endsOn: { word: WORDS.endsOn, ask: date, show: day },
  place: { word: 'Địa điểm', ask: line },
  people: { word: 'Số người', label: 'Số người tham dự', ask: (label) => count(label, 'người', 'attendees') },
  systemName: { word: 'Hệ thống', label: 'Hệ thống được cấu hình', ask: line },
  acceptanceTest: { word: 'Kiểm thử', label: 'Cách kiểm thử nghiệm thu', ask: paragraph, show: multiline },
  softwareName: { word: 'Phần mềm', label: 'Tên phần mềm', ask: line },
  softwareVersion: { word: WORDS.version, ask: line },
  licence: { word: 'Giấy phép', label: 'Giấy phép sử dụng', ask: line },
  sourceDelivered: {
    word: 'Mã nguồn',
    ask: (label) => select(label, SOURCE, WORDS.choose),
    show: (delivered) => (delivered ? 'bàn giao' : 'không bàn giao'),
  },
};

/** @type {[name: string, detail: Detail][]} */
const EVERY_DETAIL = Object.entries(DETAILS);

const EVERY_KIND = ['kind', 'dueInWorkingDays', 'title'];
/** @type {Record<string, (keyof typeof DETAILS)[]>} */
const OF_KIND = {
  document: [],
  training: ['startsOn', 'place', 'people'],
  expert: ['person', 'startsOn', 'endsOn', 'place'],
  configuration: ['systemName', 'acceptanceTest'],
  software: ['softwareName', 'softwareVersion', 'licence', 'sourceDelivered'],
};

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

/**
 * What is known of an item beyond its title.
 *
 * @param {Api.Item} item
 * @returns {Fact[]}
 */
export function detailsOf({ details }) {
  const known = details || {};
  return EVERY_DETAIL.filter(([name]) => known[name] != null && known[name] !== '').map(([name, { word, show }]) => [
    word,
    show ? show(known[name]) : known[name],
  ]);
}

class ItemRow extends Row {
  /**
   * @param {Api.Choice[]} kinds
   * @param {Values} values
   */
  constructor(kinds, values) {
    const details = EVERY_DETAIL.map(([name, { word, label = word, ask }]) => [name, ask(label)]);
    super(
      `item-${++made}`,
      {
        kind: select(WORDS.kind, kinds),
        dueInWorkingDays: workingDays(),
        title: line('Tên nội dung'),
        ...Object.fromEntries(details),
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
