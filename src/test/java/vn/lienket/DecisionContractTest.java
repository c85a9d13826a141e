package vn.lienket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.NamedElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.StringUtils;

/** What every decision table promises: law is data with a period, a source and how far that was verified. */
class DecisionContractTest {

    private static final String DATE_EXPRESSION = "string(date(date))";
    private static final String VIETNAMESE = "(?s).*[À-ỹ].*";

    static Stream<Path> tables() {
        return ModelFile.files(".dmn");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowSaysOnWhatItRestsAndHowFarThatWasVerified(Path file) {
        DecisionTable table = table(file);

        assertThat(table.getRules()).isNotEmpty().allSatisfy(rule -> {
            Map<String, String> outputs = outputs(table, rule);
            assertThat(outputs.get("citation")).matches(VIETNAMESE);
            assertThat(outputs.get("verification")).matches("\"[WSRI]\"");
            if (outputs.get("verification").equals("\"R\"")) {
                assertThat(outputs.get("reservation"))
                        .as("why it is unverified")
                        .matches(VIETNAMESE);
            }
            assertThat(rule.getDescription().getTextContent()).matches(VIETNAMESE);
        });
    }

    /** What a row says of its period and what it answers to cannot drift apart, and no row answers to every date. */
    @ParameterizedTest
    @MethodSource("tables")
    void everyRowAnswersOnlyInThePeriodThatItNames(Path file) {
        DecisionTable table = table(file);
        int date = dateColumn(table);

        assertThat(table.getRules()).allSatisfy(rule -> {
            Map<String, String> outputs = outputs(table, rule);
            String from = outputs.get("effectiveFrom");
            String to = outputs.get("effectiveTo");
            assertThat(from).satisfies(DecisionContractTest::isDate);
            if (to.equals("null")) {
                assertThat(inputs(rule).get(date)).isEqualTo(">= " + from);
            } else {
                assertThat(to).satisfies(DecisionContractTest::isDate).isGreaterThanOrEqualTo(from);
                assertThat(inputs(rule).get(date)).isEqualTo("[" + from + ".." + to + "]");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void whatAUserReadsIsVietnamese(Path file) {
        DmnModelInstance model = model(file);

        assertThat(model.getModelElementsByType(Decision.class))
                .extracting(NamedElement::getName)
                .allMatch(name -> name.matches(VIETNAMESE));
        assertThat(Stream.concat(
                        table(file).getInputs().stream().map(Input::getLabel),
                        table(file).getOutputs().stream().map(Output::getLabel)))
                .allMatch(label -> label.matches(VIETNAMESE));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyIdIsChosenAndBeginsWithItsKind(Path file) {
        assertThat(model(file).getModelElementsByType(DmnElement.class))
                .allSatisfy(element -> assertThat(element.getId())
                        .matches(StringUtils.capitalize(element.getElementType().getTypeName())
                                + "_([A-Z][a-z]*|\\d+)+"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableIsNamedAfterItsFile(Path file) {
        String decision = model(file)
                .getModelElementsByType(Decision.class)
                .iterator()
                .next()
                .getId();

        assertThat(file.getFileName()).hasToString(kebabCase(decision.substring("Decision_".length())) + ".dmn");
    }

    /** Another language would bring another engine onto the class path, or Java into a table. */
    @ParameterizedTest
    @MethodSource("tables")
    void nothingIsSaidInAnotherLanguageThanFeel(Path file) {
        assertThat(ModelFile.content(file)).doesNotContain("expressionLanguage", "camunda:");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyDecisionHasItsPlaceOnTheDiagram(Path file) {
        assertThat(ModelFile.content(file))
                .contains(model(file).getModelElementsByType(Decision.class).stream()
                        .map(decision -> "dmnElementRef=\"" + decision.getId() + "\"")
                        .toList());
    }

    private static DmnModelInstance model(Path file) {
        return Dmn.readModelFromFile(file.toFile());
    }

    private static DecisionTable table(Path file) {
        return model(file)
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
    }

    private static int dateColumn(DecisionTable table) {
        List<String> expressions = table.getInputs().stream()
                .map(input -> input.getInputExpression().getText().getTextContent())
                .toList();
        assertThat(expressions).contains(DATE_EXPRESSION);
        return expressions.indexOf(DATE_EXPRESSION);
    }

    private static List<String> inputs(Rule rule) {
        return rule.getInputEntries().stream()
                .map(entry -> entry.getText().getTextContent())
                .toList();
    }

    private static Map<String, String> outputs(DecisionTable table, Rule rule) {
        Map<String, String> outputs = new HashMap<>();
        Iterator<OutputEntry> entries = rule.getOutputEntries().iterator();
        table.getOutputs()
                .forEach(output ->
                        outputs.put(output.getName(), entries.next().getText().getTextContent()));
        return outputs;
    }

    private static void isDate(String literal) {
        assertThat(LocalDate.parse(literal.substring(1, literal.length() - 1))).isNotNull();
    }

    private static String kebabCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
    }
}
