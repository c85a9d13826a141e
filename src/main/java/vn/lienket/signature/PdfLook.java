package vn.lienket.signature;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * A first look at a PDF, as strict as the standard: a file that readers have to mend may be mended in two ways.
 *
 * @param signatureFields names of the fields that are signed
 * @param covering whether what is seen of one is so large that it may hide the text
 * @param hidesText whether one is seen where the page has text
 * @param overlaps the signed fields of which one is seen on another
 * @param size in bytes
 */
record PdfLook(Set<String> signatureFields, boolean covering, boolean hidesText, List<Overlap> overlaps, long size) {

    /** Two fields by their names. */
    record Overlap(String one, String other) {}

    private record Shown(String field, PDAnnotationWidget widget) {}

    /** What makes a file unfit to be looked at. */
    static final class Unfit extends Exception {

        private final Fault fault;

        private Unfit(Fault fault) {
            super(fault.name());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    private static final int MOST_SIGNATURES = 50;
    /** Points. */
    private static final float TOUCH = 1;

    /** A quarter of a page of A4. */
    private static final float LARGEST = PDRectangle.A4.getWidth() * PDRectangle.A4.getHeight() / 4;

    static PdfLook at(Path file) throws Unfit {
        try (RandomAccessReadBufferedFile content = new RandomAccessReadBufferedFile(file.toFile());
                PDDocument document = new PDFParser(
                                content, "", null, null, MemoryUsageSetting.setupTempFileOnly().streamCache)
                        .parse(false)) {
            if (document.isEncrypted()) {
                throw new Unfit(Fault.ENCRYPTED);
            }
            return of(document, Files.size(file));
        } catch (InvalidPasswordException e) {
            throw new Unfit(Fault.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the parser fails in many ways over what is no PDF
            throw new Unfit(Fault.BROKEN);
        }
    }

    private static PdfLook of(PDDocument document, long size) throws IOException, Unfit {
        Set<String> signed = new HashSet<>();
        List<Shown> shown = new ArrayList<>();
        boolean covering = false;
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                COSBase value = field.getCOSObject().getDictionaryObject(COSName.V);
                if (field instanceof PDSignatureField && value != null) {
                    if (!signed.add(field.getFullyQualifiedName())) {
                        // one of them hides behind the other
                        throw new Unfit(Fault.UNREADABLE);
                    }
                    field.getWidgets().forEach(widget -> shown.add(new Shown(field.getFullyQualifiedName(), widget)));
                    covering |= field.getWidgets().stream().anyMatch(PdfLook::covers);
                } else if (value instanceof COSDictionary && !(value instanceof COSStream)) {
                    // a signature in a field that readers take for another one
                    throw new Unfit(Fault.UNREADABLE);
                }
            }
        }
        if (signed.size() > MOST_SIGNATURES) {
            throw new Unfit(Fault.TOO_MANY);
        }
        List<Overlap> overlaps = new ArrayList<>();
        boolean hidesText = false;
        for (PDPage page : shown.isEmpty() ? List.<PDPage>of() : document.getPages()) {
            List<Shown> here = on(page, shown);
            overlaps.addAll(overlaps(here));
            hidesText |= !here.isEmpty() && hides(PageLetters.of(document, page), here);
        }
        return new PdfLook(signed, covering, hidesText, overlaps, size);
    }

    private static boolean hides(List<Point2D> letters, List<Shown> here) {
        return here.stream()
                .map(each -> each.widget.getRectangle())
                .filter(Objects::nonNull)
                .anyMatch(place -> letters.stream()
                        .anyMatch(letter -> place.contains((float) letter.getX(), (float) letter.getY())));
    }

    private static List<Shown> on(PDPage page, List<Shown> shown) throws IOException {
        Set<COSDictionary> annotations =
                page.getAnnotations().stream().map(PDAnnotation::getCOSObject).collect(Collectors.toSet());
        return shown.stream()
                .filter(each -> annotations.contains(each.widget.getCOSObject()))
                .toList();
    }

    private static List<Overlap> overlaps(List<Shown> here) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int one = 0; one < here.size(); one++) {
            for (int other = one + 1; other < here.size(); other++) {
                if (overlap(
                        here.get(one).widget.getRectangle(),
                        here.get(other).widget.getRectangle())) {
                    overlaps.add(new Overlap(here.get(one).field, here.get(other).field));
                }
            }
        }
        return overlaps;
    }

    /** By more than what touching comes to. */
    private static boolean overlap(PDRectangle one, PDRectangle other) {
        return one != null
                && other != null
                && Math.min(one.getUpperRightX(), other.getUpperRightX())
                                - Math.max(one.getLowerLeftX(), other.getLowerLeftX())
                        > TOUCH
                && Math.min(one.getUpperRightY(), other.getUpperRightY())
                                - Math.max(one.getLowerLeftY(), other.getLowerLeftY())
                        > TOUCH;
    }

    private static boolean covers(PDAnnotationWidget widget) {
        PDRectangle place = widget.getRectangle();
        return place != null && place.getWidth() * place.getHeight() > LARGEST;
    }
}
