package vn.lienket.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.database.Moments;

/** The series of all indicators; nothing in them is ever changed but that a value is replaced. */
@Repository
class IndicatorValues {

    private final JdbcClient jdbc;

    IndicatorValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(IndicatorValue value) {
        jdbc.sql("""
                        insert into lienket.indicator_value
                        (id, activity, value, measured_on, document, reason, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        value.id(),
                        value.activity(),
                        value.value(),
                        value.measuredOn(),
                        value.document(),
                        value.reason(),
                        value.enteredBy(),
                        Moments.of(value.enteredAt()))
                .update();
    }

    /** Notes by which value another one is replaced, once. */
    boolean replace(UUID old, UUID by, Instant at) {
        return jdbc.sql(
                                "update lienket.indicator_value set replaced_by = ?, replaced_at = ? where id = ? and replaced_by is null")
                        .params(by, Moments.of(at), old)
                        .update()
                > 0;
    }

    Optional<IndicatorValue> find(UUID id) {
        return jdbc.sql("select * from lienket.indicator_value where id = ?")
                .param(id)
                .query(IndicatorValues::map)
                .optional();
    }

    /** By the day on which it was measured, then by when it was entered. */
    List<IndicatorValue> of(String activity) {
        return of(List.of(activity), null, null).getOrDefault(activity, List.of());
    }

    /** Of many activities at once, measured from one day to another where these are given: case code → series. */
    Map<String, List<IndicatorValue>> of(Collection<String> activities, LocalDate from, LocalDate to) {
        return jdbc
                .sql("""
                        select * from lienket.indicator_value
                        where activity = any (:activities)
                        and (:from::date is null or measured_on >= :from) and (:to::date is null or measured_on <= :to)
                        order by activity, measured_on, entered_at, id""")
                .param("activities", activities.toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .query(IndicatorValues::map)
                .list()
                .stream()
                .collect(Collectors.groupingBy(IndicatorValue::activity));
    }

    static IndicatorValue map(ResultSet row, int number) throws SQLException {
        return new IndicatorValue(
                row.getObject("id", UUID.class),
                row.getString("activity"),
                row.getBigDecimal("value"),
                row.getObject("measured_on", LocalDate.class),
                row.getObject("document", UUID.class),
                row.getString("reason"),
                row.getString("entered_by"),
                Moments.in(row, "entered_at"),
                row.getObject("replaced_by", UUID.class),
                Moments.in(row, "replaced_at"));
    }
}
