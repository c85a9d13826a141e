package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobLaneTest {

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, CASES",
        "0, CASES",
        "-1, MAIL",
        "-10, MAIL",
        "-20, BULK",
        "-30, BULK",
        "-40, BULK",
        "-49, BULK",
        "-50, IMPORT",
        "-59, IMPORT",
        "-60, TEXT",
        "-9223372036854775808, TEXT"
    })
    void everyJobRunsInOneLane(long priority, JobLane lane) {
        assertThat(Stream.of(JobLane.values()).filter(each -> each.from() <= priority && priority <= each.to()))
                .containsExactly(lane);
    }
}
