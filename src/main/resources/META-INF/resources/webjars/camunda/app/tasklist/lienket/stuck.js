import { change, get, messageOf } from './api.js';
import { button, element, moment, whole } from './dom.js';
import { names } from './me.js';
import { filled, page } from './page.js';
import { asked, search } from './query.js';
import { WORDS } from './words.js';

/**
 * What is stuck, each in a sentence, with what can be done about it.
 *
 * @typedef {{channel: string, case: string, page: number}} Filter
 */

const SIZE = 20;
const TRIES = 3;

document.head.append(element('link', { rel: 'stylesheet', href: new URL('stuck.css', import.meta.url).href }));

export default page({ id: 'stuck', label: 'Hồ sơ bị kẹt', link: 'Bị kẹt', priority: 50, render });

/** @param {HTMLElement} place */
async function render(place) {
  const { channels } = await names();
  const said = element('p', { class: 'lk-stuck-said', role: 'status' });
  const list = element('div', { class: 'lk-stuck-list' });
  const channel = element(
    'select',
    { id: 'lk-stuck-channel', class: 'form-control' },
    element('option', { value: '' }, WORDS.allChannels),
    Object.entries(channels).map(([id, name]) => element('option', { value: id }, name))
  );
  const code = element('input', { id: 'lk-stuck-case', class: 'form-control', type: 'search', maxlength: 50, autocomplete: 'off', value: asked().get('case') });
  const form = element(
    'form',
    { class: 'lk-stuck-filter' },
    element('label', { for: channel.id }, WORDS.cooperationChannel),
    channel,
    element('label', { for: code.id }, WORDS.caseCode),
    code,
    element('button', { type: 'submit', class: 'btn btn-default' }, WORDS.filter)
  );
  const show = (/** @type {number} */ number) =>
    filled(list, (into) => fill(into, { channel: channel.value, case: code.value.trim(), page: number }, show, said));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    said.replaceChildren();
    show(0);
  });
  place.append(form, said, list);
  await show(0);
}

/**
 * @param {HTMLElement} place
 * @param {Filter} filter
 * @param {(page: number) => Promise<void>} show
 * @param {HTMLElement} said where it is told what has been done
 */
async function fill(place, filter, show, said) {
  /** @type {Api.Incidents} */
  const found = await get(address(filter));
  /** @type {(words: string) => Promise<void>} */
  const done = async (words) => {
    await show(found.items.length > 1 ? filter.page : Math.max(filter.page - 1, 0));
    said.replaceChildren(words);
  };
  place.replaceChildren(
    element('p', { class: 'lk-meta' }, counted(found)),
    ...found.items.map((incident) => card(incident, found.maxTimes, done)),
    pages(found, show)
  );
}

/**
 * Where a page of them is.
 *
 * @param {Filter} filter
 */
export function address(filter) {
  return `/incidents${search({ page: filter.page, size: SIZE, channel: filter.channel, case: filter.case })}`;
}

/**
 * How many there are, in words.
 *
 * @param {Pick<Api.Incidents, 'total' | 'totalIsLowerBound'>} found
 */
export function counted({ total, totalIsLowerBound }) {
  return total ? `${totalIsLowerBound ? WORDS.moreThan : ''}${whole(total)} việc bị kẹt, mới nhất trước` : 'Không có việc nào bị kẹt.';
}

/**
 * Which pages lie before and after, or null.
 *
 * @param {Pick<Api.Incidents, 'items' | 'page' | 'size' | 'total' | 'totalIsLowerBound'>} found
 */
export function around({ items, page: number, size, total, totalIsLowerBound }) {
  const more = totalIsLowerBound ? items.length === size : (number + 1) * size < total;
  return { before: number > 0 ? number - 1 : null, after: more ? number + 1 : null };
}

/**
 * @param {Api.Incidents} found
 * @param {(page: number) => Promise<void>} show
 */
