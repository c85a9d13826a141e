package vn.lienket.signature;

import eu.europa.esig.dss.enumerations.VisualSignatureRotation;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * Where the next signature is shown: on the last page at the bottom right, in the margin that Nghị định 30/2020/NĐ-CP leaves free; to the
 * left of those that are there already, then above them, never on the text. The seal of a body lies on the left third of who signed for
 * it, smaller than a real one, for which the margin has no room. All measures are points, from the top left of the page as it is seen.
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
        PDPage page = last(document);
        return free(page, letters(document, page)).map(place -> field(document.getNumberOfPages(), place));
    }

    /** For the seal of a body: where nobody has signed for it on the page, beside the others. */
    static Optional<SignatureFieldParameters> ofSeal(PDDocument document, SignerCertificates body) throws IOException {
        PDPage page = last(document);
        Rectangle2D whole = seen(page.getCropBox(), page);
        List<Point2D> letters = letters(document, page);
        Optional<Rectangle2D> onSigner = signerOf(document, page, body)
                .map(box -> sealOn(box, whole))
                .filter(place -> hidesNone(place, letters));
        Optional<Rectangle2D> place =
                onSigner.isPresent() ? onSigner : free(page, letters).map(box -> sealOn(box, whole));
        return place.map(seal -> field(document.getNumberOfPages(), seal));
    }

    /** As the page is seen. */
    private static List<Point2D> letters(PDDocument document, PDPage page) throws IOException {
        return PageLetters.of(document, page).stream()
                .map(letter -> seen(new PDRectangle((float) letter.getX(), (float) letter.getY(), 0, 0), page))
                .<Point2D>map(letter -> new Point2D.Double(letter.getX(), letter.getY()))
                .toList();
    }

    private static boolean hidesNone(Rectangle2D place, List<Point2D> letters) {
        return letters.stream().noneMatch(place::contains);
    }

    private static PDPage last(PDDocument document) {
        return document.getPage(document.getNumberOfPages() - 1);
    }

    private static Optional<Rectangle2D> free(PDPage page, List<Point2D> letters) throws IOException {
        List<Rectangle2D> taken = page.getAnnotations().stream()
                .map(PDAnnotation::getRectangle)
                .flatMap(Stream::ofNullable)
                .map(rectangle -> seen(rectangle, page))
                .toList();
        return places(seen(page.getCropBox(), page))
                .filter(place -> taken.stream().noneMatch(place::intersects))
                .filter(place -> hidesNone(withGaps(place), letters))
                .findFirst();
    }

    /** A seal needs them too. */
    private static Rectangle2D withGaps(Rectangle2D place) {
        return new Rectangle2D.Double(place.getX(), place.getY() - GAP, place.getWidth(), place.getHeight() + 2 * GAP);
    }

    private static Optional<Rectangle2D> signerOf(PDDocument document, PDPage page, SignerCertificates body)
            throws IOException {
        Set<COSDictionary> shown =
                page.getAnnotations().stream().map(PDAnnotation::getCOSObject).collect(Collectors.toSet());
        return document.getSignatureFields().stream()
                .filter(field -> FieldSigner.of(field)
                        .filter(signer -> signer.areOfSomebodyOf(body))
                        .isPresent())
                .flatMap(field -> field.getWidgets().stream())
                .filter(widget -> shown.contains(widget.getCOSObject()))
                .map(PDAnnotation::getRectangle)
                .flatMap(Stream::ofNullable)
                .map(rectangle -> seen(rectangle, page))
                .filter(box -> !box.isEmpty())
                .findFirst();
    }

    /** No higher than the gaps above and below allow, within the page. */
    private static Rectangle2D sealOn(Rectangle2D box, Rectangle2D page) {
        double size = Math.min(box.getWidth() / 3, box.getHeight() + 2 * GAP - 1);
        double y = Math.min(box.getCenterY() - size / 2, page.getMaxY() - size);
        return new Rectangle2D.Double(box.getX(), Math.max(y, page.getY()), size, size);
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
        field.setWidth((float) place.getWidth());
        field.setHeight((float) place.getHeight());
        field.setRotation(VisualSignatureRotation.AUTOMATIC);
        return field;
    }
}
