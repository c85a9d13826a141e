import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './tasklist.js';

const ENGLISH = { DATETIME_FORMATS: { MONTH: ['January'], ERAS: ['BC', 'AD'] }, NUMBER_FORMATS: { GROUP_SEP: ',', PATTERNS: [] } };

const FILE = { dateLocales: {}, labels: { COMPLETE: 'Hoàn thành' } };

/** What the script tells Angular, and what it asks the server for. */
let told;
let there;
globalThis.fetch = async (address) => {
  told.asked.push(address);
  return { ok: there, json: async () => FILE };
};
window.angular = {
  module(name) {
    told.name = name;
    const translate = {
      preferredLanguage: (key) => (told.preferred = key),
      fallbackLanguage: (key) => (told.fallback = key),
      translations: (...labels) => (told.labels = labels),
    };
    const provide = { decorator: (service, decorator) => (told.decorators[service] = decorator.at(-1)) };
    const module = {
      config: ([, , configure]) => (configure(translate, provide), module),
      run: ([, run]) => (run({ refresh: (key) => (told.refreshed = key) }), module),
    };
    return module;
  },
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

beforeEach(() => {
  told = { asked: [], decorators: {} };
  there = true;
});

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

test('the labels are there before anything is drawn', async () => {
  await open();

  assert.deepEqual(told.asked, ['/camunda/app/cockpit/locales/vi.json']);
  assert.deepEqual(told.labels, ['vi', FILE.labels]);
});

test('the names of days and months are told as Camunda would, and no earlier copy of the labels is used', async () => {
  await open();
  const seen = [];
  const read = told.decorators.localeLoader({ resolve: (value) => value });

  assert.equal(told.refreshed, 'vi');
  assert.deepEqual(read({ key: 'vi', callback: (...args) => seen.push(args) }), FILE.labels);
  assert.deepEqual(seen, [[null, FILE, 'vi']]);
});

test('labels that cannot be had are left to Camunda, which tells so', async () => {
  there = false;
  await open();

  assert.deepEqual([told.preferred, told.labels, told.refreshed], ['vi', undefined, undefined]);
  assert.deepEqual(Object.keys(told.decorators), ['$locale']);
});

test('in English, everything is as Camunda has it', async () => {
  assert.equal((await open('en')).language(), 'en');
  assert.deepEqual([told.preferred, told.fallback, told.labels, told.asked], ['en', 'en', undefined, []]);
  assert.deepEqual(told.decorators, {});
  assert.equal(document.documentElement.lang, 'en');
});
