package vn.lienket.consulting;

import vn.lienket.document.PdfTemplates;
import vn.lienket.page.QrCode;

/**
 * Where who holds a paper asks how its case stands. A paper is passed on and lies in archives, so that its code has no secret: it leads
 * to the page that mails a link to the enterprise.
 *
 * @param picture the address as a QR code
 */
record PaperLookup(String address, String picture) {

    static PaperLookup at(String address) {
        return new PaperLookup(address, PdfTemplates.picture(QrCode.of(address).png()));
    }
}
