package vn.lienket.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores reckoned by hand; the weights of the sample are 1, 2, 3, 0.5 (pillar 3) and 1, 1, 1, 1 (pillar 1.5). */
class ScoresTest {

    private final MaturityFramework framework = Samples.framework();

    @Test
    void aPillarHasTheWeightedMeanOfItsAnswersAndTheWholeThatOfThePillars() {
        Scores scores = framework.score(answers(1, 2, 3, 4, 5, 5, 4, 0));

        // one: (1·1 + 2·2 + 3·3 + 0.5·4) / (6.5·5) = 16 / 32.5 = 49.23…; two: 14 / 20 = 70
        assertThat(scores.pillars()).containsExactly(Map.entry("one", score("49.2")), Map.entry("two", score("70.0")));
        // (3·0.4923… + 1.5·0.7) / 4.5 = 56.153…
        assertThat(scores.overall()).isEqualTo(score("56.2"));
    }

    @Test
    void theOverallScoreComesFromTheUnroundedPillars() {
        Scores scores = framework.score(answers(0, 0, 0, 1, 0, 0, 0, 1));

        // one: 0.5 / 32.5 = 1.538…; two: 1 / 20 = 5; overall (3·1.538… + 1.5·5) / 4.5 = 2.692…, from rounded ones
        // 2.666…
        assertThat(scores.pillars().values()).containsExactly(score("1.5"), score("5.0"));
        assertThat(scores.overall()).isEqualTo(score("2.7"));
    }

    @Test
    void halfAStepIsRoundedUpAndThirdsMakeAWhole() {
        Fraction third = new Fraction(BigDecimal.ONE, BigDecimal.valueOf(3));

        assertThat(new Fraction(BigDecimal.ONE, BigDecimal.valueOf(2000)).percent())
                .isEqualTo(score("0.1"));
        assertThat(third.percent()).isEqualTo(score("33.3"));
        assertThat(third.plus(third).plus(third).percent()).isEqualTo(score("100.0"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0, level1", "5, 100.0, level3"})
    void theEndsOfTheScaleAreExact(int answer, BigDecimal expected, String level) {
        Scores scores = framework.score(answers(answer, answer, answer, answer, answer, answer, answer, answer));

        assertThat(scores.pillars().values()).containsOnly(expected);
        assertThat(scores.overall()).isEqualTo(expected);
        assertThat(framework.level(scores.overall()).id()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"0, level1", "33.2, level1", "33.3, level2", "66.6, level2", "66.7, level3", "100, level3"})
    void aLevelBeginsAtItsCutOff(BigDecimal overall, String level) {
        assertThat(framework.level(overall).id()).isEqualTo(level);
        assertThat(framework.level(level)).hasValue(framework.level(overall));
    }

    @Test
    void theOrderOfTheAnswersDoesNotMatter() {
        Map<String, Integer> answers = answers(1, 2, 3, 4, 5, 5, 4, 0);
        Map<String, Integer> reversed = new TreeMap<>(Comparator.reverseOrder());
        reversed.putAll(answers);

        assertThat(framework.score(reversed)).isEqualTo(framework.score(answers));
    }

    @Test
    void nothingIsReckonedWithoutEveryAnswer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework.score(Map.of("one-a", 1)))
                .withMessage("No answer to one-b");
    }

    private Map<String, Integer> answers(int... values) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        framework.questions().forEach(question -> answers.put(question.id(), values[answers.size()]));
        return answers;
    }

    private static BigDecimal score(String score) {
        return new BigDecimal(score);
    }
}
