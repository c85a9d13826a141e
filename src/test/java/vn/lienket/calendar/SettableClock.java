package vn.lienket.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that shows what the test last set, in Vietnamese time. */
class SettableClock extends Clock {

    private volatile Instant now;

    SettableClock(String localTime) {
        set(localTime);
    }

    void set(String localTime) {
        now = at(localTime);
    }

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(Deadlines.ZONE).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Deadlines.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
