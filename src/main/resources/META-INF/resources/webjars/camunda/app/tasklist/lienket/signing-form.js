import { storedFile } from './dom.js';
import { showFound, showRoots } from './signatures.js';
import { offerAgent, offerRemote } from './signing.js';

/**
 * The ways to sign a file in a form: with an agent, with a service that holds keys, elsewhere and uploaded, or by hand.
 *
 * @import { EmbeddedForm } from './embedded-form.js'
 */

/** @param {{fileName: string}} file */
const isPdf = ({ fileName }) => /\.pdf$/i.test(fileName);

/**
 * Prepares the fields `signedByHand` and `signedDocumentId`.
 *
 * @param {EmbeddedForm} form
 * @returns offers a file to be signed, called what it is
 */
export function signingForm(form) {
  const byHand = form.field('signedByHand');
  const file = form.field('signedDocumentId');
  /** @type {{id: string, fileName: string} | null} */
  let offered = null;

  function showAccepted() {
    form.show('by-agent', offered && isPdf(offered) && !byHand.value);
    file.input.accept = byHand.value ? '.pdf,.png,.jpg,.jpeg' : '.pdf';
    form.fill('accepted', byHand.value ? 'Bản quét: PDF, PNG hoặc JPEG.' : 'PDF đã ký tiếp trên văn bản cần ký.');
  }

  byHand.group.addEventListener('change', showAccepted);
  showAccepted();

  /**
   * @param {{id: string, fileName: string}} toSign
   * @param {string} called
   */
  return async (toSign, called) => {
    offered = toSign;
    form.fill('file', called, storedFile(toSign.id, toSign.fileName));
    form.show('not-pdf', !isPdf(toSign));
    // the form of a case that began earlier has no place for it
    if (form.find('[data-slot=agent]')) {
      offerAgent(form, 'signedDocumentId', toSign.id);
      showAccepted();
    }
    if (form.find('[data-slot=remote]')) {
      await offerRemote(form, 'signedDocumentId', toSign.id);
      showAccepted();
    }
    if (form.find('[data-slot=found]')) {
      await showRoots(form);
      showFound(form, 'signedDocumentId', () => !byHand.value);
    }
  };
}
