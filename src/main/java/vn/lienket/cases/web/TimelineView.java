package vn.lienket.cases.web;

import java.time.Instant;
import java.util.Locale;
import vn.lienket.cases.TimelineEntry;

/**
 * One thing that happened to a case; people by id and name.
 *
 * @param kind {@code status}, {@code task}, {@code comment}, {@code document}, {@code clock}, {@code mail}, {@code decision} or
 *     {@code admin}
 */
record TimelineView(
        Instant at,
        String kind,
        String what,
        String by,
        String byName,
        String onBehalfOf,
        String onBehalfOfName,
        String detail) {

    static TimelineView of(TimelineEntry entry, People people) {
        return new TimelineView(
                entry.at(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.what(),
                entry.by(),
                people.name(entry.by()),
                entry.onBehalfOf(),
                people.name(entry.onBehalfOf()),
                entry.detail());
    }
}
