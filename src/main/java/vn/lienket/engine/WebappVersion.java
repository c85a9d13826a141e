package vn.lienket.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the product adds to the web applications or replaces in them, all of it as one version: a hash over the contents, which stands in
 * the addresses of these files, so that browsers may keep them.
 */
final class WebappVersion {

    static final String FOLDER = "META-INF/resources/webjars/camunda/app/";
    static final String MODULES = FOLDER + "tasklist/lienket/";
    static final List<String> APPLICATIONS = List.of("tasklist", "cockpit", "admin", "welcome");

    private static final List<String> REPLACED =
            List.of("scripts/config.js", "styles/user-styles.css", "locales/vi.json");
    private static final int DIGITS = 12;

    static final String CURRENT = current();

    private WebappVersion() {}

    private static String current() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : files().toList()) {
                try (InputStream content = file.getInputStream()) {
                    digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                    digest.update(content.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<Resource> files() throws IOException {
        Resource[] modules =
                new PathMatchingResourcePatternResolver().getResources("classpath*:%s*.*".formatted(MODULES));
        return Stream.concat(
                Arrays.stream(modules).sorted(Comparator.comparing(Resource::getFilename)),
                APPLICATIONS.stream()
                        .flatMap(application -> REPLACED.stream().map(file -> application + "/" + file))
                        .map(file -> new ClassPathResource(FOLDER + file)));
    }
}
