package vn.lienket.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Takes what is written out of PDF, DOCX and XLSX files; a scan or a picture holds nothing. */
public final class FileText {

    /** In a paragraph of a PDF: here a line ended within a word, at a hyphen that may be the word's own. */
    public static final char PARTED = PdfParagraphs.PARTED;

    /** About 250 pages: so much always fits into the one MiB that PostgreSQL allows the words of a row. */
    public static final int MAX = 500_000;

    /** Of one page: a place each is kept in memory. */
    private static final int MAX_LETTERS = 100_000;

    private static final String PDF = "application/pdf";
    private static final Pattern CELLS = Pattern.compile("\t");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private FileText() {}

    /** The text from the beginning, not more than {@value #MAX} characters; empty if there is none. Ends when it is interrupted. */
    public static String of(Path file, String mediaType) throws IOException {
        if (mediaType.equals(PDF)) {
            return clean(String.join("", ofPdf(file, MAX, new BoundedStripper())));
        }
        return mediaType.startsWith(OFFICE) ? clean(ofOffice(file, MAX, true)) : "";
    }

    /**
     * The paragraphs from the beginning, without page numbers, and of Office files without the heads and feet of pages; empty if
     * there are none. Ends when it is interrupted.
     *
     * @param limit so many characters at least are read, if there are as many
     */
    public static List<String> paragraphs(Path file, String mediaType, int limit) throws IOException {
        if (mediaType.equals(PDF)) {
            return PdfParagraphs.of(ofPdf(file, limit, new ParagraphStripper()));
        }
        return mediaType.startsWith(OFFICE)
                ? ofOffice(file, limit, false)
                        .lines()
                        .flatMap(CELLS::splitAsStream)
                        .toList()
                : List.of();
    }

    private static List<String> ofPdf(Path file, int limit, PDFTextStripper stripper) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            leavePicturesPacked(document);
            int length = 0;
            for (int page = 1; page <= document.getNumberOfPages() && length < limit; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                length += text.length();
                pages.add(text);
            }
        }
        return pages;
    }

    private static String ofOffice(Path file, int limit, boolean headsAndFeet) throws IOException {
        BodyContentHandler text = new BodyContentHandler(limit);
        ParseContext context = new ParseContext();
        OfficeParserConfig streaming = new OfficeParserConfig();
        streaming.setUseSAXDocxExtractor(true);
        streaming.setIncludeHeadersAndFooters(headsAndFeet);
        context.set(OfficeParserConfig.class, streaming);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        try (TikaInputStream stream = TikaInputStream.get(file)) {
            new OOXMLParser().parse(stream, text, new Metadata(), context);
        } catch (SAXException | TikaException e) {
            if (!WriteLimitReachedException.isWriteLimitReached(e)) {
                throw new IOException(e);
            }
        }
        return text.toString();
    }

    /** Text needs none, and one that is named where text is expected would be unpacked however large it says to be. */
    private static void leavePicturesPacked(PDDocument document) {
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            COSBase object = document.getDocument().getObjectFromPool(key).getObject();
            if (object instanceof COSStream stream && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                stream.removeItem(COSName.FILTER);
            }
        }
    }

    /** Accented letters as one character, as the search knows them, and no character that only machines see. */
    private static String clean(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Co}\\p{Cs}\\s]+", " ")
                .strip();
        return composed.length() <= MAX ? composed : composed.substring(0, MAX);
    }

    /** Stops where a page draws more letters than anybody reads, and when interrupted while it draws what draws on and on. */
    private static class BoundedStripper extends PDFTextStripper {

        private int letters;

        @Override
        public void processPage(PDPage page) throws IOException {
            letters = 0;
            super.processPage(page);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition position) {
            if (++letters <= MAX_LETTERS) {
                super.processTextPosition(position);
            }
        }
    }

    private static final class ParagraphStripper extends BoundedStripper {

        ParagraphStripper() {
            setParagraphStart(PdfParagraphs.START);
        }
    }

    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
