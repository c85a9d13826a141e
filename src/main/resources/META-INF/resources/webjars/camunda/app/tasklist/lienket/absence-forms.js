import { get } from './api.js';
import { day, daysBetween } from './dom.js';
import { limit } from './rules.js';

/**
 * The form that registers an absence.
 *
 * @import { EmbeddedForm } from './embedded-form.js'
 */

/** @param {EmbeddedForm} form */
export async function startAbsence(form) {
  /** @type {Api.AbsenceOptions} */
  const { user, today, people, substitutes, kinds } = await get('/absences/options');
  const person = form.field('person');
  const substitute = form.field('substitute');

  function offerSubstitutes() {
    const away = people.find(({ id }) => id === person.value);
    substitute.offer(
      substitutes.filter(({ id, roles }) => away && id !== away.id && roles.some((role) => away.roles.includes(role))).map(choice)
    );
  }

  person.offer(people.map(choice), user);
  form.fill('who', people.length > 1 ? 'Bạn đăng ký cho mình hoặc cho người của đơn vị.' : 'Lãnh đạo và người theo dõi đăng ký được cho người của đơn vị.');
  form.field('kinds').offer(kinds.map(choice));
  person.group.addEventListener('change', offerSubstitutes);
  offerSubstitutes();
  form.rule('from', () => (form.value('from') < today ? 'Từ ngày: không đăng ký cho ngày đã qua.' : null));
  form.rule('to', () => wrongEnd(form.value('from'), form.value('to')));
  form.sayAfterwards(() => {
    const away = people.find(({ id }) => id === person.value);
    const instead = substitutes.find(({ id }) => id === substitute.value);
    const work = instead ? `người làm thay: ${instead.name}` : 'việc trả về đơn vị';
    return `Đã đăng ký vắng mặt cho ${away?.name} từ ${day(form.value('from'))} đến ${day(form.value('to'))}; ${work}.`;
  });
}

/**
 * @param {Api.Day} from
 * @param {Api.Day} to
 */
function wrongEnd(from, to) {
  if (to < from) {
    return 'Đến ngày: không được trước ngày bắt đầu.';
  }
  const longest = limit('absenceDays');
  return daysBetween(from, to) < longest ? null : `Đến ngày: một kỳ vắng mặt dài nhất ${longest} ngày.`;
}

/** @param {{id: string, name: string}} named */
function choice({ id, name }) {
  return { code: id, name };
}
