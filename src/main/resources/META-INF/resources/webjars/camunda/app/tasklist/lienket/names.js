import { names } from './me.js';

/** Shows the names of people, groups and channels where Camunda's web applications show their ids. */

const KEPT = 'input, textarea, select, script, style, pre, code, [contenteditable], .djs-container, .lk-form';

/** @type {Map<string, string> | null} */
let known = null;

/** Begins once somebody is signed in, and goes on for all that is drawn later. */
export function nameIds() {
  new MutationObserver((changes) => {
    if (known) {
      changes.forEach(({ target, addedNodes }) => (target.nodeType === Node.TEXT_NODE ? rename(target) : addedNodes.forEach(within)));
    }
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  load();
}

async function load() {
  try {
    const { people, groups, organisations, channels } = await names();
    known = new Map(Object.entries({ ...organisations, ...channels, ...groups, ...people }));
    within(document.body);
  } catch {
    // nobody is signed in yet, or the names will be there at the next page
  }
}

/** @param {Node} root */
function within(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    rename(root);
    return;
  }
  if (root.nodeType === Node.ELEMENT_NODE) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      rename(walker.currentNode);
    }
  }
}

/** @param {Node} text */
function rename(text) {
  const written = (text.nodeValue || '').trim();
  const name = known?.get(written);
  const parent = text.parentElement;
  if (name && name !== written && parent && !parent.closest(KEPT)) {
    text.nodeValue = name;
    parent.title ||= written;
  }
}
