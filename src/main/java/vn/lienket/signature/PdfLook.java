package vn.lienket.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * A first look at a PDF, as strict as the standard: a file that readers have to mend may be mended in two ways.
 *
 * @param signatureFields names of the fields that are signed
 * @param covering whether what is seen of one is so large that it may hide the text
 * @param size in bytes
 */
record PdfLook(Set<String> signatureFields, boolean covering, long size) {

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
            PdfLook look = of(document, Files.size(file));
            if (look.signatureFields.size() > MOST_SIGNATURES) {
                throw new Unfit(Fault.TOO_MANY);
            }
            return look;
        } catch (InvalidPasswordException e) {
            throw new Unfit(Fault.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the parser fails in many ways over what is no PDF
            throw new Unfit(Fault.BROKEN);
        }
    }

    private static PdfLook of(PDDocument document, long size) throws Unfit {
        Set<String> signed = new HashSet<>();
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
                    covering |= field.getWidgets().stream().anyMatch(PdfLook::covers);
                } else if (value instanceof COSDictionary && !(value instanceof COSStream)) {
                    // a signature in a field that readers take for another one
                    throw new Unfit(Fault.UNREADABLE);
                }
            }
        }
        return new PdfLook(signed, covering, size);
    }

    private static boolean covers(PDAnnotationWidget widget) {
        PDRectangle place = widget.getRectangle();
        return place != null && place.getWidth() * place.getHeight() > LARGEST;
    }
}
