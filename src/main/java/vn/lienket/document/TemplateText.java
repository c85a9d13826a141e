package vn.lienket.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The words of an official document, as XHTML: of one template come its PDF and its DOCX. */
final class TemplateText {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    /** Word's hyphen at which no line ends; lines end at spaces only here. */
    private static final char NO_BREAK_HYPHEN = '\u2011';

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private TemplateText() {}

    static String of(ITemplateEngine templates, String template, Map<String, Object> model) {
        String html = templates.process(template, new Context(VIETNAMESE, model));
        // the font has the composed letters only, and XML has no place for control characters
        return NOT_XML.matcher(Normalizer.normalize(html, Normalizer.Form.NFC).replace(NO_BREAK_HYPHEN, '-'))
                .replaceAll("");
    }
}
