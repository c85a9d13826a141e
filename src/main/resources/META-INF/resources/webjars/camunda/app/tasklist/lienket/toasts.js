import { language } from './language.js';
import { APPLICATION, decorate } from './stock.js';
import { WORDS } from './words.js';

/** What the engine says in English of a failure is said in Vietnamese; who looks after it reads the engine's own words too. */

const ENGLISH = /\b(the|an?|is|are|was|not|no|cannot|could|failed|failure|for|with|null|errors?|request|timeout|unexpected|unavailable|gateway|invalid)\b/i;
const FOREIGN = /[^\p{ASCII}]/u;
const FAILED = 'Hệ thống không làm được việc này. Hãy tải lại trang rồi thử lại, hoặc báo người quản trị.';
/** The parts of a page that waited for what has failed, as Camunda writes them before the sentence. */
const WAITING = /^(?:<\w+> <- )+/;
/** @type {Record<string, string>} */
const STATUS = { Error: 'Lỗi', Failed: WORDS.failed, Success: WORDS.done };
const TECHNICAL = ['cockpit', 'admin'];

decorate('Notifications', (Notifications) => {
  const add = Notifications.add;
  Notifications.add = (/** @type {{status?: string, message?: string}} */ notification) => {
    const sentence = withoutParts(notification.message);
    if (sentence !== notification.message) {
      // its heading says the same, with entities
      Object.assign(notification, { status: 'Error', message: sentence });
    }
    if (language() === 'vi') {
      notification.status = STATUS[notification.status || ''] || notification.status;
      notification.message = inVietnamese(notification.message);
    }
    add.call(Notifications, notification);
  };
  return Notifications;
});

/** @param {string | undefined} said */
export function withoutParts(said) {
  return said?.replace(WAITING, '');
}

/**
 * @param {string | undefined} message
 * @param {string} application
 */
export function inVietnamese(message, application = APPLICATION) {
  if (!message || FOREIGN.test(message) || !ENGLISH.test(message)) {
    return message;
  }
  return TECHNICAL.includes(application) ? `${FAILED} (${message})` : FAILED;
}
