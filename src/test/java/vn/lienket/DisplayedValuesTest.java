package vn.lienket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody typed is shown as he typed it: no form and no page lets it become markup. */
class DisplayedValuesTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/webjars");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Made by the product of letters, digits and hyphens; form-js takes what else stands in these components for Markdown and HTML. */
    private static final Set<String> HARMLESS =
            Set.of("caseCode", "draftVersion", "currentDraftDocumentId", "currentSignedDocumentId");

    /** The components of form-js whose content becomes markup. */
    private static final Set<String> MARKUP = Set.of("text", "html");

    private static final Pattern PLACE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern SCRIPT_MARKUP = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment|setHTML|srcdoc");
    private static final Pattern FORM_MARKUP = Pattern.compile("ng-bind-html|ng-include|\\{\\{|innerHTML|srcdoc");
    private static final Pattern PAGE_MARKUP = Pattern.compile("th:utext|\\[\\(");

    @ParameterizedTest
    @MethodSource("forms")
    void aFormMakesMarkupOnlyOfWhatTheProductItselfWrites(Path form) {
        List<JsonNode> components = ModelFile.json(form).findParents("type").stream()
                .filter(component -> MARKUP.contains(component.path("type").asText()))
                .toList();
        assertThat(components).allSatisfy(component -> {
            String content =
                    component.path("text").asText() + component.path("content").asText();
            assertThat(content).as("an expression may make anything").doesNotStartWith("=");
            assertThat(PLACE.matcher(content)
                            .results()
                            .map(place -> place.group(1).strip()))
                    .as(form.toString())
                    .isSubsetOf(HARMLESS);
        });
    }

    @Test
    void thereAreFormsToLookAt() {
        assertThat(forms()).hasSizeGreaterThan(4);
        assertThat(files(Path.of("bpmn"), ".html")).hasSizeGreaterThan(20);
        assertThat(files(SCRIPTS, ".js")).hasSizeGreaterThan(10);
    }

    @Test
    void embeddedFormsAndScriptsBuildElementsAndNeverParseMarkup() throws IOException {
        assertThat(found(files(Path.of("bpmn"), ".html"), FORM_MARKUP)).isEmpty();
        assertThat(found(files(SCRIPTS, ".js"), SCRIPT_MARKUP)).isEmpty();
    }

    @Test
    void pagesEscapeWhatTheyShow() throws IOException {
        assertThat(found(files(TEMPLATES, ".html"), PAGE_MARKUP)).isEmpty();
    }

    static List<Path> forms() {
        return Stream.of("bpmn", "src/test/resources/models")
                .flatMap(folder -> files(Path.of(folder), ".form").stream())
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> found(List<Path> files, Pattern markup) throws IOException {
        Stream.Builder<String> found = Stream.builder();
        for (Path file : files) {
            markup.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(match -> found.add(file + ": " + match));
        }
        return found.build().toList();
    }
}
