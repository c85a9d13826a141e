package vn.lienket.signature;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where the letters of a page stand: what is shown of a signature is not to hide them. */
final class PageLetters extends PDFTextStripper {

    private final List<Point2D> middles = new ArrayList<>();
    private final PDRectangle shown;

    private PageLetters(PDRectangle shown) {
        this.shown = shown;
    }

    /** The middle of each, in the coordinates of the page; without those that nobody sees, as behind a scan. */
    static List<Point2D> of(PDDocument document, PDPage page) throws IOException {
        PageLetters letters = new PageLetters(page.getCropBox());
        int number = document.getPages().indexOf(page) + 1;
        letters.setStartPage(number);
        letters.setEndPage(number);
        letters.writeText(document, Writer.nullWriter());
        return letters.middles;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (letter.getUnicode().isBlank()
                || getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
            return;
        }
        double along = letter.getWidthDirAdj() / 2;
        double up = letter.getHeightDir() / 2;
        double turn = Math.toRadians(letter.getDir());
        // the library counts from the corner of what is shown of the page
        middles.add(new Point2D.Double(
                shown.getLowerLeftX()
                        + letter.getTextMatrix().getTranslateX()
                        + along * Math.cos(turn)
                        - up * Math.sin(turn),
                shown.getLowerLeftY()
                        + letter.getTextMatrix().getTranslateY()
                        + along * Math.sin(turn)
                        + up * Math.cos(turn)));
    }
}
