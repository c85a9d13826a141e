package vn.lienket.demo.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A paper as it comes from a scanner: a PDF with a picture of each page. */
final class Scan {

    private static final int DPI = 100;

    private Scan() {}

    static byte[] of(byte[] pdf) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PDDocument paper = Loader.loadPDF(pdf);
                PDDocument scan = new PDDocument()) {
            PDFRenderer scanner = new PDFRenderer(paper);
            for (int page = 0; page < paper.getNumberOfPages(); page++) {
                PDRectangle size = paper.getPage(page).getMediaBox();
                PDPage sheet = new PDPage(size);
                scan.addPage(sheet);
                PDImageXObject picture =
                        JPEGFactory.createFromImage(scan, scanner.renderImageWithDPI(page, DPI, ImageType.GRAY));
                try (PDPageContentStream content = new PDPageContentStream(scan, sheet)) {
                    content.drawImage(picture, 0, 0, size.getWidth(), size.getHeight());
                }
            }
            scan.save(file);
        }
        return file.toByteArray();
    }
}
