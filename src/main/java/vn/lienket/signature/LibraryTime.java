package vn.lienket.signature;

import java.time.Instant;
import java.util.Date;

/** Moments as the library of signatures takes and gives them; null stays null. */
final class LibraryTime {

    private LibraryTime() {}

    static Date of(Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    static Instant in(Date date) {
        return date == null ? null : date.toInstant();
    }
}
