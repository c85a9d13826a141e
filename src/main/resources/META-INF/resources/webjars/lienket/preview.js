/** Draws a PDF page by page with pdf.js; its words stand beside the picture, for those who have them read aloud. */

const MAX_PIXELS = 16_000_000;
const MAX_IMAGE = 64_000_000;
const STEP = 1.25;
const LEAST = 0.25;
const MOST = 4;
const COMFORTABLE = 1.5;

/** What went wrong, by the status of the answer. */
const PROBLEMS = {
  401: 'Phiên đăng nhập đã hết: hãy đăng nhập lại rồi mở lại trang này.',
  404: 'Không tìm thấy tài liệu.',
  429: 'Có quá nhiều yêu cầu cùng lúc: hãy đợi một lát rồi mở lại trang này.',
};
const UNREADABLE = 'Không hiển thị được tệp này ở đây: hãy tải tệp về để mở.';

/** @type {Record<string, string>} */
const KEYS = {
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ArrowRight: 'next',
  PageDown: 'next',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
};

class Preview {
  #page = 1;
  #scale = 0;
  /** @type {any} */
  #pdf = null;
  /** @type {any} */
  #drawing = null;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.canvas = /** @type {HTMLCanvasElement} */ (place.querySelector('canvas'));
    this.drawn = /** @type {HTMLElement} */ (place.querySelector('.drawn'));
    place.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-do]') : null;
      if (button) {
        this.#act(button.getAttribute('data-do'));
      }
    });
    document.addEventListener('keydown', (event) => {
      const act = KEYS[event.key];
      if (act && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        this.#act(act);
      }
    });
  }

  async open() {
    const { library, file } = this.place.dataset;
    try {
      const pdfjs = await import(`${library}legacy/build/pdf.min.mjs`);
      pdfjs.GlobalWorkerOptions.workerSrc = `${library}legacy/build/pdf.worker.min.mjs`;
      this.#pdf = await pdfjs.getDocument({
        url: file,
        cMapUrl: `${library}cmaps/`,
        standardFontDataUrl: `${library}standard_fonts/`,
        wasmUrl: `${library}wasm/`,
        // the policy of the page lets no code be made at run time
        useWasm: false,
        isEvalSupported: false,
        maxImageSize: MAX_IMAGE,
        disableRange: true,
      }).promise;
      await this.#draw();
    } catch (failure) {
      this.#fail(failure);
    }
  }

  /** @param {string | null} act */
  #act(act) {
    const pages = this.#pdf?.numPages || 0;
    const page = Math.min(pages, Math.max(1, this.#page + (act === 'next' ? 1 : act === 'previous' ? -1 : 0)));
    const factor = act === 'larger' ? STEP : act === 'smaller' ? 1 / STEP : 1;
    const scale = Math.min(MOST, Math.max(LEAST, this.#scale * factor));
    if (pages && (page !== this.#page || scale !== this.#scale)) {
      this.#page = page;
      this.#scale = scale;
      this.#draw().catch((failure) => this.#fail(failure));
    }
  }

  /** Draws the page anew; what was being drawn before is given up. */
  async #draw() {
    this.#drawing?.cancel();
    const number = this.#page;
    const page = await this.#pdf.getPage(number);
    this.#scale ||= Math.min(COMFORTABLE, this.drawn.clientWidth / page.getViewport({ scale: 1 }).width);
    const shown = page.getViewport({ scale: this.#scale });
    const sharp = Math.min(window.devicePixelRatio || 1, Math.sqrt(MAX_PIXELS / (shown.width * shown.height)));
    const viewport = page.getViewport({ scale: this.#scale * sharp });
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.style.width = `${Math.floor(shown.width)}px`;
    const drawing = page.render({ canvas, viewport });
    this.#drawing = drawing;
    this.#tell();
    try {
      await drawing.promise;
    } catch (failure) {
      if (this.#drawing !== drawing) {
        return;
      }
      throw failure;
    }
    this.canvas.replaceWith(canvas);
    this.canvas = canvas;
    this.drawn.scrollTop = 0;
    const { items } = await page.getTextContent();
    if (number === this.#page) {
      this.#slot('words').textContent = items.map((/** @type {any} */ item) => item.str + (item.hasEOL ? ' ' : '')).join('');
      this.place.dataset.shown = String(number);
    }
  }

  #tell() {
    const pages = this.#pdf.numPages;
    this.#slot('page').textContent = `Trang ${this.#page}/${pages}`;
    this.#slot('zoom').textContent = `${Math.round(this.#scale * 100)} %`;
    this.#allow('previous', this.#page > 1);
    this.#allow('next', this.#page < pages);
    this.#allow('smaller', this.#scale > LEAST);
    this.#allow('larger', this.#scale < MOST);
  }

  /** @param {any} failure */
  #fail(failure) {
    const status = /** @type {keyof typeof PROBLEMS} */ (failure?.status);
    this.#slot('page').textContent = '';
    this.#slot('problem').textContent = PROBLEMS[status] || UNREADABLE;
  }

  /**
   * @param {string} act
   * @param {boolean} possible
   */
  #allow(act, possible) {
    const button = /** @type {HTMLButtonElement} */ (this.place.querySelector(`[data-do=${act}]`));
    button.disabled = !possible;
  }

  /** @param {string} name */
  #slot(name) {
    return /** @type {HTMLElement} */ (this.place.querySelector(`[data-${name}]`));
  }
}

/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-preview]')).forEach((place) => new Preview(place).open());
