package vn.lienket.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import vn.lienket.problem.Typeface;

/** Makes official documents in the layout of Nghị định 30/2020/NĐ-CP from Thymeleaf templates. */
@Component
public class PdfTemplates {

    private static final String PICTURE = "data:image/png;base64,";

    static {
        // it tells the steps of each rendering as information
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;

    PdfTemplates(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** The address of a picture in a template, which holds the PNG itself. */
    public static String picture(byte[] png) {
        return PICTURE + Base64.getEncoder().encodeToString(png);
    }

    /**
     * Renders {@code templates/<template>.html}, which must be well-formed XML, to a PDF with its fonts embedded. The title of the
     * PDF is the template's.
     *
     * @param model what the template reads; texts are escaped by it
     */
    public byte[] render(String template, Map<String, Object> model) {
        String html = TemplateText.of(templates, template, model);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder(html, pdf).buildPdfRenderer()) {
            created(renderer).save(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same for the archive: PDF/A-3B (ISO 19005-3) with a file within, which is never as a whole in memory.
     */
    public void renderForArchive(
            String template, Map<String, Object> model, Optional<AttachedFile> attached, OutputStream target)
            throws IOException {
        String html = TemplateText.of(templates, template, model);
        try (PDDocument pdf = new PDDocument(MemoryUsageSetting.setupTempFileOnly().streamCache);
                PdfBoxRenderer renderer = builder(html, target)
                        .usePDDocument(pdf)
                        .usePdfAConformance(PdfAConformance.PDFA_3_B)
                        .useColorProfile(
                                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                        .buildPdfRenderer()) {
            created(renderer);
            if (attached.isPresent()) {
                attached.get().addTo(pdf);
            }
            pdf.save(target);
        }
    }

    private static PDDocument created(PdfBoxRenderer renderer) throws IOException {
        renderer.createPDFWithoutClosing();
        PDDocument pdf = renderer.getPdfDocument();
        pdf.getDocumentCatalog().setLanguage(TemplateText.VIETNAMESE.getLanguage());
        return pdf;
    }

    private static PdfRendererBuilder builder(String html, OutputStream pdf) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        Typeface.FACES.forEach(face -> builder.useFont(
                () -> Typeface.open(face.file()),
                face.family(),
                face.bold() ? 700 : 400,
                face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                true));
        builder.useUnicodeLineBreaker(new SpaceBreaker());
        // a template is complete in itself: nothing is fetched, a picture comes in its own address
        builder.useUriResolver((base, uri) -> uri.startsWith(PICTURE) ? uri : null);
        builder.withProducer("LienKet");
        builder.withHtmlContent(html, null);
        builder.toStream(pdf);
        return builder;
    }
}
