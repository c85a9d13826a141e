package vn.lienket.notification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.cases.TimelineSource;
import vn.lienket.database.Moments;
import vn.lienket.party.CurrentUser;

/** The mails about a case that have gone out, one entry for all who were told the same thing. */
@Component
class MailTimeline implements TimelineSource {

    private static final int NAMES = 5;

    private final JdbcClient jdbc;

    MailTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimelineEntry> timeline(Dossier dossier) {
        return jdbc.sql("""
                        select event, subject, min(sent_at) as at, array_agg(recipient_name order by recipient_name) as names
                        from lienket.message where case_code = ? and sent_at is not null and not erased
                        group by event, subject""")
                .param(dossier.code())
                .query((row, number) -> TimelineEntry.of(
                        Moments.in(row, "at"),
                        Kind.MAIL,
                        "Thư: " + row.getString("subject"),
                        CurrentUser.SYSTEM,
                        recipients(List.of((String[]) row.getArray("names").getArray()))))
                .list();
    }

    private static String recipients(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return names.size() <= NAMES ? "gửi " + first : "gửi %s và %d người nữa".formatted(first, names.size() - NAMES);
    }
}
