package vn.lienket.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Plans;
import vn.lienket.database.SearchText;

/** Finds enterprises by the beginnings of words of their codes and names. */
@Repository
@Transactional(readOnly = true)
class EnterpriseSearch {

    private final JdbcClient jdbc;

    EnterpriseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The conditions of a query with their values, in the order of the question marks. */
    private record Conditions(List<String> parts, List<Object> values) {

        Conditions() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(String condition, Object value) {
            parts.add(condition);
            values.add(value);
        }

        String where() {
            return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
        }
    }

    /**
     * Counts first, because the count tells the better way to the page. Where much is found, the first rows along the key are soon
     * together; where little is, that walk could go through the whole table, so all of it is fetched by the indexes and sorted.
     */
    EnterprisePage page(EnterpriseQuery query, int page, int size) {
        Conditions conditions = conditions(query);
        long found = run(
                        "select count(*) from (select from lienket.enterprise" + conditions.where() + " limit ?) found",
                        conditions,
                        EnterpriseSearch::number,
                        Enterprises.MAX_TOTAL + 1)
                .get(0);
        boolean more = found > Enterprises.MAX_TOTAL;
        String order = more ? "tax_code" : "tax_code || ''";
        List<Enterprise> items = run(
                "select * from lienket.enterprise" + conditions.where() + " order by " + order + " limit ? offset ?",
                conditions,
                EnterpriseSql::map,
                size,
                (long) page * size);
        return new EnterprisePage(items, page, size, Math.min(found, Enterprises.MAX_TOTAL), more);
    }

    long count(EnterpriseQuery query) {
        Conditions conditions = conditions(query);
        return run("select count(*) from lienket.enterprise" + conditions.where(), conditions, EnterpriseSearch::number)
                .get(0);
    }

    List<String> taxCodes(EnterpriseQuery query, String after, int limit) {
        Conditions conditions = conditions(query);
        conditions.add("tax_code > ?", after == null ? "" : after);
        return run(
                "select tax_code from lienket.enterprise" + conditions.where() + " order by tax_code limit ?",
                conditions,
                (row, number) -> row.getString(1),
                limit);
    }

    private Conditions conditions(EnterpriseQuery query) {
        Conditions conditions = new Conditions();
        SearchText.patterns(jdbc, query.text()).forEach(pattern -> conditions.add("search_text like ?", pattern));
        if (query.sector() != null) {
            conditions.add("sector = ?", query.sector().id());
        }
        if (query.size() != null && !query.size().isBlank()) {
            conditions.add("size = ?", query.size());
        }
        return conditions;
    }

    /** A plan for these very words: one for any word cannot know whether they are in every name or in none. */
    private <T> List<T> run(String sql, Conditions conditions, RowMapper<T> mapper, Object... limits) {
        Plans.ofTheseValues(jdbc);
        return jdbc.sql(sql)
                .params(Stream.concat(conditions.values().stream(), Stream.of(limits))
                        .toList())
                .query(mapper)
                .list();
    }

    private static long number(ResultSet row, int number) throws SQLException {
        return row.getLong(1);
    }
}
