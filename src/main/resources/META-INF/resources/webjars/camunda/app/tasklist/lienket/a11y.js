import { language } from './language.js';
import { reshape } from './stock.js';
import { WORDS } from './words.js';

/** What Camunda's web applications leave to eyes and to a mouse: names of what shows a sign only, and keys for what can only be clicked. */

const PAUSE = 120;
const SETTLING = 1000;
const DIALOG = '.modal';
/** @type {[selector: string, role: string][]} */
const LANDMARKS = [
  ['[cam-widget-header]:not([role])', 'banner'],
  ['[ng-view]:not([role])', 'main'],
];
const NAMELESS = 'a:not([aria-label]), button:not([aria-label]), [data-named]';
const CLICKED = 'a[ng-click]:not([href]):not([role]), a.glyphicon:not([href]):not([role]), a.expand-collapse:not([href]):not([role])';
const SCROLLED = '.tjs-table-container, .tjs-container, .section-content, .diagnostics-preview, pre';
const INSIDE = 'a[href], button, input, select, textarea, [tabindex]';
/** @type {[selector: string, name: string][]} what has no tooltip either */
const NAMES = [
  ['.stored-criteria > .dropdown-toggle', 'Các bộ tiêu chí đã lưu'],
  ['.stored-criteria .input-group input', 'Tên bộ tiêu chí'],
  ['.stored-criteria .input-group .btn', 'Lưu bộ tiêu chí'],
  ['.stored-criteria .glyphicon-remove-sign', 'Xóa bộ tiêu chí'],
  ['.bjs-powered-by', 'bpmn.io'],
  ['.circle-red', 'Có sự cố'],
  ['.circle-green', 'Không có sự cố'],
  ['.circle-blue', 'Đang tải'],
  ['.sort-direction', 'Đổi chiều sắp xếp'],
  ['.modal .close', WORDS.close],
  ['.expand-collapse', 'Ẩn/hiện khung này'],
  ['.glyphicon-copy', 'Sao chép'],
  ['td input[type=checkbox], th input[type=checkbox]', WORDS.choose],
];

/** @type {Record<string, string>} what stands in the applications themselves, in English whatever the language */
const TEXTS = {
  'zoom in': 'Phóng to',
  'zoom out': 'Thu nhỏ',
  'reset zoom': 'Về cỡ ban đầu',
  'Toggle this section': 'Ẩn/hiện phần này',
  'Loading diagram': 'Đang tải sơ đồ',
  'Suspended Job Definition': 'Tác vụ nền đang tạm dừng',
  Actions: 'Thao tác',
  'Select all': WORDS.chooseAll,
  State: WORDS.status,
  varName: 'tên biến',
  Jonny: 'An',
  Prosciutto: 'Nguyễn Văn',
  'j.prosciutto@acme.org': 'an.nguyen@donvi.gov.vn',
};
/** @type {Record<string, string>} the same in a decision table */
const TABLE = {
  And: 'Và',
  When: 'Khi',
  Then: 'Thì',
  Annotations: WORDS.note,
  Annotation: WORDS.note,
  'Hit Policy': 'Cách chọn',
  'Hit Policy:': 'Cách chọn:',
  Unique: 'Duy nhất',
  First: 'Đầu tiên',
  Priority: 'Ưu tiên',
  Any: 'Bất kỳ',
  Collect: 'Gom lại',
  'Rule order': 'Theo thứ tự quy tắc',
  'Output order': 'Theo thứ tự kết quả',
  'Input type': 'Kiểu đầu vào',
  'Output type': 'Kiểu đầu ra',
  'Output label': 'Nhãn đầu ra',
  'Input label': 'Nhãn đầu vào',
  'Input expression': 'Biểu thức đầu vào',
  'Output name': 'Tên đầu ra',
  'Decision name': 'Tên quyết định',
  'View DRD': 'Xem sơ đồ quyết định',
  'No overlap is possible and all rules are disjoint. Only a single rule can be matched': 'Chỉ một quy tắc khớp',
  'Rules may overlap. The first matching rule will be chosen': 'Lấy quy tắc khớp đầu tiên',
  'Rules may overlap. The one with the highest priority will be chosen': 'Lấy quy tắc khớp có ưu tiên cao nhất',
  'Collects the values of all matching rules': 'Gom giá trị của mọi quy tắc khớp',
};
const TABLES = '.tjs-container, .dmn-decision-table-container, [cam-widget-dmn-viewer]';
const ATTRIBUTES = ['title', 'placeholder', 'aria-label', 'uib-tooltip'];

reshape('camWidgetSearch', (search) => {
  search.querySelector('.main-field')?.setAttribute('role', 'combobox');
});

if (language() === 'vi') {
  ['camWidgetBpmnViewer', 'camWidgetDmnViewer'].forEach((directive) => reshape(directive, (viewer) => translate(viewer, TEXTS)));
}

/** Begins with what is there, and goes on for all that is drawn later. */
export function makeAccessible() {
  let waiting = false;
  const soon = () => {
    if (!waiting) {
      waiting = true;
      window.setTimeout(() => {
        waiting = false;
        mend(document.body);
      }, PAUSE);
    }
  };
  new MutationObserver(soon).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['uib-tooltip', 'class', 'title'],
  });
  document.addEventListener('keydown', press);
  watchFocus();
  soon();
}

