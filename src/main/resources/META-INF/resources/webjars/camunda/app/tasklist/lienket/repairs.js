import { get, messageOf, post } from './api.js';
import { element, list, table, whole } from './dom.js';
import { isAdministrator } from './me.js';
import { page } from './page.js';
import { WORDS } from './words.js';

/**
 * Repairs of running cases, for administrators: first what would happen, then the same for good with a reason.
 *
 * @typedef {{fields: HTMLElement[], path: string, body: () => object, done?: () => void}} Repair with what follows once it was done
 */

const PROCESSES = '/repairs/processes';
const OUTCOMES = { READY: 'Làm được', BLOCKED: 'Không làm được', DONE: 'Đã làm', FAILED: WORDS.failed, UNCHANGED: 'Không cần làm' };

document.head.append(element('link', { rel: 'stylesheet', href: new URL('repairs.css', import.meta.url).href }));

const [route, link] = page({ id: 'repairs', label: 'Sửa chữa', priority: -20, render });

/** Whoever else comes to the address is told that it is not for him. */
export default (await isAdministrator()) ? [route, link] : [route];

/** @param {HTMLElement} place */
export async function render(place) {
  /** @type {Api.RepairableProcess[]} */
  const processes = await get(PROCESSES);
  place.append(
    element('h2', {}, 'Chuyển hồ sơ sang phiên bản khác của quy trình'),
    processes.length ? migration(processes) : element('p', {}, 'Mỗi quy trình chỉ có một phiên bản.'),
    element('h2', {}, 'Chuyển hồ sơ sang bước khác'),
    move()
  );
}

/** @param {Api.RepairableProcess[]} processes */
function migration(processes) {
  const process = select('lk-repair-process', processes.map(({ name }, at) => [String(at), name]));
  const from = select('lk-repair-from', []);
  const to = select('lk-repair-to', []);
  const cases = element('textarea', { id: 'lk-repair-cases', class: 'form-control', rows: 3, 'aria-describedby': 'lk-repair-cases-hint' });
  const show = () => {
    const { versions } = processes[Number(process.value)];
    from.replaceChildren(...versions.map((version) => element('option', { value: version.id }, versionOf(version))));
    to.replaceChildren(...versions.map((version) => element('option', { value: version.id }, versionOf(version))));
    from.value = (versions.slice(1).find(({ running }) => running) || versions[1]).id;
  };
  const count = async () => {
    /** @type {Api.RepairableProcess[]} */
    const counted = await get(PROCESSES).catch(() => []);
    const now = counted.flatMap(({ versions }) => versions);
    processes.forEach(({ versions }) =>
      versions.forEach((version) => {
        version.running = now.find(({ id }) => id === version.id)?.running ?? version.running;
        [from, to].forEach((select) => {
          [...select.options].filter(({ value }) => value === version.id).forEach((option) => option.replaceChildren(versionOf(version)));
        });
      })
    );
  };
  process.addEventListener('change', show);
  show();
  return repair({
    fields: [
      labelled(WORDS.process, process),
      labelled('Phiên bản hiện tại', from),
      labelled('Phiên bản mới', to),
      labelled(WORDS.caseCode, cases),
      element('p', { id: 'lk-repair-cases-hint', class: 'lk-meta' }, 'Mỗi dòng một mã; để trống là mọi hồ sơ đang chạy ở phiên bản hiện tại.'),
    ],
    path: '/repairs/migrations',
    body: () => ({ from: from.value, to: to.value, cases: codes(cases.value) }),
    done: count,
  });
}

/**
 * The codes in a text; null if there are none.
 *
 * @param {string} text
 */
export function codes(text) {
  const found = text.split(/[\s,;]+/).filter(Boolean);
  return found.length ? found : null;
}

/**
 * A version with how many cases it has.
 *
 * @param {Api.RepairableProcess['versions'][number]} version
 */
export function versionOf({ number, running }) {
  return `Phiên bản ${number} (${whole(running)} đang chạy)`;
}

function move() {
  const code = element('input', { id: 'lk-repair-case', class: 'form-control', autocomplete: 'off', maxlength: 50, required: true });
  const look = element('button', { type: 'submit', class: 'btn btn-default' }, 'Xem các bước');
  const form = element('form', { class: 'lk-repair' }, labelled(WORDS.dossier, code), look);
  const place = element('div');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      /** @type {Api.RepairableCase} */
      const found = await get(`/repairs/cases/${encodeURIComponent(code.value.trim())}`);
      place.replaceChildren(element('p', {}, `${found.caseCode} – ${found.title}`), steps(found));
    } catch (failure) {
      place.replaceChildren(problem(failure));
    }
  });
  return element('div', {}, form, place);
}

