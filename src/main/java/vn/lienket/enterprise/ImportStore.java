package vn.lienket.enterprise;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.content.SpooledFile;
import vn.lienket.database.Moments;
import vn.lienket.enterprise.RegistryImport.State;
import vn.lienket.enterprise.table.TableFormat;

/**
 * Imports with their files, in chunks, so that any node can begin, go on or take over. Who holds the row of a running import decides
 * on it: a batch and a cancellation wait for each other there.
 */
@Repository
class ImportStore {

    private static final int CHUNK = 1 << 20;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    @Transactional
    RegistryImport insert(UUID id, String fileName, TableFormat format, SpooledFile file, String by) {
        jdbc.sql("""
                        insert into lienket.enterprise_import
                        (id, file_name, format, file_size, sha256, imported_by, uploaded_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, 'RUNNING')""")
                .params(id, fileName, format.name(), file.size(), file.sha256(), by, Moments.of(clock.instant()))
                .update();
        try (InputStream content = Files.newInputStream(file.path())) {
            byte[] chunk = content.readNBytes(CHUNK);
            for (int position = 0; chunk.length > 0; position++, chunk = content.readNBytes(CHUNK)) {
                jdbc.sql("insert into lienket.enterprise_import_chunk (import_id, position, bytes) values (?, ?, ?)")
                        .params(id, position, chunk)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return find(id).orElseThrow();
    }

    Optional<RegistryImport> find(UUID id) {
        return one("select * from lienket.enterprise_import where id = ?", id);
    }

    /** Newest first. */
    List<RegistryImport> list(int page, int size) {
        return jdbc.sql("select * from lienket.enterprise_import order by uploaded_at desc, id limit ? offset ?")
                .params(size, (long) page * size)
                .query(ImportStore::map)
                .list();
    }

    /** Those that have not come to their end, the oldest first. */
    List<UUID> running() {
        return jdbc.sql("select id from lienket.enterprise_import where state = 'RUNNING' order by uploaded_at, id")
                .query(UUID.class)
                .list();
    }

    /** Whether the import, held until the transaction ends, still runs and so many rows have been read. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean holdAt(UUID id, int read) {
        return one(
                        "select * from lienket.enterprise_import where id = ? and read = ? and state = 'RUNNING' for update",
                        id,
                        read)
                .isPresent();
    }

    /** The import, held until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<RegistryImport> hold(UUID id) {
        return one("select * from lienket.enterprise_import where id = ? for update", id);
    }

    /** Adds what a batch did. */
    @Transactional(propagation = Propagation.MANDATORY)
    void progress(UUID id, ImportBatch batch, ImportMerge.Outcome outcome, Duration busy) {
        jdbc.sql("""
                        update lienket.enterprise_import set read = read + ?, added = added + ?, changed = changed + ?,
                        unchanged = unchanged + ?, refused = refused + ?, busy_millis = busy_millis + ?, message = null
                        where id = ?""")
                .params(
                        batch.read(),
                        outcome.added(),
                        outcome.changed(),
                        outcome.unchanged(),
                        batch.refused() + outcome.repeated(),
                        busy.toMillis(),
                        id)
                .update();
    }

    /** Says why no batch follows, until one does. */
    @Transactional(propagation = Propagation.MANDATORY)
    void interrupted(UUID id, String message) {
        jdbc.sql("update lienket.enterprise_import set message = ? where id = ? and state = 'RUNNING'")
                .params(message, id)
                .update();
    }

    /** Nothing more happens; what was kept for going on is deleted. */
    @Transactional(propagation = Propagation.MANDATORY)
    void end(UUID id, State state, String message) {
        jdbc.sql("update lienket.enterprise_import set state = ?, message = ?, ended_at = ? where id = ?")
                .params(state.name(), message, Moments.of(clock.instant()), id)
                .update();
        jdbc.sql("delete from lienket.enterprise_import_chunk where import_id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from lienket.enterprise_import_line where import_id = ?")
                .param(id)
                .update();
    }

    /** Writes the file chunk by chunk; what is left of it, if the import ends meanwhile. */
    void writeTo(UUID id, OutputStream target) throws IOException {
        Optional<byte[]> chunk = chunk(id, 0);
        for (int position = 1; chunk.isPresent(); position++) {
            target.write(chunk.get());
            chunk = chunk(id, position);
        }
    }

    void refuse(UUID id, List<Refusal> refusals) {
        template.batchUpdate("""
                insert into lienket.enterprise_import_refusal (import_id, line, position, field, reason, value)
                values (?, ?, ?, ?, ?, ?)""", refusals, 500, (statement, refusal) -> {
            statement.setObject(1, id);
            statement.setInt(2, refusal.line());
            statement.setInt(3, position(refusal));
            statement.setString(4, refusal.field());
            statement.setString(5, refusal.reason());
            statement.setString(6, refusal.value());
        });
    }

    /** The next refusals in the order of the file after this place in it. */
    List<Refusal> refusals(UUID id, int line, int position, int limit) {
        return jdbc.sql("""
                        select line, field, reason, value from lienket.enterprise_import_refusal
                        where import_id = ? and (line, position) > (?, ?) order by line, position limit ?""")
                .params(id, line, position, limit)
                .query((row, number) -> new Refusal(
                        row.getInt("line"), row.getString("field"), row.getString("reason"), row.getString("value")))
                .list();
    }

    /** The place of a refusal among those of its line: at most one for each field. */
    static int position(Refusal refusal) {
        return EnterpriseField.named(refusal.field()).map(Enum::ordinal).orElse(0);
    }

    private Optional<byte[]> chunk(UUID id, int position) {
        return jdbc.sql("select bytes from lienket.enterprise_import_chunk where import_id = ? and position = ?")
                .params(id, position)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private Optional<RegistryImport> one(String sql, Object... values) {
        return jdbc.sql(sql).params(values).query(ImportStore::map).optional();
    }

    private static RegistryImport map(ResultSet row, int number) throws SQLException {
        return new RegistryImport(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                TableFormat.valueOf(row.getString("format")),
                row.getLong("file_size"),
                row.getString("sha256"),
                row.getString("imported_by"),
                Moments.in(row, "uploaded_at"),
                Moments.in(row, "ended_at"),
                State.valueOf(row.getString("state")),
                row.getString("message"),
                row.getInt("read"),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getLong("busy_millis"));
    }
}
