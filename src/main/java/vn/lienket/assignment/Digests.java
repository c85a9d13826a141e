package vn.lienket.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.database.Moments;

/** Who waits for the day's mail, and who has had it. */
@Repository
class Digests {

    private final JdbcClient jdbc;

    Digests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something waits for these recipients since then, if nothing has before. */
    void pend(Collection<String> recipients, Instant since) {
        jdbc.sql("""
                        insert into lienket.digest as d (recipient, pending_since)
                        select recipient, :since from unnest(:recipients) recipient order by recipient
                        on conflict (recipient) do update set pending_since = coalesce(d.pending_since, excluded.pending_since)""")
                .param("since", Moments.of(since))
                .param("recipients", recipients.toArray(String[]::new))
                .update();
    }

    /** For whom something waits who have had no mail today, and since when; held until the transaction ends, on all nodes. */
    Map<String, Instant> waiting(LocalDate today) {
        Map<String, Instant> waiting = new HashMap<>();
        jdbc.sql("""
                        select recipient, pending_since from lienket.digest
                        where pending_since is not null and (sent_on is null or sent_on < ?)
                        order by recipient for update skip locked""").param(today).query(row -> {
            waiting.put(row.getString("recipient"), Moments.in(row, "pending_since"));
        });
        return waiting;
    }

    /** These have had the day's mail. */
    void sent(Collection<String> recipients, LocalDate today) {
        jdbc.sql("update lienket.digest set sent_on = :today where recipient = any (:recipients)")
                .param("today", today)
                .param("recipients", recipients.toArray(String[]::new))
                .update();
    }

    /** Nothing waits for these any more. */
    void settle(Collection<String> recipients) {
        jdbc.sql("update lienket.digest set pending_since = null where recipient = any (:recipients)")
                .param("recipients", recipients.toArray(String[]::new))
                .update();
    }
}
