package vn.lienket.notification;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.cases.TimelineSource;
import vn.lienket.database.Moments;

/** Who gave failed mails of a case another address. */
@Component
class CorrectionTimeline implements TimelineSource {

    private final JdbcClient jdbc;

    CorrectionTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimelineEntry> timeline(Dossier dossier) {
        return jdbc.sql("""
                        select c.*, m.subject from lienket.message m join lienket.message_correction c on c.message_id = m.id
                        where m.case_code = ?""")
                .param(dossier.code())
                .query((row, number) -> TimelineEntry.of(
                        Moments.in(row, "corrected_at"),
                        Kind.MAIL,
                        "Sửa địa chỉ nhận thư: " + row.getString("subject"),
                        row.getString("corrected_by"),
                        "%s → %s".formatted(row.getString("old_email"), row.getString("new_email"))))
                .list();
    }
}
