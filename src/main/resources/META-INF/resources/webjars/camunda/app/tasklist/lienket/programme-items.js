import { within } from './field.js';
import { line, select, workingDays } from './parts.js';
import { Row, RowsField } from './rows.js';

/**
 * The work items of an activity while it is planned.
 *
 * @import { Values } from './parts.js'
 * @typedef {{organisations: Api.Choice[], roles: Api.Choice[]}} Doers
 * @typedef {{lead: string, partner: string, parties: Api.Choice[]}} Parts who takes which part in an activity, of whom
 */

let made = 0;

/**
 * The work items as a field: `[{title, organisation, role, dueInWorkingDays}]`.
 *
 * @extends {RowsField<Doers>}
 */
export class WorkItemsField extends RowsField {
  /** @param {HTMLElement} group */
  constructor(group) {
    super(group, within(group, '[data-work-items]'), 'phần việc');
  }

  /**
   * @param {Doers} doers
   * @param {Values} values
   */
  make({ organisations, roles }, values) {
    const makers = {
      title: line('Tên phần việc'),
      organisation: select('Đơn vị thực hiện', organisations, 'Chọn đơn vị thực hiện'),
      role: select('Vai trò', roles, 'Chọn vai trò'),
      dueInWorkingDays: workingDays(),
    };
    return new Row(`work-item-${++made}`, makers, values);
  }
}

/**
 * The items of a template for those who take part: `lead` and `partner` are replaced by who that is, and the lead does what is meant
 * for an organisation that is no party.
 *
 * @param {Api.PlannedWork[]} items
 * @param {Parts} parts
 */
export function resolved(items, { lead, partner, parties }) {
  /** @type {(word: string) => string} */
  const doer = (word) => {
    if (word === 'partner') {
      return partner;
    }
    return parties.some(({ code }) => code === word) ? word : lead;
  };
  return items.map(({ organisation, ...item }) => ({ ...item, organisation: doer(organisation) }));
}

/**
 * What can be put into the field again, of items as the case tells them.
 *
 * @param {Pick<Api.Activity, 'workItems'>} activity
 */
export function editable({ workItems }) {
  return workItems.map(({ title, organisation, role, dueInWorkingDays }) => ({ title, organisation, role, dueInWorkingDays }));
}
