package vn.lienket.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** PDFs that were changed by an incremental update: they begin with the very bytes that they had. */
public final class AlteredFiles {

    @FunctionalInterface
    private interface Change {

        void to(PDDocument document) throws IOException;
    }

    private AlteredFiles() {}

    public static byte[] withAPageMore(byte[] pdf) {
        return changed(pdf, document -> {
            document.addPage(new PDPage());
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
        });
    }

    public static byte[] withANote(byte[] pdf) {
        return changed(pdf, document -> {
            COSDictionary page = document.getPage(0).getCOSObject();
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("Điều 3 không áp dụng.");
            note.setRectangle(new PDRectangle(100, 100, 20, 20));
            COSArray notes = new COSArray();
            notes.add(note.getCOSObject());
            page.setItem(COSName.ANNOTS, notes);
            page.setNeedToBeUpdated(true);
        });
    }

    public static byte[] withOtherWords(byte[] pdf) {
        return changed(pdf, document -> {
            PDPage page = document.getPage(0);
            PDStream words = new PDStream(document);
            page.setContents(words);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
                content.addRect(100, 100, 300, 300);
                content.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
        });
    }

    public static byte[] withAnotherTitle(byte[] pdf) {
        return changed(pdf, document -> {
            document.getDocumentInformation().setTitle("Văn bản khác");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
        });
    }

    /** With what a program says of itself when it signs. */
    public static byte[] byAnotherProgram(byte[] pdf) {
        return changed(pdf, document -> {
            document.getDocumentInformation().setProducer("Another program");
            document.getDocumentInformation().setModificationDate(new GregorianCalendar(2026, Calendar.DECEMBER, 1));
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
        });
    }

    /** With names in the newer metadata that are not those of before. */
    public static byte[] withMetadata(byte[] pdf, String title) {
        return changed(pdf, document -> {
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata("""
                    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>
                    <rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>
                    """.formatted(title).getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
    }

    private static byte[] changed(byte[] pdf, Change change) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.to(document);
            document.saveIncremental(changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changed.toByteArray();
    }
}
