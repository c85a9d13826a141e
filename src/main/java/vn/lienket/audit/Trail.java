package vn.lienket.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the schema {@code audit}; each call joins the transaction it finds. */
@Repository
class Trail {

    private static final int FETCH = 500;
    private static final String LINES =
            "select " + TrailLine.COLUMNS + " from audit.entry e left join audit.seal s on s.entry_id = e.id";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final JdbcClient inPieces;

    Trail(DataSource dataSource) {
        template = new JdbcTemplate(dataSource);
        jdbc = JdbcClient.create(template);
        JdbcTemplate fetching = new JdbcTemplate(dataSource);
        fetching.setFetchSize(FETCH);
        inPieces = JdbcClient.create(fetching);
    }

    void add(AuditEvent event, Instant happenedAt) {
        OperatorAudit.write(jdbc, event, happenedAt);
    }

    boolean anyWaiting() {
        return jdbc.sql("select exists (select from audit.waiting)")
                .query(Boolean.class)
                .single();
    }

    /** Until the transaction ends, nobody else seals; false if somebody else does. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('audit-seal', 0))")
                .query(Boolean.class)
                .single();
    }

    /** The oldest entries that are committed and not sealed. */
    List<TrailEntry> waiting(int limit) {
        return jdbc.sql("select " + TrailEntry.COLUMNS
                        + " from audit.waiting w join audit.entry e on e.id = w.entry_id order by e.id limit ?")
                .param(limit)
                .query(TrailEntry::read)
                .list();
    }

    TrailHead head() {
        return jdbc.sql("select sequence, hash from audit.seal order by sequence desc limit 1")
                .query((row, number) -> new TrailHead(row.getLong("sequence"), row.getString("hash")))
                .optional()
                .orElse(TrailHead.NONE);
    }

    /** Puts the entries into the chain behind the head. */
    TrailHead seal(List<TrailEntry> entries, TrailHead head, Instant now) {
        List<Object[]> seals = new ArrayList<>();
        TrailHead last = head;
        for (TrailEntry entry : entries) {
            long sequence = last.sequence() + 1;
            String hash = entry.sealedWith(sequence, last.hash());
            seals.add(new Object[] {sequence, entry.id(), last.hash(), hash, TrailEntry.stored(now)});
            last = new TrailHead(sequence, hash);
        }
        template.batchUpdate(
                "insert into audit.seal (sequence, entry_id, previous_hash, hash, sealed_at) values (?, ?, ?, ?, ?)",
                seals);
        template.update("delete from audit.waiting where entry_id = any(?)", (Object)
                entries.stream().map(TrailEntry::id).toArray(Long[]::new));
        return last;
    }

    long count(TrailQuery query) {
        return where(jdbc, "select count(*) from audit.entry e", query, "")
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    List<TrailLine> page(TrailQuery query, int page, int size) {
        return where(jdbc, LINES, query, " order by e.happened_at desc, e.id desc limit :size offset :offset")
                .param("size", size)
                .param("offset", (long) page * size)
                .query(TrailLine::read)
                .list();
    }

    /** Oldest first, each as it is read; in a transaction, so that they do not all come into memory. */
    void each(TrailQuery query, Consumer<TrailLine> reader) {
        where(inPieces, LINES, query, " order by e.happened_at, e.id")
                .query((RowCallbackHandler) row -> reader.accept(TrailLine.read(row, 0)));
    }

    private static JdbcClient.StatementSpec where(JdbcClient client, String select, TrailQuery query, String order) {
        return client.sql(select + """

                         where (:since::timestamptz is null or e.happened_at >= :since)
                         and (:until::timestamptz is null or e.happened_at < :until)
                         and (:who::text is null or e.actor = :who or e.on_behalf_of = :who)
                         and (:case::text is null or e.case_code = :case)""" + order)
                .param("since", time(query.since()))
                .param("until", time(query.until()))
                .param("who", query.who())
                .param("case", query.caseCode());
    }

    private static OffsetDateTime time(Optional<Instant> time) {
        return time.map(TrailEntry::stored).orElse(null);
    }
}
