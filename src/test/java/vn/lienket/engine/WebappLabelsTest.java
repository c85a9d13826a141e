package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The labels of the four web applications say in Vietnamese, in the words of the glossary, what Camunda's own say in English. */
class WebappLabelsTest {

    private static final String FOLDER = "META-INF/resources/webjars/camunda/app/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern TAG = Pattern.compile("</?(a|b|br|i|strong)\\b[^>]*>");
    private static final Pattern CODE = Pattern.compile("%s|%s|&\\w+;".formatted(PLACEHOLDER, TAG));
    private static final Pattern WORD = Pattern.compile("\\d*\\p{L}[\\p{L}\\d]*");

    private static final Glossary GLOSSARY = glossary();

    /** The longest first. */
    private static final List<Term> TERMS = GLOSSARY.terms().entrySet().stream()
            .map(entry -> new Term(entry.getKey(), entry.getValue()))
            .sorted((one, other) -> other.english().length() - one.english().length())
            .toList();

    static Stream<String> applications() {
        return Stream.of("tasklist", "cockpit", "admin", "welcome");
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyLabelIsThereAndNoOther(String application) {
        assertThat(List.copyOf(read(application, "vi").labels().keySet()))
                .containsExactlyInAnyOrderElementsOf(
                        read(application, "en").labels().keySet())
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyLabelIsTranslatedAndNoneLost(String application) {
        assertThat(wrong(
                        application,
                        (english, vietnamese) -> vietnamese.equals(english)
                                ? !english.isBlank() && !GLOSSARY.equal().contains(english)
                                // the ending of a plural, which Vietnamese does not have
                                : vietnamese.isBlank() && !english.equals("s")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("applications")
    void whatIsFilledInAndMarkedUpIsKept(String application) {
        assertThat(wrong(
                        application,
                        (english, vietnamese) -> !found(PLACEHOLDER, vietnamese).equals(found(PLACEHOLDER, english))
                                || !found(TAG, vietnamese).equals(found(TAG, english))))
                .isEmpty();
    }

    /** Camunda composes sentences of some labels. */
    @ParameterizedTest
    @MethodSource("applications")
    void blanksAroundALabelAreKept(String application) {
        assertThat(wrong(
                        application,
                        (english, vietnamese) -> english.startsWith(" ") != vietnamese.startsWith(" ")
                                || english.endsWith(" ") != vietnamese.endsWith(" ")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("applications")
    void everyTermIsTranslatedAsInTheGlossary(String application) {
        assertThat(wrong(
                        application,
                        (english, vietnamese) ->
                                !GLOSSARY.exceptions().containsKey(english) && !keepsTerms(english, vietnamese)))
                .isEmpty();
    }

    @Test
    void everyExceptionIsNeeded() {
        Set<String> needed = applications()
                .flatMap(application -> pairs(application).values().stream())
                .filter(label -> !keepsTerms(label.english(), label.vietnamese()))
                .map(Label::english)
                .collect(Collectors.toSet());
        Set<String> equal = applications()
                .flatMap(application -> pairs(application).values().stream())
                .filter(label -> label.english().equals(label.vietnamese())
                        && !label.english().isBlank())
                .map(Label::english)
                .collect(Collectors.toSet());

        assertThat(GLOSSARY.exceptions().keySet()).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(GLOSSARY.equal()).containsExactlyInAnyOrderElementsOf(equal);
    }

    @ParameterizedTest
    @MethodSource("applications")
    void noEnglishWordIsLeft(String application) {
        Set<String> english = applications()
                .flatMap(each -> read(each, "en").labels().values().stream())
                .flatMap(label -> words(label).stream())
                .collect(Collectors.toCollection(HashSet::new));
        english.removeAll(GLOSSARY.names());
        english.removeAll(GLOSSARY.syllables());

        assertThat(english).contains("the", "task", "process", "instance", "could", "of");
        assertThat(wrong(
                        application,
                        (ignored, vietnamese) -> words(vietnamese).stream().anyMatch(english::contains)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("applications")
    void datesAreVietnamese(String application) {
        Map<String, Object> dates = read(application, "vi").dateLocales();

        assertThat(dates)
                .containsOnlyKeys(
                        "calendar",
                        "longDateFormat",
                        "months",
                        "monthsShort",
                        "relativeTime",
                        "week",
                        "weekdays",
                        "weekdaysMin",
                        "weekdaysShort");
        assertThat((List<?>) dates.get("months")).hasSize(12).first().isEqualTo("Tháng 1");
        assertThat((List<?>) dates.get("weekdays")).hasSize(7).first().isEqualTo("Chủ nhật");
        assertThat((Map<?, ?>) dates.get("longDateFormat"))
                .isEqualTo(Map.of(
                        "L", "DD/MM/YYYY",
                        "LL", "DD/MM/YYYY",
                        "LLL", "DD/MM/YYYY HH:mm",
                        "LLLL", "dddd, DD/MM/YYYY HH:mm",
                        "LT", "HH:mm",
                        "LTS", "HH:mm:ss"));
    }

    private static Map<String, Label> wrong(String application, BiPredicate<String, String> wrong) {
        return pairs(application).entrySet().stream()
                .filter(entry ->
                        wrong.test(entry.getValue().english(), entry.getValue().vietnamese()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Label> pairs(String application) {
        Map<String, String> vietnamese = read(application, "vi").labels();
        return read(application, "en").labels().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Label(entry.getValue(), vietnamese.getOrDefault(entry.getKey(), ""))));
    }

    /** A word counts for the longest term that it belongs to. */
    private static boolean keepsTerms(String english, String vietnamese) {
        String rest = withoutCode(english);
        String translated = vietnamese.toLowerCase(Locale.ROOT);
        for (Term term : TERMS) {
            String others = term.pattern().matcher(rest).replaceAll(" ");
            if (!others.equals(rest) && !translated.contains(term.vietnamese().toLowerCase(Locale.ROOT))) {
                return false;
            }
            rest = others;
        }
        return true;
    }

    private static List<String> found(Pattern pattern, String label) {
        return pattern.matcher(label).results().map(MatchResult::group).sorted().toList();
    }

    private static Set<String> words(String label) {
        return Set.copyOf(WORD.matcher(withoutCode(label))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet()));
    }

    private static String withoutCode(String label) {
        return CODE.matcher(label).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static LabelFile read(String application, String language) {
        try (InputStream file = new ClassPathResource("%s%s/locales/%s.json".formatted(FOLDER, application, language))
                .getInputStream()) {
            return JSON.readValue(file, LabelFile.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException(application, unreadable);
        }
    }

    private static Glossary glossary() {
        try (InputStream file = new ClassPathResource(FOLDER + "glossary.vi.yaml").getInputStream()) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return JSON.convertValue(content, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private record Label(String english, String vietnamese) {}

    private record LabelFile(Map<String, Object> dateLocales, Map<String, String> labels) {}

    private record Glossary(
            Map<String, String> terms,
            Map<String, String> exceptions,
            Set<String> equal,
            Set<String> names,
            Set<String> syllables) {}

    private record Term(String english, String vietnamese) {

        Pattern pattern() {
            return Pattern.compile("\\b%s(s|es)?\\b".formatted(Pattern.quote(english)));
        }
    }
}
