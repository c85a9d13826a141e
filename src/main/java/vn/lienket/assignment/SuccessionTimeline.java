package vn.lienket.assignment;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.cases.TimelineSource;
import vn.lienket.database.Moments;
import vn.lienket.page.Wording;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;

/** Which parties of a case have been taken over while it was open; told of its whole channel, so that no case has a row of its own. */
@Component
class SuccessionTimeline implements TimelineSource {

    private final JdbcClient jdbc;
    private final Parties parties;

    SuccessionTimeline(JdbcClient jdbc, Parties parties) {
        this.jdbc = jdbc;
        this.parties = parties;
    }

    @Override
    public List<TimelineEntry> timeline(Dossier dossier) {
        return jdbc.sql("""
                        with recursive line as (
                            select s.* from lienket.succession s
                            join lienket.channel_party p on p.organisation = s.predecessor where p.channel = :channel
                            union
                            select s.* from lienket.succession s join line on s.predecessor = line.successor)
                        select line.* from line join lienket.dossier d on d.code = :code
                        where line.applied_at >= d.opened_at and (not d.closed or line.applied_at <= d.changed_at)""")
                .param("channel", dossier.channel())
                .param("code", dossier.code())
                .query((row, number) -> TimelineEntry.of(
                        Moments.in(row, "applied_at"),
                        Kind.ADMIN,
                        "%s tiếp nhận công việc của %s"
                                .formatted(name(row.getString("successor")), name(row.getString("predecessor"))),
                        CurrentUser.SYSTEM,
                        "từ ngày " + Wording.VIETNAMESE.day(row.getObject("since", LocalDate.class))))
                .list();
    }

    private String name(String organisation) {
        return parties.organisation(organisation).map(Organisation::name).orElse(organisation);
    }
}
