package vn.lienket.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole trail and computes every hash anew. */
public final class TrailCheck {

    /**
     * What was found.
     *
     * @param head the end of the chain as far as it holds
     * @param waiting entries of the last second or two, not sealed yet
     * @param broken the first place that does not hold, in Vietnamese; empty if all does
     */
    public record Result(TrailHead head, long waiting, Optional<String> broken) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    /** Of the database that this leads to. */
    public TrailCheck(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(1000);
        snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Checks all of it, and that the head kept from an earlier time is still part of it. */
    public Result check(Optional<TrailHead> kept) {
        return snapshot.execute(status -> {
            Walk walk = new Walk(kept);
            jdbc.query("""
                    select s.sequence, s.entry_id, s.previous_hash, s.hash, %s
                    from audit.seal s left join audit.entry e on e.id = s.entry_id order by s.sequence""".formatted(TrailEntry.COLUMNS), walk);
            long waiting = count("select count(*) from audit.waiting");
            Optional<String> broken = Optional.ofNullable(walk.broken)
                    .or(() -> kept.filter(head -> head.sequence() > walk.head.sequence())
                            .map(head -> "Số %d trở đi: đã bị cắt mất, nhật ký từng có đến số %d."
                                    .formatted(walk.head.sequence() + 1, head.sequence())))
                    .or(this::neverSealed);
            return new Result(walk.head, waiting, broken);
        });
    }

    private Optional<String> neverSealed() {
        return jdbc.query("""
                        select e.id from audit.entry e
                        where not exists (select from audit.seal s where s.entry_id = e.id)
                        and not exists (select from audit.waiting w where w.entry_id = e.id)
                        order by e.id limit 1""", (row, number) -> row.getLong("id")).stream()
                .findFirst()
                .map("Dòng %d: có trong nhật ký nhưng không được niêm phong, có thể bị chèn thêm."::formatted);
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    /** From seal to seal. */
    private static final class Walk implements RowCallbackHandler {

        private final Optional<TrailHead> kept;
        private TrailHead head = TrailHead.NONE;
        private String broken;

        private Walk(Optional<TrailHead> kept) {
            this.kept = kept;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            if (broken == null) {
                broken = problem(row);
            }
        }

        private String problem(ResultSet row) throws SQLException {
            long sequence = head.sequence() + 1;
            long entry = row.getLong("entry_id");
            if (row.getLong("sequence") != sequence) {
                return "Số %d: bị xóa mất, số có tiếp theo là %d.".formatted(sequence, row.getLong("sequence"));
            }
            if (row.getObject("id") == null) {
                return "Số %d: dòng %d đã bị xóa.".formatted(sequence, entry);
            }
            if (!row.getString("previous_hash").equals(head.hash())) {
                return "Số %d: không nối với số trước (dòng %d), có số bị thay hoặc bị chèn."
                        .formatted(sequence, entry);
            }
            String hash = TrailEntry.read(row, 0).sealedWith(sequence, head.hash());
            if (!hash.equals(row.getString("hash"))) {
                return "Số %d: nội dung dòng %d đã bị sửa.".formatted(sequence, entry);
            }
            if (kept.filter(known ->
                            known.sequence() == sequence && !known.hash().equals(hash))
                    .isPresent()) {
                return "Số %d: khác với mã đã lưu bên ngoài, nhật ký đã bị viết lại.".formatted(sequence);
            }
            head = new TrailHead(sequence, hash);
            return null;
        }
    }
}
