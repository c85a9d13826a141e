package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShortIdsTest {

    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-12-01T08:00:00Z").toEpochMilli());
    private final ShortIds ids = new ShortIds(now::get);

    @Test
    void fourteenCharactersInTheOrderInWhichTheyWereGiven() {
        List<String> given = Stream.generate(() -> {
                    now.addAndGet(7);
                    return ids.getNextId();
                })
                .limit(1_000)
                .toList();

        assertThat(given).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-v]{14}"));
    }

    @Test
    void moreThanAMillisecondHasPlacesFor() {
        assertThat(take(ids, 10_000)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void eightAtOnce() {
        List<String> given = IntStream.range(0, 8)
                .parallel()
                .mapToObj(thread -> take(ids, 5_000))
                .flatMap(List::stream)
                .toList();

        assertThat(given).hasSize(40_000).doesNotHaveDuplicates();
    }

    @Test
    void aClockThatIsSetBack() {
        List<String> before = take(ids, 100);
        now.addAndGet(-Duration.ofDays(400).toMillis());

        assertThat(take(ids, 100)).isSorted().first().asString().isGreaterThan(before.get(99));
    }

    @Test
    void anotherNodeInTheSameMoment() {
        assertThat(take(new ShortIds(now::get), 1_000)).doesNotContainAnyElementsOf(take(ids, 1_000));
    }

    private static List<String> take(ShortIds ids, int count) {
        return Stream.generate(ids::getNextId).limit(count).toList();
    }
}
