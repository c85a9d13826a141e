package vn.lienket.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/**
 * What of the trail is asked for.
 *
 * @param since the first moment
 * @param until the moment after the last
 * @param who actor, or on whose behalf; null for all
 * @param caseCode null for all
 */
record TrailQuery(Optional<Instant> since, Optional<Instant> until, String who, String caseCode) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** As people and machines write it: days, the last one included, or moments with their offset; blank means all. */
    static TrailQuery of(String from, String to, String who, String caseCode) {
        return new TrailQuery(
                moment("from", "Từ", from, 0), moment("to", "Đến", to, 1), Answers.given(who), Answers.given(caseCode));
    }

    /** What the trail says of who has read it. */
    String words() {
        return "since=%s until=%s who=%s case=%s"
                .formatted(
                        since.map(Instant::toString).orElse(""),
                        until.map(Instant::toString).orElse(""),
                        who == null ? "" : who,
                        caseCode == null ? "" : caseCode);
    }

    private static Optional<Instant> moment(String field, String label, String text, int days) {
        String written = Answers.given(text);
        if (written == null) {
            return Optional.empty();
        }
        int time = written.indexOf('T');
        LocalDate day = Answers.date(field, label, time < 0 ? written : written.substring(0, time));
        if (time < 0) {
            return Optional.of(day.plusDays(days).atStartOfDay(ZONE).toInstant());
        }
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    field, "%s: nhập thời điểm theo ISO 8601, có múi giờ, hoặc chỉ ngày.".formatted(label));
        }
    }
}
