import { LOST, SIGNED_IN, SIGNED_OUT, messageOf, token } from './api.js';
import { element } from './dom.js';
import { APPLICATION } from './stock.js';

/**
 * When a session ends while somebody works, he signs in over the page and goes on where he was. Camunda's web applications would
 * leave the page instead, and with it what he has typed.
 *
 * @typedef {{name: string}} Signed
 */

const PERIOD = 3000;

/** @type {Signed | null} */
let known = null;
let leaving = false;
/** @type {HTMLDialogElement | null} */
let dialog = null;

/**
 * @param {any} $rootScope of Angular
 * @param {any} AuthenticationService
 */
export function watchSession($rootScope, AuthenticationService) {
  const broadcast = $rootScope.$broadcast;
  const logout = AuthenticationService.logout;

  AuthenticationService.logout = (/** @type {unknown[]} */ ...details) => {
    leaving = true;
    return logout(...details);
  };
  $rootScope.$broadcast = function (/** @type {string} */ name, /** @type {any[]} */ ...details) {
    if (name === 'authentication.changed' && details[0]?.name) {
      [known] = details;
    }
    if (known && !leaving && name === 'authentication.changed' && !details[0]) {
      return { defaultPrevented: true };
    }
    if (known && !leaving && name === 'authentication.login.required') {
      $rootScope.authentication = known;
      ask();
      return { defaultPrevented: true };
    }
    return broadcast.call(this, name, ...details);
  };
  window.addEventListener(SIGNED_OUT, (event) => {
    if (known && !leaving) {
      event.preventDefault();
      ask();
    }
  });
  window.addEventListener(SIGNED_IN, () => $rootScope.$evalAsync(() => $rootScope.$broadcast('refresh')));
}

/**
 * What Camunda's client asks while nobody is signed in is asked again once the same person is back; it would be waited for in vain. So
 * would a request whose connection breaks: that is told.
 *
 * @param {any} Client Camunda's
 */
export function goOn(Client) {
  ['post', 'get', 'load', 'put', 'del', 'options', 'head'].forEach((method) => {
    const stock = Client.prototype[method];
    Client.prototype[method] = function (/** @type {string} */ path, /** @type {Tasklist.Call} */ call) {
      const sender = Object.create(this._wrapped, { [method]: { value: patient(this._wrapped, method) } });
      return stock.call({ _wrapped: sender }, path, call);
    };
  });
  return Client;
}

/**
 * @param {any} client
 * @param {string} method
 */
function patient(client, method) {
  /**
   * @param {string} path
   * @param {Tasklist.Call} call
   * @returns {Promise<unknown>}
   */
  const send = async (path, call) => {
    let early = false;
    let told = false;
    const sent = client[method](path, {
      ...call,
      done(/** @type {{status?: number} | null} */ failure, /** @type {unknown[]} */ ...rest) {
        told = true;
        early = failure?.status === 401 && known !== null && !leaving;
        if (early) {
          ask();
        } else {
          call.done(failure, ...rest);
        }
      },
    });
    try {
      return await sent;
    } catch (failure) {
      if (!told) {
        // Camunda's client trips over the answer that is missing before it tells of that
        call.done(Object.assign(new Error(LOST), { status: 0 }));
      }
      if (!early) {
        throw failure;
      }
      await new Promise((back) => window.addEventListener(SIGNED_IN, back, { once: true }));
      return send(path, { ...call, headers: { ...call.headers, 'X-XSRF-TOKEN': token() } });
    }
  };
  return send;
}

function ask() {
  if (dialog) {
    return;
  }
  const { name } = /** @type {Signed} */ (known);
  const password = element('input', {
    id: 'lk-session-password',
    class: 'form-control',
    type: 'password',
    autocomplete: 'current-password',
    maxlength: 200,
    required: true,
  });
  const problem = element('p', { class: 'lk-error', role: 'alert' });
  const submit = element('button', { class: 'btn btn-primary' }, 'Đăng nhập');
  const form = element(
    'form',
    { class: 'lk-form' },
    element('h3', { id: 'lk-session-title' }, 'Phiên làm việc đã hết'),
    element('p', {}, 'Đăng nhập lại để làm tiếp. Những gì bạn đã nhập vẫn còn trên trang này.'),
    element('p', {}, 'Tên đăng nhập: ', element('strong', {}, name)),
    element('input', { type: 'text', autocomplete: 'username', value: name, hidden: true, 'aria-label': 'Tên đăng nhập' }),
    element('label', { for: 'lk-session-password', class: 'control-label' }, 'Mật khẩu'),
    password,
    problem,
    submit,
    element(
      'p',
      { class: 'help-block' },
      'Dùng mã xác thực hay tài khoản cơ quan? ',
      element('a', { href: '/', target: '_blank' }, 'Đăng nhập ở thẻ mới'),
      ', rồi quay lại đây.'
    )
  );
  dialog = element('dialog', { class: 'lk-session', 'aria-labelledby': 'lk-session-title' }, form);
  document.body.append(dialog);
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.showModal();
  password.focus();

  const elsewhere = window.setInterval(async () => (await whoIsBack()) && back(), PERIOD);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.textContent = '';
    submit.disabled = true;
    try {
      await signIn(name, password.value);
      await back();
    } catch (failure) {
      problem.textContent = messageOf(failure);
      password.select();
    } finally {
      submit.disabled = false;
    }
  });

  async function back() {
    const who = await whoIsBack();
    if (!who || !dialog) {
      return;
    }
    window.clearInterval(elsewhere);
    // gives the focus back
    dialog.close();
    dialog.remove();
    dialog = null;
    if (who === name) {
      window.dispatchEvent(new Event(SIGNED_IN));
    } else {
      // what is on the page is not for the person who has come instead
      window.location.reload();
    }
  }
}

/** The user id of who is signed in now, or null. */
async function whoIsBack() {
  try {
    const response = await fetch('/api/v1/me', { headers: { Accept: 'application/json' } });
    return response.ok ? (await response.json()).user : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} user
 * @param {string} password
 */
async function signIn(user, password) {
  // brings the token of the session that begins
  await fetch('/camunda/api/engine/engine/');
  const response = await fetch(`/camunda/api/admin/auth/user/default/login/${APPLICATION}`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token() },
    body: new URLSearchParams({ username: user, password }),
  });
  if (response.status === 401) {
    throw new Error('Tên đăng nhập hoặc mật khẩu không đúng.');
  }
  if (!response.ok) {
    const { detail, message } = await response.json().catch(() => ({}));
    throw new Error(detail || message || 'Chưa đăng nhập được. Hãy thử lại.');
  }
  await fetch('/camunda/api/engine/engine/');
}
