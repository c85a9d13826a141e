import { makeAccessible } from './a11y.js';
import { mountSearch } from './case-search.js';
import { element } from './dom.js';
import { choose, language } from './language.js';
import { nameIds } from './names.js';
import { goOn, watchSession } from './session.js';
import { APPLICATION, custom, decorate, fragment, reshape } from './stock.js';
import './toasts.js';
import { WORDS } from './words.js';

/** Header and footer of the four web applications, and what all of them do alike. */

const NAMES = { welcome: 'Trang chào', tasklist: WORDS.toDo, cockpit: 'Giám sát', admin: WORDS.administration };
const LOGO =
  '<svg class="lk-logo" viewBox="0 0 32 32" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round">' +
  '<path d="M13 10H9a6 6 0 0 0 0 12h4"/><path d="M19 10h4a6 6 0 0 1 0 12h-4"/><path d="M11.5 16h9"/></g></svg>';

document.head.append(element('link', { rel: 'stylesheet', href: new URL('shell.css', import.meta.url).href }));

reshape('camWidgetHeader', (header) => {
  header.querySelectorAll('.ce-eol-banner, .small-screen-warning, [engine-select]').forEach((each) => each.remove());
  one(header, '.navbar-toggle', (toggle) => {
    toggle.setAttribute('aria-label', 'Trình đơn');
    toggle.setAttribute('aria-expanded', '{{ !!navbarOpen }}');
    toggle.querySelector('.sr-only')?.remove();
  });
  one(header, '.brand-logo', (logo) => {
    logo.removeAttribute('ng-bind-html');
    logo.replaceChildren(fragment(LOGO));
  });
  one(header, '.navbar-header', (bar) => bar.after(fragment('<div class="lk-search" lk-case-search ng-if="authentication.name"></div>')));
  one(header, '.app-menu', (menu) => menu.setAttribute('aria-label', 'Trang và tài khoản'));
  one(header, '.account', (account) =>
    account.before(
      fragment(
        '<li class="lk-place" ng-if="authentication.name"><a href="/cases">Hồ sơ</a></li>' +
          '<li class="lk-place" ng-if="authentication.name"><a href="/cases/library">Thư viện</a></li>' +
          '<li class="lk-place" ng-if="authentication.name"><a href="/help" target="_blank">Trợ giúp</a></li>'
      )
    )
  );
  one(header, '.account .profile', (profile) => {
    profile.removeAttribute('ng-if');
    profile.replaceChildren(fragment('<a href="/account/sessions">Phiên đăng nhập</a>'));
    profile.before(fragment('<li><a href="/account/absences">Vắng mặt</a></li>'));
    profile.before(fragment('<li><a href="/account/mails">Thư muốn nhận</a></li>'));
    profile.after(fragment('<li class="lk-language" lk-language></li>'));
  });
  one(header, '.app-switch .dropdown-toggle', (toggle) => toggle.setAttribute('aria-label', 'Ứng dụng khác'));
  one(header, '.app-switch [ng-repeat] a', (link) => (link.textContent = `{{ ${JSON.stringify(NAMES)}[appName] }}`));
});

reshape('camWidgetFooter', (footer) => {
  footer.replaceChildren(
    fragment(
      '<div class="lk-footer"><span>LienKet {{ product }}</span><a href="/help" target="_blank">Trợ giúp</a>' +
        '<span>{{ zone }}</span><span>Nền tảng Camunda {{ version }}, giấy phép Apache 2.0</span></div>'
    )
  );
});

reshape('notificationsPanel', (panel) => {
  one(panel, '.notifications', (list) => list.setAttribute('role', 'status'));
  // no blank before the colon
  one(panel, '.status', (status) => status.nextSibling?.nodeType === Node.TEXT_NODE && status.nextSibling.remove());
  one(panel, '.close', (close) => close.setAttribute('aria-label', WORDS.close));
});

decorate('camAPIHttpClient', goOn);

custom()
  .directive('lkCaseSearch', () => ({ restrict: 'A', link: (scope, [place]) => mountSearch(place) }))
  .directive('lkLanguage', () => ({ restrict: 'A', link: (scope, [place]) => place.append(otherLanguage()) }))
  .run([
    '$rootScope',
    'AuthenticationService',
    ($rootScope, AuthenticationService) => {
      $rootScope.product = document.documentElement.dataset.version || '';
      $rootScope.zone = zone();
      watchSession($rootScope, AuthenticationService);
    },
  ]);

makeAccessible();
if (APPLICATION !== 'admin') {
  nameIds();
}

function otherLanguage() {
  const other = language() === 'vi' ? 'en' : 'vi';
  const link = element('a', { href: '#', lang: other }, other === 'vi' ? 'Tiếng Việt' : 'English');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    choose(other);
  });
  return link;
}

/** Whose time the moments on the page are. */
function zone() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return timeZone === 'Asia/Ho_Chi_Minh' || timeZone === 'Asia/Saigon' ? 'Giờ Việt Nam' : `Giờ theo máy của bạn: ${timeZone}`;
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @param {(found: Element) => unknown} change
 */
function one(root, selector, change) {
  const found = root.querySelector(selector);
  if (found) {
    change(found);
  }
}
