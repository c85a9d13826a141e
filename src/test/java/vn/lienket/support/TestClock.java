package vn.lienket.support;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The application's clock in a {@link ProcessTest}: the real one, until a test sets it and as long as it does not {@link #reset}. */
public class TestClock extends Clock {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private volatile Instant shown;

    /** @param localTime in Vietnam, e.g. {@code 2026-11-02T09:00} */
    public void set(String localTime) {
        shown = at(localTime);
    }

    public void reset() {
        shown = null;
    }

    public static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(VIETNAM).toInstant();
    }

    @Override
    public Instant instant() {
        Instant set = shown;
        return set == null ? Instant.now() : set;
    }

    @Override
    public ZoneId getZone() {
        return VIETNAM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Hanger {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
