/**
 * The language of the web applications: Vietnamese unless somebody chose English, whatever the browser's is. Each of the four loads
 * this as a custom script, before it starts. To load it twice changes nothing.
 */

const CHOSEN = 'lienket-language';

/** The folder's name tells the version of all our files; where it does not, the browser asks whether the labels have changed. */
const VERSION = /\/lienket-(\w+)\//.exec(import.meta.url)?.[1];

const MONTHS = Array.from({ length: 12 }, (_, month) => `Tháng ${month + 1}`);
const DATES = {
  MONTH: MONTHS,
  STANDALONEMONTH: MONTHS,
  SHORTMONTH: MONTHS.map((month) => month.replace('áng ', '')),
  DAY: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
  SHORTDAY: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  AMPMS: ['SA', 'CH'],
  FIRSTDAYOFWEEK: 0,
  fullDate: 'EEEE, dd/MM/yyyy',
  longDate: 'dd/MM/yyyy',
  mediumDate: 'dd/MM/yyyy',
  shortDate: 'dd/MM/yyyy',
  medium: 'dd/MM/yyyy HH:mm:ss',
  short: 'dd/MM/yyyy HH:mm',
  mediumTime: 'HH:mm:ss',
  shortTime: 'HH:mm',
};
const NUMBERS = { DECIMAL_SEP: ',', GROUP_SEP: '.' };

export function language() {
  return window.localStorage.getItem(CHOSEN) === 'en' ? 'en' : 'vi';
}

/**
 * Shows the application anew in this language.
 *
 * @param {'vi' | 'en'} wanted
 */
export function choose(wanted) {
  window.localStorage.setItem(CHOSEN, wanted);
  window.location.reload();
}

/**
 * The labels, before anything is drawn: parts of the applications look up a label once, at their start, and would show its key.
 *
 * @param {string} application
 * @returns {Promise<Angular.LabelFile | undefined>} undefined where they cannot be had, which Camunda's own loader then tells
 */
async function read(application) {
  try {
    const answer = await fetch(`/camunda/app/${application}/locales/vi.json${VERSION ? `?v=${VERSION}` : ''}`);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {Angular.TranslateProvider} translate
 * @param {Angular.Provide} provide
 */
function configure(translate, provide) {
  translate.preferredLanguage(chosen);
  translate.fallbackLanguage(chosen);
  if (chosen === 'vi') {
    provide.decorator('$locale', ['$delegate', vietnamese]);
  }
  if (file) {
    translate.translations(chosen, file.labels);
    provide.decorator('localeLoader', ['$q', loader]);
  }
}

/**
 * Has the loader asked, which nobody does where the labels are there.
 *
 * @param {Angular.Translate} translate
 */
function refresh(translate) {
  translate.refresh(chosen);
}

/** @param {Angular.Locale} locale */
function vietnamese(locale) {
  return {
    ...locale,
    id: 'vi',
    DATETIME_FORMATS: { ...locale.DATETIME_FORMATS, ...DATES },
    NUMBER_FORMATS: { ...locale.NUMBER_FORMATS, ...NUMBERS },
  };
}

/**
 * In place of Camunda's, which keeps the labels in the browser's storage under its own version, so that they would outlive an upgrade
 * of ours. Of the file, the loader also tells the names of days and months.
 *
 * @param {Angular.Promises} promises
 */
function loader(promises) {
  /** @param {Angular.LabelOptions} options */
  return ({ key, callback }) => {
    callback(null, file, key);
    return promises.resolve(file?.labels);
  };
}

const application = document.querySelector('base')?.getAttribute('app-name') ?? 'tasklist';
const chosen = language();
const file = chosen === 'vi' ? await read(application) : undefined;

document.documentElement.lang = chosen;
const custom = window.angular.module(`cam.${application}.custom`).config(['$translateProvider', '$provide', configure]);
if (file) {
  custom.run(['$translate', refresh]);
}
