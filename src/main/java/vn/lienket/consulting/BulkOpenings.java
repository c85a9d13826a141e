package vn.lienket.consulting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.consulting.BulkOpening.State;
import vn.lienket.database.Moments;

/** Bulk openings and their enterprises. Who holds the row of a bulk decides on it: its next cases and a cancellation wait there. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BulkOpenings {

    private final JdbcClient jdbc;

    BulkOpenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, String channel, String need, String needCategory, String by, Instant at) {
        jdbc.sql("""
                        insert into lienket.consulting_bulk
                        (id, channel, need, need_category, requested_by, requested_at, state)
                        values (?, ?, ?, ?, ?, ?, 'RUNNING')""")
                .params(id, channel, need, needCategory, by, Moments.of(at))
                .update();
    }

    void add(UUID id, List<BulkItem> items) {
        jdbc.sql("""
                        insert into lienket.consulting_bulk_item (bulk_id, position, tax_code, refusal)
                        select ?, i.position, i.tax_code, i.refusal
                        from unnest(?::int[], ?::text[], ?::text[]) as i (position, tax_code, refusal)""")
                .params(
                        id,
                        items.stream().map(BulkItem::position).toArray(Integer[]::new),
                        texts(items, BulkItem::taxCode),
                        texts(items, BulkItem::refusal))
                .update();
    }

    /** All enterprises are there; those that were refused already count. */
    BulkOpening complete(UUID id) {
        return one("""
                update lienket.consulting_bulk b set total = i.total, refused = i.refused
                from (
                    select count(*) as total, count(refusal) as refused
                    from lienket.consulting_bulk_item where bulk_id = ?) i
                where b.id = ? returning b.*""", id, id).orElseThrow();
    }

    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    Optional<BulkOpening> find(UUID id) {
        return one("select * from lienket.consulting_bulk where id = ?", id);
    }

    /** The same, held until the transaction ends. */
    Optional<BulkOpening> hold(UUID id) {
        return one("select * from lienket.consulting_bulk where id = ? for update", id);
    }

    /** The next enterprises that have neither a case nor a refusal. */
    List<BulkItem> next(UUID id, int limit) {
        return jdbc.sql("""
                        select position, tax_code, case_code, refusal from lienket.consulting_bulk_item
                        where bulk_id = ? and case_code is null and refusal is null order by position limit ?""").params(id, limit).query(BulkItem.class).list();
    }

    /** Keeps what became of these enterprises between the two moments. */
    BulkOpening done(UUID id, List<BulkItem> items, Instant from, Instant to) {
        jdbc.sql("""
                        update lienket.consulting_bulk_item b set case_code = i.case_code, refusal = i.refusal
                        from unnest(?::int[], ?::text[], ?::text[]) as i (position, case_code, refusal)
                        where b.bulk_id = ? and b.position = i.position""")
                .params(
                        items.stream().map(BulkItem::position).toArray(Integer[]::new),
                        texts(items, BulkItem::caseCode),
                        texts(items, BulkItem::refusal),
                        id)
                .update();
        int refused =
                (int) items.stream().filter(item -> item.refusal() != null).count();
        return one("""
                update lienket.consulting_bulk set opened = opened + ?, refused = refused + ?,
                begun_at = coalesce(begun_at, ?), reached_at = ? where id = ? returning *""", items.size() - refused, refused, Moments.of(from), Moments.of(to), id)
                .orElseThrow();
    }

    BulkOpening end(UUID id, State state, Instant at) {
        return one(
                        "update lienket.consulting_bulk set state = ?, ended_at = ? where id = ? returning *",
                        state.name(),
                        Moments.of(at),
                        id)
                .orElseThrow();
    }

    /** The next refusals after this position in their order. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    List<BulkItem> refusals(UUID id, int position, int limit) {
        return jdbc.sql("""
                        select position, tax_code, case_code, refusal from lienket.consulting_bulk_item
                        where bulk_id = ? and position > ? and refusal is not null order by position limit ?""").params(id, position, limit).query(BulkItem.class).list();
    }

    private Optional<BulkOpening> one(String sql, Object... values) {
        return jdbc.sql(sql).params(values).query(BulkOpenings::map).optional();
    }

    private static BulkOpening map(ResultSet row, int number) throws SQLException {
        return new BulkOpening(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                row.getString("need"),
                row.getString("need_category"),
                row.getString("requested_by"),
                Moments.in(row, "requested_at"),
                State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("opened"),
                row.getInt("refused"),
                Moments.in(row, "begun_at"),
                Moments.in(row, "reached_at"),
                Moments.in(row, "ended_at"));
    }

    private static String[] texts(List<BulkItem> items, Function<BulkItem, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}
