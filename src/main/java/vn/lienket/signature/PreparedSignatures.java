package vn.lienket.signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.document.CheckedFile;
import vn.lienket.document.Documents;
import vn.lienket.engine.EachDay;

/** What has been prepared for keys that are elsewhere ({@code lienket.prepared_signature}). */
@Repository
class PreparedSignatures {

    /** Of one person; the oldest make room. */
    private static final int MOST = 20;
    /** So that a repeated call gets its answer. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Clock clock;

    PreparedSignatures(JdbcClient jdbc, Documents documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
    }

    @Transactional
    public void add(PreparedSignature prepared) {
        jdbc.sql("""
                        delete from lienket.prepared_signature where id in (
                            select id from lienket.prepared_signature where person = ? and signed_document_id is null
                            order by prepared_at desc offset ?)""").params(prepared.person(), MOST - 1).update();
        jdbc.sql("""
                        insert into lienket.prepared_signature
                            (id, document_id, person, certificate, revision, digits, prepared_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        prepared.id(),
                        prepared.document(),
                        prepared.person(),
                        prepared.certificate(),
                        prepared.revision(),
                        prepared.digits(),
                        Moments.of(prepared.preparedAt()))
                .update();
    }

    /** Of this person alone. */
    Optional<PreparedSignature> find(UUID id, String person) {
        return jdbc.sql("select * from lienket.prepared_signature where id = ? and person = ?")
                .params(id, person)
                .query(PreparedSignatures::read)
                .optional();
    }

    /**
     * Stores the signed file, unless it has been stored: of two at once the second waits and gets what the first has stored.
     *
     * @return the stored document
     */
    @Transactional
    public UUID keepOnce(UUID id, CheckedFile signed, String channel, String by) {
        Optional<UUID> there = jdbc.sql(
                        "select signed_document_id from lienket.prepared_signature where id = ? for update")
                .param(id)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
        return there.orElseGet(() -> {
            UUID document = documents.keep(signed, channel, by).id();
            jdbc.sql("update lienket.prepared_signature set signed_document_id = ? where id = ?")
                    .params(document, id)
                    .update();
            return document;
        });
    }

    @EventListener
    void on(EachDay today) {
        deleteOld();
    }

    void deleteOld() {
        jdbc.sql("delete from lienket.prepared_signature where prepared_at < ?")
                .param(Moments.of(clock.instant().minus(KEPT)))
                .update();
    }

    private static PreparedSignature read(ResultSet row, int number) throws SQLException {
        return new PreparedSignature(
                row.getObject("id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getString("person"),
                row.getBytes("certificate"),
                row.getBytes("revision"),
                row.getInt("digits"),
                Moments.in(row, "prepared_at"),
                row.getObject("signed_document_id", UUID.class));
    }
}
