package vn.lienket.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Gives our scripts in the web applications addresses that name their version: a folder, so that what they import of each other is of
 * the same version. The configuration of each application, which is asked for at every start, tells the folder of the day. Another
 * version's folder holds today's scripts too: it is that of another node in the middle of an upgrade.
 */
@Component
class WebappFiles implements WebMvcConfigurer {

    private static final String CLASSPATH = "classpath:/";
    private static final String LIBRARIES = "META-INF/resources/webjars/camunda/lib/";

    /** Where a configuration names a script of ours, relative to its application. */
    private static final Pattern SCRIPT = Pattern.compile("'((?:\\.\\./tasklist/)?lienket)/");

    private static final ResourceTransformer NAMING_VERSION = (request, file, chain) -> {
        Resource configuration = chain.transform(request, file);
        String content = configuration.getContentAsString(StandardCharsets.UTF_8);
        return new TransformedResource(
                configuration,
                SCRIPT.matcher(content)
                        .replaceAll("'$1-%s/".formatted(WebappVersion.CURRENT))
                        .getBytes(StandardCharsets.UTF_8));
    };

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/camunda/app/*/scripts/config.js")
                .addResourceLocations(CLASSPATH + WebappVersion.FOLDER)
                .resourceChain(true)
                .addTransformer(NAMING_VERSION);
        registry.addResourceHandler("/camunda/app/tasklist/lienket-*/**")
                .addResourceLocations(CLASSPATH + WebappVersion.MODULES)
                .resourceChain(false)
                .addResolver(new WithinVersion());
        // beside deps.js, which is most of what a browser loads, lies what `brotli -q 11` makes of it: a third less
        // than gzip
        registry.addResourceHandler("/camunda/lib/*.js")
                .addResourceLocations(CLASSPATH + LIBRARIES)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
    }

    private static final class WithinVersion extends PathResourceResolver {

        @Override
        protected Resource getResource(String path, Resource folder) throws IOException {
            return super.getResource(path.substring(path.indexOf('/') + 1), folder);
        }
    }
}
