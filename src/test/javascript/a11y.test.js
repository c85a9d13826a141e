import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './tasklist.js';

const angularModule = { config: () => angularModule, run: () => angularModule };
window.angular = { module: () => angularModule };
globalThis.fetch = async () => ({ ok: false });
const { mend } = await load('a11y');

function mended(markup) {
  document.body.innerHTML = markup;
  mend(document.body);
  return document.body.firstElementChild;
}

test('a sign is called what its tooltip says, and goes on to be', () => {
  const button = mended('<button uib-tooltip="Ẩn"><span class="glyphicon"></span></button>');
  assert.equal(button.getAttribute('aria-label'), 'Ẩn');

  button.setAttribute('uib-tooltip', 'Hiện');
  mend(document.body);
  assert.equal(button.getAttribute('aria-label'), 'Hiện');
});

test('what has words, or a name of its own, keeps them', () => {
  assert.equal(mended('<button uib-tooltip="Xem thêm">Xem</button>').getAttribute('aria-label'), null);
  assert.equal(mended('<button aria-label="Tên" title="Khác"></button>').getAttribute('aria-label'), 'Tên');
});

test('a tooltip that is not filled in yet is no name', () => {
  assert.equal(mended('<button uib-tooltip="{{ text }}"></button>').getAttribute('aria-label'), null);
});

test('an arrow beside a column says what it sorts by', () => {
  const header = mended('<table><tr><th>Hạn <a ng-click="changeOrder(column)"></a></th></tr></table>');
  assert.equal(header.querySelector('a').getAttribute('aria-label'), 'Sắp xếp theo hạn');
});

test('what can only be clicked can be reached and pressed by keys', () => {
  const link = mended('<a ng-click="go()">Đi</a>');
  assert.equal(link.getAttribute('role'), 'button');
  assert.equal(link.tabIndex, 0);
  assert.equal(mended('<a href="#" ng-click="go()">Đi</a>').getAttribute('role'), null);
});

test('a dialog is called what its heading says', () => {
  const dialog = mended('<div class="modal" role="dialog"><div class="modal-header"><h3> Bắt đầu </h3></div></div>');
  assert.equal(dialog.getAttribute('aria-label'), 'Bắt đầu');
  assert.equal(dialog.getAttribute('aria-modal'), 'true');
});

test('English of the applications themselves is said in Vietnamese, of people never', () => {
  assert.equal(mended('<button title="zoom in"></button>').title, 'Phóng to');
  assert.equal(mended('<div class="tjs-container"><span>And</span></div>').textContent, 'Và');
  assert.equal(mended('<p>And</p>').textContent, 'And');
  assert.equal(mended('<p><textarea>State</textarea></p>').textContent, 'State');
});
