package vn.lienket.enterprise.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienket.enterprise.process.EnterpriseModel.DECISION_SIZE;
import static vn.lienket.support.Decisions.with;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.support.Decisions;
import vn.lienket.support.ProcessTest;

@ProcessTest
class EnterpriseSizeDecisionTest {

    private static final long BILLION = 1_000_000_000;

    /** The most that an enterprise of this size has, and the size above. */
    record Limit(String sector, String size, int employees, long revenue, long capital, String above) {

        private static Limit of(String sector, String size, int employees, int revenue, int capital, String above) {
            return new Limit(sector, size, employees, revenue * BILLION, capital * BILLION, above);
        }
    }

    private static final Map<String, Object> SMALL =
            Map.of("sector", "trade-services", "employees", 11, "revenue", 1L, "capital", 1L, "date", "2026-11-23");

    @Autowired
    Decisions decisions;

    static Stream<Limit> limits() {
        Stream<Limit> production = Stream.of("agriculture", "industry-construction")
                .flatMap(sector -> Stream.of(
                        Limit.of(sector, "micro", 10, 3, 3, "small"),
                        Limit.of(sector, "small", 100, 50, 20, "medium"),
                        Limit.of(sector, "medium", 200, 200, 100, "large")));
        Stream<Limit> trade = Stream.of(
                Limit.of("trade-services", "micro", 10, 10, 3, "small"),
                Limit.of("trade-services", "small", 50, 100, 50, "medium"),
                Limit.of("trade-services", "medium", 100, 300, 100, "large"));
        return Stream.concat(production, trade);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void whoKeepsToEveryLimitIsOfTheSize(Limit limit) {
        assertThat(size(limit, 0, 0, 0)).isEqualTo(limit.size());
    }

    @ParameterizedTest
    @MethodSource("limits")
    void onePersonMoreIsTheSizeAbove(Limit limit) {
        assertThat(size(limit, 1, 0, 0)).isEqualTo(limit.above());
    }

    @ParameterizedTest
    @MethodSource("limits")
    void capitalWithinTheLimitIsEnoughWhateverTheRevenue(Limit limit) {
        assertThat(size(limit, 0, 1, 0)).isEqualTo(limit.size());
        assertThat(size(limit, 0, 1_000_000 * BILLION, 0)).isEqualTo(limit.size());
    }

    @ParameterizedTest
    @MethodSource("limits")
    void revenueWithinTheLimitIsEnoughWhateverTheCapital(Limit limit) {
        assertThat(size(limit, 0, 0, 1)).isEqualTo(limit.size());
        assertThat(size(limit, 0, 0, 1_000_000 * BILLION)).isEqualTo(limit.size());
    }

    @ParameterizedTest
    @MethodSource("limits")
    void revenueAndCapitalOneDongAboveTheirLimitsAreTheSizeAbove(Limit limit) {
        assertThat(size(limit, 0, 1, 1)).isEqualTo(limit.above());
    }

    @Test
    void anAverageHeadcountMayHaveAFraction() {
        assertThat(answer("employees", 10.0)).containsEntry("size", "micro");
        assertThat(answer("employees", 10.5)).containsEntry("size", "small");
    }

    @Test
    void nothingEarnedNothingOwnedAndNobodyEmployedIsMicro() {
        assertThat(decisions.answer(DECISION_SIZE, with(with(with(SMALL, "employees", 0), "revenue", 0), "capital", 0)))
                .containsEntry("size", "micro");
    }

    @ParameterizedTest
    @CsvSource({"2021-10-14,", "2021-10-15, small", "2026-06-30, small", "2026-07-01, small", "2099-12-31, small"})
    void theDecreeAppliesFromItsFirstDayOnAndNothingIsKnownBefore(String date, String size) {
        assertThat(answer("date", date).get("size")).isEqualTo(size);
        assertThat(answer("date", startOf(date)).get("size")).isEqualTo(size);
    }

    @Test
    void theAnswerSaysOnWhatItRests() {
        assertThat(answer("date", "2026-06-30"))
                .containsEntry("citation", "Nghị định 80/2021/NĐ-CP, Điều 5")
                .containsEntry("effectiveFrom", "2021-10-15")
                .containsEntry("effectiveTo", "2026-06-30")
                .containsEntry("verification", "S")
                .containsEntry("reservation", null);
        assertThat(answer("date", "2026-07-01"))
                .containsEntry("citation", "Nghị định 80/2021/NĐ-CP, Điều 5")
                .containsEntry("effectiveFrom", "2026-07-01")
                .containsEntry("effectiveTo", null)
                .containsEntry("verification", "R")
                .hasEntrySatisfying(
                        "reservation",
                        reason -> assertThat((String) reason).contains("148/2025/QH15", "224/2026/NĐ-CP"));
    }

    static Stream<Arguments> numbers() {
        return Stream.of("employees", "revenue", "capital")
                .flatMap(name -> Stream.of(11, 11L, 11.0, 1.1E1, "11").map(value -> Arguments.of(name, value)));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersAreTakenInEveryForm(String name, Object value) {
        assertThat(answer(name, value)).containsEntry("size", "small");
    }

    @Test
    void aNumberWithAnExponentIsTheNumber() {
        Map<String, Object> inputs = with(with(SMALL, "employees", 50), "capital", 50 * BILLION + 1);

        assertThat(decisions.answer(DECISION_SIZE, with(inputs, "revenue", 1.0E11)))
                .containsEntry("size", "small");
        assertThat(decisions.answer(DECISION_SIZE, with(inputs, "revenue", 1.00000000001E11)))
                .containsEntry("size", "medium");
    }

    /** 1.000 is a thousand to its writer and one to FEEL, so it is neither. */
    static Stream<Arguments> unusable() {
        return Stream.of(
                        Map.entry(
                                "sector", List.of("", "banking", "Trade-Services", 1, true, List.of("trade-services"))),
                        Map.entry("employees", List.of("", "abc", -1, "-1", "1.000", "1 000", "1e1", true, List.of(1))),
                        Map.entry("revenue", List.of("", "abc", -1L, "-1", "1.000", "1,5", true, List.of(1))),
                        Map.entry("capital", List.of("", "abc", -1L, "-1", "1.000", "1,5", true, List.of(1))),
                        Map.entry("date", List.of("", "abc", "23/11/2026", "2026-02-30", 20261123, true)))
                .flatMap(input -> input.getValue().stream().map(value -> Arguments.of(input.getKey(), value)));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void noRowAnswersToAnUnusableInput(String name, Object value) {
        assertThat(answer(name, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sector", "employees", "revenue", "capital", "date"})
    void noRowAnswersWithoutOneOfTheInputs(String name) {
        Map<String, Object> inputs = new HashMap<>(SMALL);
        inputs.remove(name);

        assertThat(decisions.answer(DECISION_SIZE, inputs)).isEmpty();
        assertThat(answer(name, null)).isEmpty();
    }

    @Test
    void everyRowIsTested() {
        assertThat(decisions.rules(DECISION_SIZE)).hasSize(26);
    }

    /** The size, which the change of 1 July 2026 leaves as it was. */
    private Object size(Limit limit, int moreEmployees, long moreRevenue, long moreCapital) {
        Map<String, Object> inputs = Map.of(
                "sector", limit.sector(),
                "employees", limit.employees() + moreEmployees,
                "revenue", limit.revenue() + moreRevenue,
                "capital", limit.capital() + moreCapital,
                "date", "2026-11-23");
        Object size = decisions.answer(DECISION_SIZE, inputs).get("size");
        assertThat(decisions.answer(DECISION_SIZE, with(inputs, "date", "2026-06-30")))
                .containsEntry("size", size);
        return size;
    }

    private Map<String, Object> answer(String name, Object value) {
        return decisions.answer(DECISION_SIZE, with(SMALL, name, value));
    }

    private static Date startOf(String day) {
        return Date.from(
                LocalDate.parse(day).atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