/** Who closes a dialog is where he was when he opened it, even if Angular has drawn that place anew meanwhile, or does so right after. */
function watchFocus() {
  /** @type {HTMLElement | null} */
  let opener = null;
  let place = '';
  let open = false;
  const remember = (/** @type {EventTarget | null} */ target) => {
    if (target instanceof HTMLElement && target !== document.body && !target.closest(DIALOG)) {
      const [name] = [...(target.closest('li')?.classList || [])].filter((each) => !each.startsWith('ng-'));
      opener = target;
      place = name ? `li.${name} ${target.localName}` : '';
    }
  };
  const giveBack = (/** @type {number} */ until) => {
    if (open) {
      return;
    }
    if (document.activeElement === document.body) {
      const again = opener?.isConnected ? opener : place && document.querySelector(place);
      if (again instanceof HTMLElement) {
        again.focus();
      }
    }
    if (Date.now() < until) {
      window.setTimeout(giveBack, PAUSE, until);
    }
  };
  document.addEventListener('focusin', ({ target }) => remember(target));
  new MutationObserver(() => {
    const shown = document.querySelector(DIALOG) !== null;
    if (shown && !open) {
      // a window that is not in front tells of no focus
      remember(document.activeElement);
    }
    if (open !== shown) {
      open = shown;
      giveBack(Date.now() + SETTLING);
    }
  }).observe(document.body, { childList: true });
}

/** @param {Element} page */
export function mend(page) {
  if (language() === 'vi') {
    translate(page, TEXTS);
    page.querySelectorAll(TABLES).forEach((each) => translate(each, TABLE));
  }
  LANDMARKS.forEach(([selector, role]) => page.querySelector(selector)?.setAttribute('role', role));
  page.querySelectorAll('.circle[state-circle]:not(a)').forEach((each) => each.setAttribute('role', 'img'));
  page.querySelectorAll(NAMELESS).forEach((each) => nameBy(each, ''));
  NAMES.forEach(([selector, name]) => page.querySelectorAll(selector).forEach((each) => nameBy(each, name)));
  page.querySelectorAll(CLICKED).forEach((each) => {
    each.setAttribute('role', 'button');
    each.setAttribute('tabindex', '0');
  });
  page.querySelectorAll('.overlay-link .toggle').forEach((each) => {
    each.setAttribute('aria-hidden', 'true');
    each.setAttribute('tabindex', '-1');
  });
  page.querySelectorAll('[role=combobox][aria-owns]:not([aria-controls])').forEach((each) => {
    each.setAttribute('aria-controls', each.getAttribute('aria-owns') || '');
  });
  page.querySelectorAll(SCROLLED).forEach((each) => {
    if (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1) {
      if (!each.querySelector(INSIDE) && !each.hasAttribute('tabindex')) {
        each.setAttribute('tabindex', '0');
      }
    }
  });
  page.querySelectorAll('.modal[role=dialog]').forEach((dialog) => {
    const heading = dialog.querySelector('.modal-header h1, .modal-header h2, .modal-header h3, .modal-header h4, .modal-title')?.textContent;
    const name = heading?.replace(/\s+/g, ' ').trim();
    dialog.setAttribute('aria-modal', 'true');
    if (name && dialog.getAttribute('aria-label') !== name) {
      dialog.setAttribute('aria-label', name);
    }
  });
}

/**
 * Names what shows a sign only by its tooltip, or else so. A name given here follows its tooltip.
 *
 * @param {Element} sign
 * @param {string} otherwise
 */
function nameBy(sign, otherwise) {
  if (sign.textContent?.trim() || (sign.hasAttribute('aria-label') && !sign.hasAttribute('data-named'))) {
    return;
  }
  const tooltip = sign.getAttribute('uib-tooltip') || sign.querySelector('[uib-tooltip]')?.getAttribute('uib-tooltip');
  const name = (tooltip?.includes('{{') ? '' : tooltip) || sign.getAttribute('title') || otherwise || beside(sign);
  if (name && sign.getAttribute('aria-label') !== name) {
    sign.setAttribute('aria-label', name);
    sign.setAttribute('data-named', '');
  }
}

/**
 * The application of a picture in Welcome, the column of an arrow.
 *
 * @param {Element} sign
 */
function beside(sign) {
  if (sign.matches('.app-label-wrapper')) {
    return sign.parentElement?.querySelector('.app-name')?.textContent?.trim();
  }
  const column = sign.matches('[ng-click^=changeOrder]') && sign.closest('th, td')?.textContent?.trim();
  return column && `Sắp xếp theo ${column.toLowerCase()}`;
}

/**
 * Says in Vietnamese what stands there in English.
 *
 * @param {ParentNode & Node} root
 * @param {Record<string, string>} texts
 */
function translate(root, texts) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const found = texts[node.data.trim()];
    if (found && !node.parentElement?.closest('input, textarea, select, script, style, pre, code')) {
      node.data = node.data.replace(node.data.trim(), found);
    }
  }
  ATTRIBUTES.forEach((attribute) =>
    root.querySelectorAll(`[${attribute}]`).forEach((each) => {
      const written = each.getAttribute(attribute) || '';
      const [, key, rest] = /^([^:]*)(:.*)?$/s.exec(written) || [];
      const found = texts[written] || (key && rest && texts === TABLE && texts[key] && texts[key] + rest);
      if (found) {
        each.setAttribute(attribute, found);
      }
    })
  );
}

/** @param {KeyboardEvent} event */
function press(event) {
  const { target, key } = event;
  if (target instanceof HTMLElement && (key === 'Enter' || key === ' ') && target.matches('a[role=button]:not([href])')) {
    event.preventDefault();
    target.click();
  }
}
