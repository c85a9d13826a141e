package vn.lienket.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IndicatorKindTest {

    private static final List<BigDecimal> VALUES = List.of(new BigDecimal("3"), new BigDecimal("4"));

    @ParameterizedTest
    @CsvSource({
        "PERCENT, 0",
        "PERCENT, 100",
        "PERCENT, 100.00",
        "PERCENT, 99.95",
        "PERCENT, 12.500",
        "COUNT, 0",
        "COUNT, 0.000",
        "COUNT, 1352",
        "COUNT, 1E+6",
        "COUNT, 5.00",
        "RANK, 1",
        "RANK, 63",
        "MEASURE, 0",
        "MEASURE, 4.25",
        "MEASURE, 1000"
    })
    void takesWhatItCanBe(IndicatorKind kind, BigDecimal value) {
        assertThat(kind.check(value)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PERCENT | -0.01  | phải từ 0 đến 100, nhiều nhất hai chữ số thập phân
            PERCENT | 100.01 | phải từ 0 đến 100, nhiều nhất hai chữ số thập phân
            PERCENT | 99.995 | phải từ 0 đến 100, nhiều nhất hai chữ số thập phân
            COUNT   | -1     | phải là số nguyên không âm
            COUNT   | 1.5    | phải là số nguyên không âm
            RANK    | 0      | phải là số nguyên từ 1 trở lên
            RANK    | 0.5    | phải là số nguyên từ 1 trở lên
            RANK    | 2.5    | phải là số nguyên từ 1 trở lên
            RANK    | -3     | phải là số nguyên từ 1 trở lên
            MEASURE | -0.5   | phải là số không âm, nhiều nhất hai chữ số thập phân
            MEASURE | 4.125  | phải là số không âm, nhiều nhất hai chữ số thập phân
            """)
    void saysWhatItCannotBe(IndicatorKind kind, BigDecimal value, String complaint) {
        assertThat(kind.check(value)).isEqualTo(complaint);
    }

    @Test
    void onlyCountsAddUp() {
        assertThat(IndicatorKind.values()).filteredOn(IndicatorKind::addsUp).containsExactly(IndicatorKind.COUNT);
        assertThat(IndicatorKind.COUNT.total(VALUES)).contains(new BigDecimal("7"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COUNT")
    void whatDoesNotAddUpHasNoTotal(IndicatorKind kind) {
        assertThat(kind.total(VALUES)).isEmpty();
    }

    @Test
    void nothingMeasuredIsNotZero() {
        assertThat(IndicatorKind.COUNT.total(List.of())).isEmpty();
    }

    @Test
    void aRankMovesTowardsTheFirstPlaceOnly() {
        assertThat(IndicatorKind.RANK.allows(Direction.MORE)).isFalse();
        assertThat(IndicatorKind.values()).allMatch(kind -> kind.allows(Direction.LESS));
        assertThat(IndicatorKind.values())
                .filteredOn(kind -> kind.allows(Direction.MORE))
                .containsExactly(IndicatorKind.PERCENT, IndicatorKind.COUNT, IndicatorKind.MEASURE);
    }

    @Test
    void hasACodeAndALabel() {
        assertThat(IndicatorKind.values())
                .extracting(IndicatorKind::code)
                .containsExactly("percent", "count", "rank", "measure");
        assertThat(IndicatorKind.values())
                .extracting(IndicatorKind::label)
                .containsExactly("Tỷ lệ phần trăm", "Số lượng", "Thứ hạng", "Số đo");
        assertThat(IndicatorKind.of("rank")).contains(IndicatorKind.RANK);
        assertThat(IndicatorKind.of("RANK")).isEmpty();
        assertThat(IndicatorKind.of(null)).isEmpty();
    }
}
