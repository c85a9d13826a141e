package vn.lienket.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that shows what the test last set, in Vietnamese time. */
public class SettableClock extends Clock {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private volatile Instant now = at("2026-11-20T09:00");

    public void set(String localTime) {
        now = at(localTime);
    }

    public static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(VIETNAM).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return VIETNAM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
