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
 * @param {'vi' | 'en'} chosen
 */
export function choose(chosen) {
  window.localStorage.setItem(CHOSEN, chosen);
  window.location.reload();
}

/**
 * @param {Angular.Translate} translate
 * @param {Angular.Provide} provide
 */
function configure(translate, provide) {
  translate.preferredLanguage(language());
  translate.fallbackLanguage(language());
  if (language() === 'vi') {
    provide.decorator('$locale', ['$delegate', vietnamese]);
    provide.decorator('localeLoader', ['$http', '$q', loader]);
  }
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
 * of ours.
 *
 * @param {Angular.Http} http
 * @param {Angular.Promises} promises
 */
function loader(http, promises) {
  /** @param {Angular.LabelOptions} options */
  return ({ prefix, key, suffix, callback }) =>
    http.get(`${prefix}${key}${suffix}`, { params: { v: VERSION } }).then(
      ({ data }) => {
        callback(null, data, key);
        return data.labels;
      },
      () => promises.reject(key),
    );
}

document.documentElement.lang = language();
window.angular
  .module(`cam.${document.querySelector('base')?.getAttribute('app-name')}.custom`)
  .config(['$translateProvider', '$provide', configure]);
