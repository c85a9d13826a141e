package vn.lienket.library;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import vn.lienket.document.DocumentContext;
import vn.lienket.party.CooperationFields;

/** The modules library and document and the web server on a PostgreSQL of their own, without the engine: tests say when a file is read. */
@Import({DocumentContext.class, CooperationFields.class})
@ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
@EnableConfigurationProperties(LibraryProperties.class)
@ComponentScan(
        basePackages = "vn.lienket.library",
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "vn\\.lienket\\.library\\.process\\..*"))
public class LibraryContext {}
