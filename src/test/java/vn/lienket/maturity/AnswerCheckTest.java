package vn.lienket.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienket.problem.ProblemException;

/** What is taken as an answer and how the rest is refused. */
class AnswerCheckTest {

    private final MaturityFramework framework = Samples.framework();

    @Test
    void answersAreTakenAsNumbersOrTextAndReturnedInTheOrderOfTheFramework() {
        Map<String, Object> raw = complete();
        raw.put("one-a", "0");
        raw.put("one-b", 5L);
        raw.put("one-c", 4.0);

        Map<String, Integer> answers = framework.check(raw);

        assertThat(answers.keySet())
                .containsExactly("one-a", "one-b", "one-c", "one-d", "two-a", "two-b", "two-c", "two-d");
        assertThat(answers).containsEntry("one-a", 0).containsEntry("one-b", 5).containsEntry("one-c", 4);
    }

    @Test
    void everyUnansweredQuestionIsNamed() {
        Map<String, Object> raw = complete();
        raw.remove("one-b");
        raw.put("two-c", null);
        raw.put("two-d", " ");

        assertThat(refusal(raw))
                .isEqualTo(
                        "Phiếu đánh giá: 3 câu hỏi chưa trả lời: Một câu 2 (one-b), Hai câu 3 (two-c), Hai câu 4 (two-d).");
    }

    @Test
    void noAnswersAtAllLackEveryQuestion() {
        assertThat(refusal(null)).startsWith("Phiếu đánh giá: 8 câu hỏi chưa trả lời: Một câu 1 (one-a), ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "-1", "2.5", "0x1", "năm", "1e0", "٣", "1\n"})
    void aWrongAnswerIsNamed(String value) {
        Map<String, Object> raw = complete();
        raw.put("two-a", value);

        assertThat(refusal(raw))
                .isEqualTo("Phiếu đánh giá: câu trả lời phải là số nguyên từ 0 đến 5: Hai câu 1 (two-a).");
    }

    @Test
    void numbersBetweenOrBeyondAreWrongAnswersToo() {
        Map<String, Object> raw = complete();
        raw.put("one-a", 6);
        raw.put("one-b", -1L);
        raw.put("one-c", 2.5);
        raw.put("one-d", Double.NaN);
        raw.put("two-a", true);

        assertThat(refusal(raw)).contains("(one-a)", "(one-b)", "(one-c)", "(one-d)", "(two-a)");
    }

    @Test
    void anUnknownQuestionIsRefused() {
        Map<String, Object> raw = complete();
        raw.put("three-a", 1);

        assertThat(refusal(raw)).isEqualTo("Phiếu đánh giá: bộ câu hỏi test-1 không có câu hỏi: three-a.");
    }

    private Map<String, Object> complete() {
        Map<String, Object> raw = new HashMap<>();
        framework.questions().forEach(question -> raw.put(question.id(), 3));
        return raw;
    }

    private String refusal(Map<String, ?> raw) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> framework.check(raw));
        assertThat(refused.kind()).isEqualTo(ProblemException.Kind.INVALID);
        assertThat(refused.fields()).extracting(ProblemException.Field::name).containsOnly("answers");
        return refused.getMessage();
    }
}