/** @param {Api.RepairableCase} found */
function steps(found) {
  const from = select('lk-repair-step', offered(found.active));
  const to = select('lk-repair-next', offered(found.steps));
  return repair({
    fields: [labelled(WORDS.stepNow, from), labelled('Bước mới', to)],
    path: '/repairs/moves',
    body: () => ({ caseCode: found.caseCode, from: from.value, to: to.value }),
  });
}

/**
 * Steps as they are chosen: by name, and those that have the same one by their ids too.
 *
 * @param {{id: string, name: string}[]} steps
 * @returns {[string, string][]}
 */
export function offered(steps) {
  return steps.map(({ id, name }) => [id, steps.filter((other) => other.name === name).length > 1 ? `${name} (${id})` : name]);
}

/**
 * Shows what would happen, and does it once that has been shown.
 *
 * @param {Repair} repair
 */
function repair({ fields, path, body, done }) {
  const reason = element('input', { id: `lk-repair-reason-${path.split('/').pop()}`, class: 'form-control', maxlength: 500, autocomplete: 'off' });
  const missing = element('p', { id: `${reason.id}-error`, class: 'help-block lk-error', 'aria-live': 'polite' });
  reason.setAttribute('aria-describedby', missing.id);
  const group = labelled(WORDS.reason, reason);
  group.append(missing);
  const attempt = element('button', { type: 'submit', class: 'btn btn-default' }, WORDS.preview);
  const forGood = element('button', { type: 'button', class: 'btn btn-danger', disabled: true }, WORDS.carryOut);
  const place = element('div', { role: 'status' });
  const form = element('form', { class: 'lk-repair' }, fields, group, attempt, forGood);
  const run = async (/** @type {boolean} */ dryRun) => {
    attempt.disabled = true;
    forGood.disabled = true;
    try {
      /** @type {Api.RepairResult} */
      const result = await post(path, { ...body(), dryRun, reason: reason.value });
      place.replaceChildren(...shown(result));
      forGood.disabled = !dryRun || !result.items.some(({ outcome }) => outcome === 'READY');
      if (!dryRun) {
        done?.();
      }
    } catch (failure) {
      place.replaceChildren(problem(failure));
      forGood.disabled = dryRun;
    }
    attempt.disabled = false;
  };
  const wants = (/** @type {boolean} */ wanted) => {
    missing.textContent = wanted ? 'Hãy nêu lý do; lý do được ghi vào quá trình xử lý của từng hồ sơ.' : '';
    group.classList.toggle('has-error', wanted);
    reason.setAttribute('aria-invalid', String(wanted));
  };
  reason.addEventListener('input', () => wants(false));
  form.addEventListener('change', ({ target }) => {
    if (target !== reason) {
      forGood.disabled = true;
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run(true);
  });
  forGood.addEventListener('click', () => {
    if (reason.value.trim()) {
      run(false);
    } else {
      wants(true);
      reason.focus();
    }
  });
  return element('div', {}, form, place);
}

/** @param {Api.RepairResult} result */
function shown({ dryRun, items, remaining }) {
  return [
    element('p', { class: 'lk-meta' }, dryRun ? 'Xem trước, chưa có gì thay đổi.' : 'Đã thực hiện.'),
    table(
      dryRun ? 'Điều sẽ xảy ra với từng hồ sơ' : 'Kết quả của từng hồ sơ',
      [WORDS.dossier, 'Đang ở', 'Sau đó', WORDS.result],
      items.map((item) => [
        element('span', {}, element('a', { href: `/cases/${encodeURIComponent(item.caseCode)}` }, item.caseCode), item.title && ` – ${item.title}`),
        item.now.join(', '),
        item.then.join(', '),
        element('div', {}, element('strong', {}, OUTCOMES[item.outcome]), item.detail && `: ${item.detail}`, item.warnings.length > 0 && list(item.warnings)),
      ])
    ),
    ...(remaining ? [element('p', {}, `Còn ${whole(remaining)} hồ sơ nữa ở phiên bản hiện tại; hãy làm tiếp lượt sau.`)] : []),
  ];
}

/**
 * @param {string} id
 * @param {[string, string][]} options
 */
function select(id, options) {
  return element('select', { id, class: 'form-control' }, options.map(([value, name]) => element('option', { value }, name)));
}

/**
 * @param {string} label
 * @param {HTMLElement} field
 */
function labelled(label, field) {
  return element('div', {}, element('label', { for: field.id }, label), field);
}

/** @param {unknown} failure */
function problem(failure) {
  return element('div', { class: 'alert alert-danger', role: 'alert' }, messageOf(failure));
}
