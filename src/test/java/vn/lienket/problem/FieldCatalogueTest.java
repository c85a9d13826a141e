package vn.lienket.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A field is called the same by the service that checks it and by the form that asks for it, above it and where it is missing. */
class FieldCatalogueTest {

    private static final ResourceBundle CATALOGUE = ResourceBundle.getBundle("messages.fields", Locale.ROOT);

    /** Each of their values is named by its place in the table. */
    private static final Set<String> TABLES = Set.of("contractClauses", "transferItems", "roadmapSteps");

    private static final Pattern CHECKED = Pattern.compile(
            "Answers\\s*\\.(?:choice|flag|optionalFlag|requiredText|optionalText|date|wholeNumber)\\(\\s*\"(\\w+)\",\\s*+(?!\")");
    private static final Pattern CHECK = Pattern.compile("Check\\.of\\(\\s*\"(\\w+)\",\\s*[\\w]+,\\s*\"(\\w+)\"");
    private static final Pattern REQUIRED =
            Pattern.compile("data-field=\"(\\w+)\"(?:(?!data-field=).)*?data-required=\"([^\":]+):", Pattern.DOTALL);
    /** What a form calls a field, if it does not ask in a whole question. */
    private static final Pattern LABELLED =
            Pattern.compile("data-field=\"(\\w+)\"[^>]*>\\s*<label class=\"control-label\"[^>]*>([^<?]+)</label>");

    @Test
    void everyFieldThatIsCheckedHasItsNameAndEveryNameItsField() {
        Set<String> checked = new TreeSet<>();
        matches(CHECKED, "src/main/java", ".java").forEach(match -> checked.add(match.group(1)));
        matches(CHECK, "src/main/java", ".java")
                .forEach(match -> checked.addAll(List.of(match.group(1), match.group(2))));

        checked.removeAll(TABLES);
        assertThat(checked).isEqualTo(CATALOGUE.keySet());
    }

    @Test
    void formsCallAFieldByTheSameName() {
        List<MatchResult> named = new ArrayList<>(matches(REQUIRED, "bpmn", ".html"));
        named.addAll(matches(LABELLED, "bpmn", ".html"));

        assertThat(named)
                .hasSizeGreaterThan(40)
                .filteredOn(match -> CATALOGUE.containsKey(match.group(1)))
                .hasSizeGreaterThan(20)
                .allSatisfy(match ->
                        assertThat(match.group(2)).as(match.group(1)).isEqualTo(CATALOGUE.getString(match.group(1))));
    }

    private static List<MatchResult> matches(Pattern pattern, String directory, String suffix) {
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
