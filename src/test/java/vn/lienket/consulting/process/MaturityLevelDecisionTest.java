package vn.lienket.consulting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienket.consulting.process.ConsultingModel.DECISION_LEVEL;
import static vn.lienket.support.Decisions.with;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.maturity.Level;
import vn.lienket.maturity.MaturityFrameworks;
import vn.lienket.support.Decisions;
import vn.lienket.support.ProcessTest;

@ProcessTest
class MaturityLevelDecisionTest {

    private static final Map<String, Object> FORTY =
            Map.of("frameworkVersion", "internal-2026.1", "score", 40, "date", "2026-11-23");

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    @Autowired
    Decisions decisions;

    @Autowired
    MaturityFrameworks frameworks;

    @ParameterizedTest
    @CsvSource({
        "0,     level1, Mới bắt đầu",
        "19.99, level1, Mới bắt đầu",
        "20,    level2, Nhận thức",
        "39.99, level2, Nhận thức",
        "40,    level3, Hình thành",
        "59.99, level3, Hình thành",
        "60,    level4, Nâng cao",
        "79.99, level4, Nâng cao",
        "80,    level5, Dẫn dắt",
        "100,   level5, Dẫn dắt"
    })
    void everyLevelBeginsAtItsCutOff(String score, String level, String name) {
        for (Object form : List.of(score, Double.valueOf(score))) {
            assertThat(answer("score", form))
                    .containsEntry("level", level)
                    .containsEntry("levelName", name)
                    .containsEntry("citation", "Bộ câu hỏi nội bộ, chưa phải bộ tiêu chí chính thức")
                    .containsEntry("effectiveFrom", "2026-01-01")
                    .containsEntry("effectiveTo", null)
                    .containsEntry("verification", "I");
        }
    }

    static Stream<Object> noScores() {
        return Stream.of(-0.01, 100.01, "", "abc", true);
    }

    @ParameterizedTest
    @NullSource
    @MethodSource("noScores")
    void whatIsNoScoreHasNoLevel(Object score) {
        assertThat(answer("score", score)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "internal-2026", "internal-2026.10"})
    void anotherFrameworkHasNoLevelsHere(String frameworkVersion) {
        assertThat(answer("frameworkVersion", frameworkVersion)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31,", "2026-01-01, level3"})
    void theFrameworkAppliesFromItsFirstDayOn(String date, String level) {
        assertThat(answer("date", date).get("level")).isEqualTo(level);
    }

    /** Each level begins in the table where its framework's file says, under the same name. */
    @Test
    void theTableKnowsEveryFrameworkThatShipsAsItsFileDoes() {
        assertThat(frameworks.all()).isNotEmpty().allSatisfy(framework -> {
            Map<String, Object> inputs = with(FORTY, "frameworkVersion", framework.version());
            String firstDay = framework.effectiveFrom().toString();
            Object below = null;
            for (Level level : framework.levels()) {
                BigDecimal from = level.from();
                assertThat(decisions
                                .answer(DECISION_LEVEL, with(inputs, "score", from.subtract(HUNDREDTH)))
                                .get("level"))
                        .isEqualTo(below);
                assertThat(decisions.answer(DECISION_LEVEL, with(with(inputs, "score", from), "date", firstDay)))
                        .containsEntry("level", level.id())
                        .containsEntry("levelName", level.name())
                        .containsEntry("effectiveFrom", firstDay);
                below = level.id();
            }
        });
    }

    @Test
    void everyRowIsTested() {
        assertThat(decisions.rules(DECISION_LEVEL)).hasSize(5);
    }

    private Map<String, Object> answer(String name, Object value) {
        return decisions.answer(DECISION_LEVEL, with(FORTY, name, value));
    }
}
