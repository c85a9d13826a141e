package vn.lienket.signature;

import eu.europa.esig.dss.enumerations.VisualSignatureRotation;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * Where the next signature is shown: on the last page at the bottom right, in the margin that Nghị định 30/2020/NĐ-CP leaves free; to the
 * left of those that are there already, then above them. All measures are points, from the top left of the page as it is seen.
 */
final class SignaturePlace {

    private static final float WIDTH = 166;
    private static final float HEIGHT = 44;
    private static final float GAP = 5;
    /** 15 mm, the narrowest that the decree allows on the right. */
    private static final float RIGHT = 42;

    private static final float BOTTOM = 8;

    private SignaturePlace() {}

    /** Empty if there is no room for it on the page. */
    static Optional<SignatureFieldParameters> free(PDDocument document) throws IOException {
        int last = document.getNumberOfPages();
        PDPage page = document.getPage(last - 1);
        List<Rectangle2D> taken = page.getAnnotations().stream()
                .map(PDAnnotation::getRectangle)
                .flatMap(Stream::ofNullable)
                .map(rectangle -> seen(rectangle, page))
                .toList();
        return places(seen(page.getCropBox(), page))
                .filter(place -> taken.stream().noneMatch(place::intersects))
                .findFirst()
                .map(place -> field(last, place));
    }

    private static Stream<Rectangle2D> places(Rectangle2D page) {
        int columns = (int) ((page.getWidth() - 2 * RIGHT + GAP) / (WIDTH + GAP));
        int rows = (int) ((page.getHeight() - 2 * BOTTOM + GAP) / (HEIGHT + GAP));
        return IntStream.range(0, Math.max(0, columns) * Math.max(0, rows))
                .mapToObj(index -> new Rectangle2D.Double(
                        page.getMaxX() - RIGHT - WIDTH - index % columns * (WIDTH + GAP),
                        page.getMaxY() - BOTTOM - HEIGHT - index / columns * (HEIGHT + GAP),
                        WIDTH,
                        HEIGHT));
    }

    /** A rectangle of the page in the way the page is turned. */
    private static Rectangle2D seen(PDRectangle rectangle, PDPage page) {
        PDRectangle whole = page.getMediaBox();
        double left = rectangle.getLowerLeftX() - whole.getLowerLeftX();
        double right = whole.getUpperRightX() - rectangle.getUpperRightX();
        double below = rectangle.getLowerLeftY() - whole.getLowerLeftY();
        double above = whole.getUpperRightY() - rectangle.getUpperRightY();
        double width = rectangle.getWidth();
        double height = rectangle.getHeight();
        return switch (page.getRotation()) {
            case 90 -> new Rectangle2D.Double(below, left, height, width);
            case 180 -> new Rectangle2D.Double(right, below, width, height);
            case 270 -> new Rectangle2D.Double(above, right, height, width);
            default -> new Rectangle2D.Double(left, above, width, height);
        };
    }

    private static SignatureFieldParameters field(int page, Rectangle2D place) {
        SignatureFieldParameters field = new SignatureFieldParameters();
        field.setPage(page);
        field.setOriginX((float) place.getX());
        field.setOriginY((float) place.getY());
        field.setWidth(WIDTH);
        field.setHeight(HEIGHT);
        field.setRotation(VisualSignatureRotation.AUTOMATIC);
        return field;
    }
}
