package vn.lienket.document;

import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates as the application finds them, without the application. */
public final class TestTemplates {

    private TestTemplates() {}

    public static PdfTemplates pdf() {
        return new PdfTemplates(engine());
    }

    public static WordTemplates word() {
        return new WordTemplates(engine());
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
