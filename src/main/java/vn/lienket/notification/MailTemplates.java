package vn.lienket.notification;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders {@code templates/mail}. An engine of its own: as a bean it would replace the one of the web pages. */
@Component
class MailTemplates {

    /** How a page begins, and a content does not. */
    private static final String PAGE = "<!DOCTYPE";

    /** Where the content goes in the page; a subject cannot say so, for it is escaped. */
    private static final String CONTENT = "<!--content-->";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private final TemplateEngine engine = new SpringTemplateEngine();

    MailTemplates() {
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(getClass().getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(resolver);
    }

    /**
     * A whole page of HTML around the content of a mail, as {@link #html} has rendered it. What an earlier version has rendered is such a
     * page already.
     */
    String page(String subject, String content) {
        return content.startsWith(PAGE)
                ? content
                : render("frame.html", Map.of("subject", subject)).replace(CONTENT, content);
    }

    /** The content of a mail as HTML. */
    String html(String template, Map<String, Object> model) {
        return render(template + ".html", model);
    }

    String text(String template, Map<String, Object> model) {
        return render(template + ".txt", model).strip() + "\n";
    }

    /** The suffix decides the mode: markup is escaped in .html, left alone in .txt. */
    private String render(String file, Map<String, Object> model) {
        return engine.process("mail/" + file, new Context(VIETNAMESE, model));
    }
}
