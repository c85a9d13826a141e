package vn.lienket.signature;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Looks for letters of a page below what is drawn over it. Those that nobody sees, as behind a scan, do not count. */
final class CoveredText extends PDFTextStripper {

    private final List<PDRectangle> places;
    private final PDRectangle page;
    private boolean found;

    private CoveredText(List<PDRectangle> places, PDRectangle page) {
        this.places = places;
        this.page = page;
    }

    /** @param places in the coordinates of the page; null for what has none */
    static boolean isOn(PDDocument document, PDPage page, Stream<PDRectangle> places) throws IOException {
        List<PDRectangle> seen = places.filter(Objects::nonNull)
                .filter(place -> place.getWidth() > 0 && place.getHeight() > 0)
                .toList();
        if (seen.isEmpty()) {
            return false;
        }
        CoveredText text = new CoveredText(seen, page.getCropBox());
        int number = document.getPages().indexOf(page) + 1;
        text.setStartPage(number);
        text.setEndPage(number);
        text.writeText(document, Writer.nullWriter());
        return text.found;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (found
                || letter.getUnicode().isBlank()
                || getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
            return;
        }
        float along = letter.getWidthDirAdj() / 2;
        float up = letter.getHeightDir() / 2;
        double turn = Math.toRadians(letter.getDir());
        // the library counts from the corner of what is shown of the page
        float x = page.getLowerLeftX()
                + letter.getTextMatrix().getTranslateX()
                + (float) (along * Math.cos(turn) - up * Math.sin(turn));
        float y = page.getLowerLeftY()
                + letter.getTextMatrix().getTranslateY()
                + (float) (along * Math.sin(turn) + up * Math.cos(turn));
        found = places.stream().anyMatch(place -> place.contains(x, y));
    }
}
