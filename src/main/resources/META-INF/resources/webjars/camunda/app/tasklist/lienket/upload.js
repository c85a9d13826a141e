import { describe, messageOf, upload } from './api.js';
import { download, element, extension, size } from './dom.js';
import { Field, within } from './field.js';

/**
 * @import { Sending, Stored } from './api.js'
 * @typedef {Pick<Stored, 'id' | 'fileName'> & Partial<Stored>} Known a document, of which the size comes later
 */

/**
 * A file: chosen or dropped, sent at once, kept as the id of the stored document. It waits for {@link channel}, since a document
 * belongs to a channel; `data-waiting` says so meanwhile.
 */
export class UploadField extends Field {
  /** @type {string | null} */
  #channel = null;
  /** @type {Known | null} */
  #document = null;
  /** @type {Sending | null} */
  #sending = null;
  /** @type {string | null} */
  #refusal = null;

  /** @param {HTMLElement} group */
  constructor(group) {
    const input = /** @type {HTMLInputElement} */ (within(group, 'input[type=file]'));
    super(group, [input]);
    this.input = input;
    this.button = element(
      'label',
      { class: 'btn btn-default btn-sm', for: input.id },
      element('span', { class: 'glyphicon glyphicon-upload', 'aria-hidden': 'true' }),
      ' ',
      (this.caption = element('span'))
    );
    this.status = element('span', { class: 'lk-upload-status', role: 'status' });
    this.progress = element('progress', { max: 1, value: 0, 'aria-label': 'Tiến độ tải tệp lên', hidden: true });
    this.remove = element('button', { type: 'button', class: 'btn btn-link btn-sm', hidden: true });
    this.zone = element('div', { class: 'lk-upload' });
    input.replaceWith(this.zone);
    input.classList.add('sr-only');
    this.zone.append(input, this.button, this.status, this.progress, this.remove);
    this.#listen();
    this.#show();
  }

  get value() {
    return this.#document?.id ?? null;
  }

  set value(documentId) {
    this.#document = documentId ? { id: documentId, fileName: 'tệp đã tải lên' } : null;
    this.#show();
    if (documentId) {
      this.#recall(documentId);
    }
  }

  /**
   * Opens the field; a file of another channel is dropped, because that channel's people could not read it.
   *
   * @param {string | null | undefined} channel
   */
  set channel(channel) {
    if (channel === this.#channel) {
      return;
    }
    const dropped = this.#channel && (this.#document || this.#sending);
    this.#stop();
    this.#channel = channel || null;
    if (dropped) {
      this.#settle(null, 'Kênh hợp tác đã đổi: hãy tải lại tệp cho kênh mới, hoặc bỏ tệp.');
    } else {
      this.#show();
    }
  }

  problem() {
    return (this.#sending && 'Tệp đang được tải lên, hãy chờ xong rồi gửi.') || this.#refusal || super.problem();
  }

  #listen() {
    this.input.addEventListener('change', (event) => {
      event.stopPropagation();
      this.#send(this.input.files?.[0]);
    });
    this.remove.addEventListener('click', () => {
      if (this.#sending) {
        this.#stop();
        this.#settle(this.#document, null);
      } else {
        this.#settle(null, null);
        this.#changed();
      }
      this.input.focus();
    });
    this.zone.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.zone.classList.toggle('lk-drop', !this.input.disabled);
    });
    this.zone.addEventListener('dragleave', () => this.zone.classList.remove('lk-drop'));
    this.zone.addEventListener('drop', (event) => {
      event.preventDefault();
      this.zone.classList.remove('lk-drop');
      if (!this.input.disabled) {
        this.#send(event.dataTransfer?.files[0]);
      }
    });
  }

  /**
   * Fills in what is known of a document that was chosen earlier.
   *
   * @param {string} documentId
   */
  async #recall(documentId) {
    try {
      const found = await describe(documentId);
      if (this.value === documentId && !this.#sending) {
        this.#settle(found, found ? null : 'Tệp đã chọn không còn nữa, hãy tải lại.');
      }
    } catch (error) {
      this.fail(messageOf(error));
    }
  }

  #stop() {
    const sending = this.#sending;
    this.#sending = null;
    sending?.cancel();
  }

  /** @param {File | undefined} file */
  async #send(file) {
    if (!file || !this.#channel) {
      return;
    }
    const accepted = this.input.accept.split(',').map((suffix) => suffix.trim().toLowerCase());
    if (!accepted.some((suffix) => file.name.toLowerCase().endsWith(suffix))) {
      this.#settle(this.#document, `Tệp “${file.name}” không thuộc loại được nhận (${accepted.join(', ')}).`);
      return;
    }
    const sending = upload(file, this.#channel, (part) => (this.progress.value = part));
    this.#sending = sending;
    this.fail(null);
    this.#show(file);
    try {
      const stored = await sending.stored;
      if (this.#sending === sending) {
        this.#settle(stored, null);
        this.#changed();
      }
    } catch (error) {
      if (this.#sending === sending) {
        this.#settle(this.#document, messageOf(error));
      }
    }
  }

  /**
   * @param {Known | null} document
   * @param {string | null} refusal
   */
  #settle(document, refusal) {
    this.#document = document;
    this.#sending = null;
    this.#refusal = refusal;
    this.fail(refusal);
    this.#show();
  }

  /** @param {File} [file] what is being sent */
  #show(file) {
    const document = this.#document;
    this.input.value = '';
    this.input.disabled = Boolean(file) || !this.#channel;
    this.button.classList.toggle('disabled', this.input.disabled);
    this.caption.textContent = document ? 'Thay tệp khác' : 'Chọn tệp';
    this.progress.hidden = !file;
    this.progress.value = 0;
    this.remove.hidden = !file && !document && !this.#refusal;
    this.remove.textContent = file ? 'Hủy' : 'Bỏ tệp';
    if (file) {
      this.status.replaceChildren(`Đang tải lên ${file.name} (${size(file.size)})…`);
    } else if (document) {
      const facts = [extension(document.fileName), document.size && size(document.size)].filter(Boolean);
      this.status.replaceChildren(download(document.id, document.fileName), facts.length ? ` (${facts.join(', ')})` : '');
    } else {
      this.status.replaceChildren(this.#channel ? 'hoặc kéo thả tệp vào đây' : this.group.dataset.waiting || '');
    }
  }

  /** What a native control would tell the form. */
  #changed() {
    this.group.dispatchEvent(new Event('lk-change', { bubbles: true }));
  }
}
