package vn.lienket.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienket.programme.Direction;
import vn.lienket.programme.IndicatorKind;
import vn.lienket.programme.SharedIndicator;

class IndicatorWordsTest {

    @ParameterizedTest
    @CsvSource({
        "PERCENT, MORE, %, 85.5, 90, 'Chưa đạt, còn thiếu 4,5 điểm phần trăm so với mục tiêu.'",
        "PERCENT, MORE, %, 92, 90, 'Đạt, hơn mục tiêu 2 điểm phần trăm.'",
        "PERCENT, MORE, %, 90.00, 90, 'Đạt, đúng bằng mục tiêu.'",
        "COUNT, MORE, lượt, 1000, 2500, 'Chưa đạt, còn thiếu 1.500 lượt so với mục tiêu.'",
        "MEASURE, LESS, phút, 18, 15, 'Chưa đạt, còn cao hơn mục tiêu 3 phút.'",
        "MEASURE, LESS, phút, 12.5, 15, 'Đạt, thấp hơn mục tiêu 2,5 phút.'",
        "RANK, LESS, hạng, 19, 15, 'Chưa đạt, còn kém mục tiêu 4 bậc.'",
        "RANK, LESS, hạng, 12, 15, 'Đạt, trên mục tiêu 3 bậc.'"
    })
    void theDistanceIsToldInWhatTheKindIsMeasuredIn(
            IndicatorKind kind, Direction direction, String unit, BigDecimal value, BigDecimal target, String words) {
        assertThat(IndicatorWords.distance(kind, direction, unit, value, target))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource
    void onlyCountsAreSummed(IndicatorKind kind) {
        String words = IndicatorWords.together(shared(kind, 3, "700", "500"));

        if (kind == IndicatorKind.COUNT) {
            assertThat(words)
                    .isEqualTo(
                            "Chỉ tiêu (3 hoạt động): tổng các giá trị mới nhất là 1.200 lượt, còn 1 hoạt động chưa có giá trị.");
        } else {
            assertThat(words).contains("không cộng được").doesNotContain("1.200");
        }
    }

    private static SharedIndicator shared(IndicatorKind kind, int activities, String... newest) {
        return new SharedIndicator(
                "ioc",
                "Chỉ tiêu",
                "lượt",
                kind,
                activities,
                List.of(newest).stream().map(BigDecimal::new).toList());
    }
}