function pages(found, show) {
  const { before, after } = around(found);
  return element(
    'nav',
    { class: 'lk-stuck-pages', 'aria-label': WORDS.pages },
    before !== null && button(WORDS.pageBefore, 'chevron-left', () => show(before)),
    after !== null && button('Trang sau', 'chevron-right', () => show(after))
  );
}

/**
 * @param {Api.Incident} incident
 * @param {number} most
 * @param {(words: string) => Promise<void>} done
 */
function card(incident, most, done) {
  const heading = `lk-stuck-${incident.id}`;
  const problem = element('p', { class: 'lk-stuck-problem', role: 'alert' });
  return element(
    'section',
    { class: 'lk-stuck-card', 'aria-labelledby': heading },
    element('h2', { id: heading }, incident.sentence),
    incident.caseCode &&
      element(
        'p',
        {},
        element('a', { href: `/cases/${encodeURIComponent(incident.caseCode)}` }, incident.caseCode),
        ` – ${incident.title}`
      ),
    element('p', { class: 'lk-meta' }, standing(incident)),
    element('p', {}, incident.advice),
    incident.technical &&
      element(
        'details',
        {},
        element('summary', {}, 'Chi tiết kỹ thuật'),
        element('p', { class: 'lk-stuck-technical' }, incident.technical)
      ),
    incident.mayCorrect && correction(incident, problem, done),
    again(incident, most, problem, done),
    problem
  );
}

/**
 * Since when it is stuck and how often it was tried.
 *
 * @param {Pick<Api.Incident, 'since' | 'tries'>} incident
 */
export function standing({ since, tries }) {
  return `Từ ${moment(since)}${tries ? `, đã thử ${whole(tries)} lần` : ''}`;
}

/**
 * @param {Api.Incident} incident
 * @param {number} most
 * @param {HTMLElement} problem
 * @param {(words: string) => Promise<void>} done
 */
function again(incident, most, problem, done) {
  const times = element('input', {
    id: `lk-stuck-times-${incident.id}`,
    class: 'form-control lk-stuck-times',
    type: 'number',
    min: 1,
    max: most,
    value: Math.min(TRIES, most),
    required: true,
  });
  return small(
    [element('label', { for: times.id }, `Số lần thử (1–${most})`), times],
    'Cho chạy lại',
    problem,
    () => change('POST', `/incidents/${encodeURIComponent(incident.id)}/retries`, { times: times.valueAsNumber }),
    () => done(`Đã cho chạy lại: ${incident.sentence}`)
  );
}

/**
 * @param {Api.Incident} incident
 * @param {HTMLElement} problem
 * @param {(words: string) => Promise<void>} done
 */
function correction(incident, problem, done) {
  const right = element('input', {
    id: `lk-stuck-address-${incident.id}`,
    class: 'form-control lk-stuck-address',
    type: 'email',
    maxlength: 254,
    autocomplete: 'off',
    required: true,
  });
  return small(
    [element('label', { for: right.id }, 'Địa chỉ thư đúng'), right],
    'Sửa và gửi lại',
    problem,
    () => change('PUT', `/mails/${encodeURIComponent(String(incident.mail))}/address`, { address: right.value }),
    () => done(`Đã sửa địa chỉ, thư được gửi lại: ${incident.sentence}`)
  );
}

/**
 * A form in a line that does one thing.
 *
 * @param {HTMLElement[]} fields
 * @param {string} label of its button
 * @param {HTMLElement} problem where a refusal is told
 * @param {() => Promise<void>} act
 * @param {() => Promise<void>} done
 */
function small(fields, label, problem, act, done) {
  const submit = element('button', { type: 'submit', class: 'btn btn-default' }, label);
  const form = element('form', { class: 'lk-stuck-act' }, fields, submit);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    submit.disabled = true;
    problem.replaceChildren();
    try {
      await act();
      await done();
    } catch (failure) {
      problem.replaceChildren(messageOf(failure));
      submit.disabled = false;
    }
  });
  return form;
}
