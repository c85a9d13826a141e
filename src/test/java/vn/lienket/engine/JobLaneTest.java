package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    @ParameterizedTest
    @CsvSource({
        "CASES, PT1S, 50, PT0S",
        "MAIL, PT0.02S, 0, PT0S",
        "MAIL, PT0.02S, 5, PT0.1S",
        "BULK, PT1S, 1, PT1S",
        "BULK, PT1S, 50, PT3S",
        "TEXT, PT90S, 2, PT3S"
    })
    void whatCanWaitRestsWhilePeopleAreAnswered(JobLane lane, Duration job, int requests, Duration rest) {
        assertThat(lane.rest(job, requests)).isEqualTo(rest);
    }
}
