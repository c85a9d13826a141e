import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './tasklist.js';

const ENGLISH = { DATETIME_FORMATS: { MONTH: ['January'], ERAS: ['BC', 'AD'] }, NUMBER_FORMATS: { GROUP_SEP: ',', PATTERNS: [] } };

/** What the script tells Angular, by the module it tells it to. */
let told;
window.angular = {
  module: (name) => ({
    config: ([, , configure]) => {
      told = { name, decorators: {} };
      configure(
        { preferredLanguage: (key) => (told.preferred = key), fallbackLanguage: (key) => (told.fallback = key) },
        { decorator: (service, [, ...decorator]) => (told.decorators[service] = decorator.at(-1)) }
      );
    },
  }),
};
document.head.innerHTML = '<base app-name="cockpit">';

let times = 0;

/** Loads the script as a page does that is opened after this was chosen. */
async function open(chosen) {
  window.localStorage.clear();
  if (chosen) {
    window.localStorage.setItem('lienket-language', chosen);
  }
  return load('language', `?${++times}`);
}

beforeEach(() => (told = undefined));

test('an application is Vietnamese unless somebody chose English, whatever the browser says', async () => {
  for (const chosen of [null, 'vi', 'fr']) {
    assert.equal((await open(chosen)).language(), 'vi');
    assert.deepEqual([told.name, told.preferred, told.fallback], ['cam.cockpit.custom', 'vi', 'vi']);
    assert.equal(document.documentElement.lang, 'vi');
  }
});

test('dates and numbers are written as in Vietnam', async () => {
  await open();
  const locale = told.decorators.$locale(ENGLISH);

  assert.deepEqual(
    [locale.DATETIME_FORMATS.MONTH[11], locale.DATETIME_FORMATS.DAY[0], locale.DATETIME_FORMATS.shortDate],
    ['Tháng 12', 'Chủ nhật', 'dd/MM/yyyy']
  );
  assert.deepEqual([locale.NUMBER_FORMATS.GROUP_SEP, locale.NUMBER_FORMATS.DECIMAL_SEP], ['.', ',']);
  assert.deepEqual([locale.DATETIME_FORMATS.ERAS, locale.NUMBER_FORMATS.PATTERNS], [['BC', 'AD'], []]);
});

test('the labels are those of the server, not an earlier copy of them', async () => {
  await open();
  const file = { dateLocales: {}, labels: { COMPLETE: 'Hoàn thành' } };
  const options = { prefix: '/camunda/app/cockpit/locales/', key: 'vi', suffix: '.json' };
  const asked = [];
  const seen = [];
  const read = told.decorators.localeLoader(
    { get: async (url) => (asked.push(url), { data: file }) },
    { reject: (reason) => Promise.reject(reason) }
  );

  assert.deepEqual(await read({ ...options, callback: (...args) => seen.push(args) }), file.labels);
  assert.deepEqual(asked, ['/camunda/app/cockpit/locales/vi.json']);
  assert.deepEqual(seen, [[null, file, 'vi']]);
});

test('labels that cannot be had are told by their language', async () => {
  await open();
  const read = told.decorators.localeLoader({ get: () => Promise.reject(new Error('404')) }, { reject: (reason) => Promise.reject(reason) });

  await assert.rejects(read({ prefix: '/', key: 'vi', suffix: '.json' }), (reason) => reason === 'vi');
});

test('in English, everything is as Camunda has it', async () => {
  assert.equal((await open('en')).language(), 'en');
  assert.deepEqual([told.preferred, told.fallback, told.decorators], ['en', 'en', {}]);
  assert.equal(document.documentElement.lang, 'en');
});
