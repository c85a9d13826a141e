package vn.lienket.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    @Test
    void noMoreAreHashedAtATimeThanThereAreTurns() {
        PasswordHashing hashing = new PasswordHashing(new Semaphore(2, true), Duration.ofMinutes(1));
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        List<CompletableFuture<Void>> flood = Stream.generate(() -> CompletableFuture.<Void>supplyAsync(
                        () -> hashing.inTurn(() -> {
                            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                            pause();
                            atWork.decrementAndGet();
                            return null;
                        }),
                        task -> new Thread(task).start()))
                .limit(20)
                .toList();
        flood.forEach(CompletableFuture::join);

        assertThat(most).hasValue(2);
    }

    @Test
    void whoWaitsTooLongIsToldSoAndTheNextOneGetsHisTurn() {
        Semaphore turns = new Semaphore(0, true);
        PasswordHashing hashing = new PasswordHashing(turns, Duration.ofMillis(20));

        assertThatThrownBy(() -> hashing.hash("một mật khẩu đủ dài")).isInstanceOf(PasswordHashing.BusyException.class);

        turns.release();
        assertThatThrownBy(() -> hashing.inTurn(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(hashing.matches("một mật khẩu đủ dài", hashing.hash("một mật khẩu đủ dài")))
                .isTrue();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
