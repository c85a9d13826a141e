package vn.lienket.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemException.Kind;

/** The inspection as it is set unless somebody sets it otherwise, and what it says. */
final class Inspections {

    static final FileInspection STANDARD = with(Map.of());

    private Inspections() {}

    static FileInspection with(Map<String, String> settings) {
        return new FileInspection(new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("lienket.content", ContentProperties.class));
    }

    static void document(byte[] content) {
        document(STANDARD, content);
    }

    static void document(FileInspection inspection, byte[] content) {
        onDisk(content, inspection::document);
    }

    static void table(byte[] content) {
        onDisk(content, STANDARD::table);
    }

    static void assertRefused(ThrowingCallable inspection, String reason) {
        assertThatThrownBy(inspection)
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Kind.INVALID);
                    assertThat(refused.fields())
                            .extracting(ProblemException.Field::name)
                            .containsExactly("file");
                })
                .hasMessageStartingWith("Tệp (file) không được nhận: ")
                .hasMessageContaining(reason);
    }

    private static void onDisk(byte[] content, Look look) {
        try {
            Path file = Files.createTempFile("lienket-test-", null);
            try {
                Files.write(file, content);
                look.at(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Look {

        void at(Path file) throws IOException;
    }
}
