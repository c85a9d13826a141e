package vn.lienket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

    private Instant now = Instant.parse("2026-11-28T03:00:00Z");
    private final Repetitions repetitions = new Repetitions(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void writesTheFirstOnesAndThenHowManyThereWere() {
        assertThat(written("203.0.113.7", 25)).isEqualTo(Repetitions.WRITTEN);
        assertThat(written("203.0.113.8", 1)).isEqualTo(1);
        assertThat(repetitions.over()).isEmpty();

        now = now.plus(Duration.ofMinutes(1));

        assertThat(repetitions.over()).singleElement().satisfies(sum -> {
            assertThat(sum.fact(AuditEvent.Fact.ADDRESS)).isEqualTo("203.0.113.7");
            assertThat(sum.fact(AuditEvent.Fact.DETAIL)).isEqualTo("25 lần trong một phút, 10 lần đầu đã ghi riêng");
        });
        assertThat(repetitions.over()).isEmpty();
        assertThat(written("203.0.113.7", 1)).isEqualTo(1);
    }

    @Test
    void holdsAgainstMorePlacesThanItCounts() {
        int written = IntStream.range(0, Repetitions.KINDS + 500)
                .mapToObj(i -> written("2001:db8::" + i, 1))
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(written).isEqualTo(Repetitions.KINDS + Repetitions.WRITTEN);
    }

    private int written(String address, int times) {
        return (int) IntStream.range(0, times)
                .filter(i -> repetitions
                        .admit(AuditEvent.refused(AuditAct.REQUEST_REFUSED).from(address, "GET /"))
                        .isPresent())
                .count();
    }
}
