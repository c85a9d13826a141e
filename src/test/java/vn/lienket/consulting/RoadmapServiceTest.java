package vn.lienket.consulting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienket.calendar.ShippedRules;
import vn.lienket.maturity.ShippedFramework;
import vn.lienket.problem.ProblemException;

/** The check of a roadmap's steps. */
class RoadmapServiceTest {

    private static final ConsultingCase CASE =
            ConsultingCase.open("H09-261123-0001", "binhduong-qtsc", "binhduong", null, "Kho", "solution");

    private final RoadmapService roadmaps = new RoadmapService(
            null,
            new AssessmentService(null, ShippedFramework.all(), null, Clock.systemDefaultZone()),
            null,
            null,
            null,
            ShippedRules.limits(),
            null,
            Clock.systemDefaultZone());

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("title", null, "Bước 1, tên việc: không được để trống."),
                Arguments.of("title", " ", "Bước 1, tên việc: không được để trống."),
                Arguments.of("title", "a\u0000b", "Bước 1, tên việc: có ký tự không hợp lệ."),
                Arguments.of("pillar", null, "Bước 1, trụ cột: hãy chọn một trụ cột của bộ câu hỏi."),
                Arguments.of("pillar", "astrology", "Bước 1, trụ cột: hãy chọn một trụ cột của bộ câu hỏi."),
                Arguments.of("solution", "", "Bước 1, giải pháp: không được để trống."),
                Arguments.of("cost", null, "Bước 1, chi phí (đồng): nhập số nguyên từ 0 đến 1.000.000.000.000."),
                Arguments.of("cost", -1, "Bước 1, chi phí (đồng): nhập số nguyên từ 0 đến 1.000.000.000.000."),
                Arguments.of("cost", 0.5, "Bước 1, chi phí (đồng): nhập số nguyên từ 0 đến 1.000.000.000.000."),
                Arguments.of(
                        "cost",
                        1_000_000_000_001L,
                        "Bước 1, chi phí (đồng): nhập số nguyên từ 0 đến 1.000.000.000.000."),
                Arguments.of("dueInWorkingDays", 0, "Bước 1, thời hạn (ngày làm việc): nhập số nguyên từ 1 đến 1.000."),
                Arguments.of(
                        "dueInWorkingDays", 1001, "Bước 1, thời hạn (ngày làm việc): nhập số nguyên từ 1 đến 1.000."),
                Arguments.of("supportKind", "everything", "Bước 1, loại hỗ trợ: không có trong danh mục."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesTheStepAndWhatIsWrongWithIt(String field, Object value, String sentence) {
        assertRefused(List.of(step(field, value)), sentence);
    }

    @Test
    void namesEveryWrongStep() {
        assertRefused(
                List.of(step("title", ""), step("title", "Thuê"), step("cost", "ba đồng")),
                "Bước 1, tên việc: không được để trống."
                        + " Bước 3, chi phí (đồng): nhập số nguyên từ 0 đến 1.000.000.000.000.");
    }

    @Test
    void aRoadmapHasBetweenOneAndFiftySteps() {
        assertRefused(null, "Các bước của lộ trình: cần ít nhất một bước.");
        assertRefused(List.of(), "Các bước của lộ trình: cần ít nhất một bước.");
        assertRefused(Collections.nCopies(51, step("title", "Thuê")), "Các bước của lộ trình: không quá 50 bước.");
        assertThat(roadmaps.check(CASE, Collections.nCopies(50, step("title", "Thuê"))))
                .hasSize(50);
    }

    @Test
    void takesNumbersInWhateverWayTheyCameAndNoSupportWhereNoneIsAskedFor() {
        Map<String, Object> given = step("supportKind", null);
        given.put("cost", "80000000");
        given.put("dueInWorkingDays", 20.0);

        assertThat(roadmaps.check(CASE, List.of(given)))
                .containsExactly(
                        RoadmapStep.planned("Thuê phần mềm", "strategy", "SaaS", 80_000_000, 20, SupportKind.NONE));
    }

    private void assertRefused(List<Map<String, Object>> steps, String sentence) {
        assertThatThrownBy(() -> roadmaps.check(CASE, steps))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.fields())
                                .extracting(ProblemException.Field::name)
                                .containsOnly("roadmapSteps"))
                .hasMessage(sentence);
    }

    private static Map<String, Object> step(String field, Object value) {
        Map<String, Object> step = new HashMap<>(Map.of(
                "title",
                "Thuê phần mềm",
                "pillar",
                "strategy",
                "solution",
                "SaaS",
                "cost",
                80_000_000,
                "dueInWorkingDays",
                20,
                "supportKind",
                "dx-solution"));
        step.put(field, value);
        return step;
    }
}
