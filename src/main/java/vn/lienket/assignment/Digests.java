package vn.lienket.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.database.Moments;

/** Who waits for the day's mail, who has had it, and who has had the overview of the week. */
@Repository
class Digests {

    private final JdbcClient jdbc;

    Digests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one node at a time decide who is written to, until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('lienket.digest', 0))")
                .query()
                .singleRow();
    }

    /** Something waits for these recipients since then, if nothing has before. */
    void pend(Collection<String> recipients, Instant since) {
        if (recipients.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into lienket.digest as d (recipient, pending_since)
                        select recipient, :since from unnest(:recipients) recipient order by recipient
                        on conflict (recipient) do update set pending_since = coalesce(d.pending_since, excluded.pending_since)""")
                .param("since", Moments.of(since))
                .param("recipients", recipients.toArray(String[]::new))
                .update();
    }

    /**
     * For whom something waits who have had no mail today, and since when; held until the transaction ends, on all nodes. A mail of a day
     * to come is one of a clock that was ahead.
     */
    Map<String, Instant> waiting(LocalDate today) {
        Map<String, Instant> waiting = new HashMap<>();
        jdbc.sql("""
                        select recipient, pending_since from lienket.digest
                        where pending_since is not null and sent_on is distinct from ?
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

    /**
     * Which of these people are to have the overview of a week, held until the transaction ends, on all nodes. Who has never had one
     * gets his first when the week begins; who missed it then, as everybody does while the product is down, gets it later.
     *
     * @param beginning those for whom the week begins today
     */
    Set<String> awaitOverview(
            Collection<String> people, Collection<String> beginning, LocalDate week, LocalDate today) {
        if (!beginning.isEmpty()) {
            jdbc.sql("""
                            insert into lienket.digest (recipient)
                            select recipient from unnest(?) recipient order by recipient on conflict (recipient) do nothing""").param(beginning.toArray(String[]::new)).update();
        }
        return jdbc.sql("""
                        select recipient from lienket.digest
                        where recipient = any (:people) and sent_on is distinct from :today
                            and (overview_week < :week or overview_week is null and recipient = any (:beginning))
                        order by recipient for update skip locked""")
                .param("people", people.toArray(String[]::new))
                .param("today", today)
                .param("week", week)
                .param("beginning", beginning.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** These need no other overview of the week. */
    void overviewed(Collection<String> people, LocalDate week) {
        jdbc.sql("update lienket.digest set overview_week = :week where recipient = any (:people)")
                .param("week", week)
                .param("people", people.toArray(String[]::new))
                .update();
    }
}
