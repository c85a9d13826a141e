/** The language that somebody has chosen for the web applications. */

/** @returns {string} `vi` or `en` */
export function language() {
  return 'vi';
}

/** @param {string} chosen */
export function choose(chosen) {
  window.localStorage.setItem('lienket-language', chosen);
}
