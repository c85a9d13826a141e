import { SIGNED_IN, change, find } from './api.js';

/**
 * What somebody types into a form is kept with the product while he types, for him and this task or start form alone. The task takes
 * it along when it ends.
 *
 * @typedef {Record<string, unknown>} Values by the names of fields
 */

const PAUSE = 800;
/** The task is done, or somebody else's. */
const GONE = [403, 404];

export class Draft {
  #path;
  /** @type {(() => Values) | null} */
  #values = null;
  #early = false;
  /** @type {(said: string) => void} */
  #tell = () => {};
  #kept = '';
  /** @type {number | undefined} */
  #timer;
  #ended = false;
  #held = false;
  #removed = new AbortController();

  /** @param {{taskId?: string, processDefinitionId?: string}} form */
  constructor({ taskId, processDefinitionId }) {
    this.#path = taskId
      ? `/drafts/tasks/${encodeURIComponent(taskId)}`
      : `/drafts/starts/${encodeURIComponent(String(processDefinitionId).split(':')[0])}`;
  }

  /**
   * What was kept, or null; also if it cannot be read.
   *
   * @returns {Promise<{values: Values, savedAt: string} | null>}
   */
  read() {
    return find(this.#path).catch(() => null);
  }

  /**
   * From now on, what differs from what the form shows now is kept.
   *
   * @param {() => Values} values
   * @param {(said: string) => void} tell called with what became of it
   */
  watch(values, tell) {
    this.#values = values;
    this.#tell = tell;
    this.#kept = this.#early ? '' : JSON.stringify(values());
    const { signal } = this.#removed;
    // a page that is left, closed or put aside may not come back
    window.addEventListener('pagehide', () => this.flush(true), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.flush(true), { signal });
    window.addEventListener(SIGNED_IN, () => this.flush(), { signal });
    if (this.#early) {
      this.touch(true);
    }
  }

  /**
   * Something has changed.
   *
   * @param {boolean} byHand and not by the form that prepares itself
   */
  touch(byHand) {
    this.#early ||= byHand && !this.#values;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), PAUSE);
  }

  /**
   * Keeps what is not kept yet.
   *
   * @param {boolean} [leaving] whether the page may be gone before the answer
   */
  async flush(leaving = false) {
    window.clearTimeout(this.#timer);
    const values = this.#ended || this.#held || !this.#values ? this.#kept : JSON.stringify(this.#values());
    if (values === this.#kept) {
      return;
    }
    const before = this.#kept;
    this.#kept = values;
    try {
      await change('PUT', this.#path, { values: JSON.parse(values) }, { keepalive: leaving, patient: false });
      this.#tell('Đã lưu nội dung đang nhập.');
    } catch (failure) {
      this.#kept = before;
      this.#tell('Chưa lưu được nội dung đang nhập; hệ thống sẽ thử lại khi bạn nhập tiếp.');
      if (GONE.includes(/** @type {{status?: number}} */ (failure).status || 0)) {
        this.end();
      }
    }
  }

  /** Keeps nothing while the form is being sent: what is kept goes with it. */
  hold() {
    this.#held = true;
    window.clearTimeout(this.#timer);
  }

  /** Keeps again: the form was refused. */
  release() {
    this.#held = false;
    this.touch(false);
  }

  /** Keeps nothing more: the form was sent, and what was kept of it has gone with it. */
  end() {
    this.#ended = true;
    window.clearTimeout(this.#timer);
    this.#removed.abort();
  }

  /** Lets go what was kept. */
  async drop() {
    this.end();
    await change('DELETE', this.#path);
  }

  /** Keeps the last of it: the form is gone from the page. */
  async close() {
    await this.flush();
    this.end();
  }
}
