package vn.lienket.cases.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.spin.Spin.JSON;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCases;

/** What is read of variables that the engine has stored and loaded. */
@ProcessTest
class VariablesTest {

    private static final Map<String, Object> ANSWERS = new LinkedHashMap<>();
    private static final Map<String, Object> STEP = new LinkedHashMap<>();

    static {
        ANSWERS.put("Q2", 5);
        ANSWERS.put("Q1", "0");
        STEP.put("cost", 1_500_000_000_000L);
        STEP.put("solution", null);
    }

    @Autowired
    SigningCases cases;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    private String instance;

    @BeforeEach
    void openCase() {
        instance = cases.open().instance().getId();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("Kho số", "Kho số"),
                Arguments.of(15, "15"),
                Arguments.of(1_500_000_000_000L, "1500000000000"),
                Arguments.of(1.5e12, "1500000000000"),
                Arguments.of(100.0, "100"),
                Arguments.of(0.0, "0"),
                Arguments.of(2.5, "2.5"),
                Arguments.of(true, "true"),
                Arguments.of(null, null));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void saysNumbersInPlainDigits(Object given, String text) {
        assertThat(this.<String>read(given, scope -> Variables.text(scope, "given")))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void takesTheWordForTheBoolean(String word, boolean flag) {
        assertThat(this.<Boolean>read(word, scope -> Variables.flag(scope, "given")))
                .isEqualTo(flag);
        assertThat(this.<Boolean>read(flag, scope -> Variables.flag(scope, "given")))
                .isEqualTo(flag);
    }

    static Stream<Object> noBooleans() {
        return Stream.of("co", "có", "1", 1, 0, "TRUE!", JSON("[true]"), new ArrayList<>(List.of(true)));
    }

    @ParameterizedTest
    @MethodSource("noBooleans")
    void takesNothingElseForABoolean(Object given) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(given, scope -> Variables.flag(scope, "given")))
                .satisfies(problem -> assertThat(problem.fields())
                        .extracting(ProblemException.Field::name)
                        .containsExactly("given"));
    }

    static Stream<Object> noTexts() {
        return Stream.of(ANSWERS, new ArrayList<>(List.of("a")), JSON("{\"a\":1}"), JSON("[]"), new Date());
    }

    @ParameterizedTest
    @MethodSource("noTexts")
    void takesNoObjectForAText(Object given) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(given, scope -> Variables.text(scope, "given")));
    }

    static Stream<Object> codes() {
        return Stream.of(Arrays.asList("A", "B"), JSON("[\"A\",\"B\"]"), "[\"A\", \"B\"]", "A, B");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void readsCodesHoweverTheyCame(Object given) {
        assertThat(this.<List<String>>read(given, scope -> Variables.codes(scope, "given")))
                .containsExactly("A", "B");
    }

    static Stream<Object> maps() {
        return Stream.of(ANSWERS, JSON("{\"Q2\":5,\"Q1\":\"0\"}"), " {\"Q2\": 5, \"Q1\": \"0\"} ");
    }

    @ParameterizedTest
    @MethodSource("maps")
    void readsAMapHoweverItCameAndKeepsItsOrder(Object given) {
        assertThat(map(given)).containsExactly(entry("Q2", 5), entry("Q1", "0"));
    }

    static Stream<Object> lists() {
        String json = "[{\"Q2\":5,\"Q1\":\"0\"},{\"cost\":1500000000000,\"solution\":null}]";
        return Stream.of(new ArrayList<>(List.of(ANSWERS, STEP)), JSON(json), json);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsAListOfMapsHoweverItCame(Object given) {
        assertThat(list(given)).containsExactly(ANSWERS, STEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null"})
    void nothingGivenIsNothing(String given) {
        assertThat(map(given)).isNull();
        assertThat(list(given)).isNull();
        assertThat(map(null)).isNull();
        assertThat(list(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "Q1=5", "{\"Q1\":5} x", "{\"Q1\":5,\"Q1\":4}", "5", "\"Q1\"", "[5]"})
    void whatIsNoObjectOrArrayOfObjectsIsRefusedByName(String given) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> map(given))
                .withMessage("Trường given không đúng định dạng JSON.")
                .satisfies(refusal -> assertThat(refusal.fields())
                        .singleElement()
                        .extracting(ProblemException.Field::name)
                        .isEqualTo("given"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> list(given));
    }

    @Test
    void anObjectIsNoListAndAListNoObject() {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> list(ANSWERS));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> map(new ArrayList<>(List.of(ANSWERS))));
    }

    private Map<String, Object> map(Object given) {
        return read(given, scope -> Variables.map(scope, "given"));
    }

    private List<Map<String, Object>> list(Object given) {
        return read(given, scope -> Variables.list(scope, "given"));
    }

    private <T> T read(Object given, Function<VariableScope, T> reading) {
        runtimeService.setVariable(instance, "given", given);
        return engine.getCommandExecutorTxRequired()
                .execute(command -> reading.apply(command.getExecutionManager().findExecutionById(instance)));
    }
}
