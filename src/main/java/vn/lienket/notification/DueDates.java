package vn.lienket.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.calendar.Deadlines;
import vn.lienket.party.Organisation;

/** Says due dates in Vietnamese. */
@Component
class DueDates {

    private static final Map<Long, String> DAYS = Map.of(
            1L, "thứ Hai", 2L, "thứ Ba", 3L, "thứ Tư", 4L, "thứ Năm", 5L, "thứ Sáu", 6L, "thứ Bảy", 7L, "Chủ nhật");

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendText(ChronoField.DAY_OF_WEEK, DAYS)
            .appendPattern(", dd/MM/yyyy, HH:mm")
            .toFormatter();

    private final Deadlines deadlines;
    private final Clock clock;

    DueDates(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * E.g. "thứ Ba, 24/11/2026, 17:00", with a remark if the days off of its year have not been announced.
     *
     * @param due may be null
     * @param responsible the organisations by whose calendars it was counted
     */
    String inWords(Instant due, Stream<Organisation> responsible) {
        if (due == null) {
            return "không đặt thời hạn";
        }
        ZonedDateTime at = due.atZone(clock.getZone());
        boolean provisional =
                responsible.anyMatch(organisation -> deadlines.provisional(organisation.id(), at.toLocalDate()));
        return FORMAT.format(at)
                + (provisional ? " (tạm tính: chưa có thông báo lịch nghỉ năm %d)".formatted(at.getYear()) : "");
    }
}
