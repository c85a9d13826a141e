/** The product's REST API, called with the session of Tasklist. Every failure is an `Error` whose message is a Vietnamese sentence. */

const ROOT = '/api/v1';

/** What is said of a request without an answer. */
export const LOST = 'Mất kết nối tới hệ thống. Hãy thử lại.';

/** Said on the window when an answer tells that nobody is signed in any more; prevented by what has him sign in again. */
export const SIGNED_OUT = 'lk-signed-out';
/** Said on the window once the same person is back. */
export const SIGNED_IN = 'lk-signed-in';

/**
 * The JSON behind a path such as `/agreements/options`.
 *
 * @param {string} path
 */
export async function get(path) {
  return json(await request(ROOT + path, { headers: { Accept: 'application/json' } }));
}

/**
 * What the engine answers to a question of Tasklist's own, such as `/filter?resourceType=Task`, whatever that is.
 *
 * @param {string} path
 */
export function askEngine(path) {
  return fetch(`/camunda/api/engine/engine/default${path}`, { headers: { Accept: 'application/json' } });
}

/**
 * As {@link get}, but null for what is not there.
 *
 * @param {string} path
 */
export async function find(path) {
  const response = await request(ROOT + path, { headers: { Accept: 'application/json' } });
  return response.status === 404 || response.status === 204 ? null : json(response);
}

/**
 * What is behind a path, as a file of a media type.
 *
 * @param {string} path
 * @param {string} type
 */
export async function fileOf(path, type) {
  const response = await request(ROOT + path, { headers: { Accept: `${type}, application/json` } });
  if (!response.ok) {
    throw new Error(sentence(response.status, await response.text()));
  }
  return response.blob();
}

/**
 * The JSON that answers a body sent as JSON.
 *
 * @param {string} path
 * @param {unknown} body
 */
export async function post(path, body) {
  return json(await send('POST', path, body));
}

/**
 * Puts a body at a path, sends it there, or takes away what is there; answered with nothing. A refusal carries its `status`.
 *
 * @typedef {RequestInit & {patient?: boolean}} Options not patient: what is refused for want of a session is not asked again after it
 *
 * @param {'POST' | 'PUT' | 'DELETE'} method
 * @param {string} path
 * @param {unknown} [body]
 * @param {Options} [options]
 */
export async function change(method, path, body, options) {
  const response = await send(method, path, body, options);
  if (!response.ok) {
    throw Object.assign(new Error(sentence(response.status, await response.text())), { status: response.status });
  }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 * @param {Options} [options]
 */
function send(method, path, body, options) {
  return request(ROOT + path, {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...options,
  });
}

/**
 * Name and size of a stored document, or null if it is not there or not for this user.
 *
 * @typedef {{id: string, fileName: string, size: number}} Stored the size in bytes
 * @param {string} documentId
 * @returns {Promise<Stored | null>}
 */
export async function describe(documentId) {
  const response = await request(`${ROOT}/documents/${encodeURIComponent(documentId)}`, { method: 'HEAD' });
  if (!response.ok) {
    return null;
  }
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') || '');
  return {
    id: documentId,
    fileName: name ? decodeURIComponent(name[1]) : documentId,
    size: Number(response.headers.get('Content-Length')),
  };
}

/**
 * Sends a file to a channel. XMLHttpRequest, because `fetch` tells no progress.
 *
 * @typedef {{stored: Promise<Stored>, cancel: () => void}} Sending
 * @param {File} file
 * @param {string} channel
 * @param {(part: number) => void} progress called with the part that is sent, 0 to 1
 * @returns {Sending}
 */
export function upload(file, channel, progress) {
  const sending = new XMLHttpRequest();
  const stored = new Promise((resolve, reject) => {
    sending.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    sending.onload = () =>
      sending.status === 201
        ? resolve(JSON.parse(sending.responseText))
        : reject(new Error(sentence(sending.status, sending.responseText)));
    sending.onerror = () => reject(new Error('Không tải được tệp lên: mất kết nối tới hệ thống. Hãy thử lại.'));
    sending.onabort = () => reject(new Error('Đã hủy tải tệp lên.'));
  });
  const body = new FormData();
  body.append('channel', channel);
  body.append('file', file);
  sending.open('POST', `${ROOT}/documents`);
  sending.setRequestHeader('X-XSRF-TOKEN', token());
  sending.send(body);
  return { stored, cancel: () => sending.abort() };
}

/**
 * What a failure says.
 *
 * @param {unknown} failure
 */
export function messageOf(failure) {
  return failure instanceof Error ? failure.message : String(failure);
}

/**
 * Asks again once the same person is back, if he is asked to sign in: nothing was done for want of a session.
 *
 * @param {string} url
 * @param {Options} options
 * @returns {Promise<Response>}
 */
async function request(url, { patient = true, ...options }) {
  const headers = { ...options.headers, 'X-XSRF-TOKEN': token() };
  const response = await fetch(url, { credentials: 'same-origin', ...options, headers }).catch(() => {
    throw new Error(LOST);
  });
  if (response.status !== 401 || window.dispatchEvent(new Event(SIGNED_OUT, { cancelable: true })) || !patient) {
    return response;
  }
  await new Promise((back) => window.addEventListener(SIGNED_IN, back, { once: true }));
  return request(url, options);
}

/** @param {Response} response */
async function json(response) {
  if (!response.ok) {
    throw new Error(sentence(response.status, await response.text()));
  }
  return response.json();
}

/**
 * @param {number} status
 * @param {string} body
 */
function sentence(status, body) {
  const unknown = `Hệ thống không trả lời được yêu cầu này (${status}). Hãy thử lại, hoặc báo người quản trị.`;
  try {
    return JSON.parse(body).detail || unknown;
  } catch {
    return unknown;
  }
}

/** The token that goes with every change. */
export function token() {
  const found = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  return found ? decodeURIComponent(found[1]) : '';
}
