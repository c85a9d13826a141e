package vn.lienket.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Makes official documents as DOCX, to be edited, from the templates of which {@link PdfTemplates} makes the PDF. */
@Component
public class WordTemplates {

    private final ITemplateEngine templates;

    WordTemplates(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * Renders {@code templates/<template>.html} with the same words as its PDF, in the layout of {@code document/official}: of other
     * styles and of pictures nothing is known here.
     *
     * @param model what the template reads
     */
    public byte[] render(String template, Map<String, Object> model) {
        try (WordWriter writer = new WordWriter()) {
            return writer.write(parsed(TemplateText.of(templates, template, model)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parsed(String html) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
