package vn.lienket.programme;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The indicators of all activities with their series, by field and then the newest activity first. */
@Repository
@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
public class Indicators {

    private static final int FETCH = 500;

    private static final String MEASURED =
            "(:from::date is null or v.measured_on >= :from) and (:to::date is null or v.measured_on <= :to)";

    private static final String ASKED_FOR = """
            a.channel = any (:channels)
            and (:field::text is null or a.cooperation_field = :field)
            and (:organisation::text is null or :organisation in (a.lead_organisation, a.partner_organisation))
            and (:from::date is null and :to::date is null
                or exists (select from lienket.indicator_value v where v.activity = a.case_code and %s))""".formatted(MEASURED);

    private static final String COLUMNS = """
            a.case_code, a.title, a.channel, a.cooperation_field, a.lead_organisation, a.partner_organisation,
            a.indicator_name, a.indicator_unit, a.indicator_kind, a.indicator_direction, a.indicator_target,
            a.baseline, a.baseline_date, a.baseline_source, a.baseline_doubt""";

    private static final String ORDER = "a.cooperation_field, a.case_code desc";

    private final JdbcClient jdbc;
    private final JdbcClient inPieces;
    private final IndicatorValues values;

    Indicators(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
        JdbcTemplate fetching = new JdbcTemplate(dataSource);
        fetching.setFetchSize(FETCH);
        inPieces = JdbcClient.create(fetching);
        values = new IndicatorValues(jdbc);
    }

    /** The series of a page. */
    public List<IndicatorSeries> page(IndicatorQuery query) {
        List<IndicatorSeries> page = of(
                        jdbc,
                        "select %s from lienket.activity a where %s order by %s limit :size offset :offset"
                                .formatted(COLUMNS, ASKED_FOR, ORDER),
                        query)
                .param("size", query.size())
                .param("offset", (long) query.page() * query.size())
                .query((row, number) -> series(row))
                .list();
        Map<String, List<IndicatorValue>> byActivity =
                values.of(page.stream().map(IndicatorSeries::caseCode).toList(), query.from(), query.to());
        return page.stream()
                .map(each -> each.with(byActivity.getOrDefault(each.caseCode(), List.of())))
                .toList();
    }

    /** How many activities there are on all pages. */
    public long count(IndicatorQuery query) {
        return of(jdbc, "select count(*) from lienket.activity a where " + ASKED_FOR, query)
                .query(Long.class)
                .single();
    }

    /** The indicators of these fields that several of the activities on all pages share. */
    public List<SharedIndicator> shared(IndicatorQuery query, Collection<String> fields) {
        return of(jdbc, """
                        select a.cooperation_field, a.indicator_name, a.indicator_unit, a.indicator_kind,
                            count(*) as activities, array_agg(newest.value) filter (where newest.value is not null) as newest
                        from lienket.activity a
                        left join lateral (
                            select v.value from lienket.indicator_value v
                            where v.activity = a.case_code and v.replaced_by is null and %s
                            order by v.measured_on desc, v.entered_at desc, v.id desc limit 1) newest on true
                        where %s and a.cooperation_field = any (:fields)
                        group by 1, 2, 3, 4 having count(*) > 1 order by 1, 2, 3, 4""".formatted(MEASURED, ASKED_FOR), query)
                .param("fields", fields.toArray(String[]::new))
                .query((row, number) -> new SharedIndicator(
                        row.getString("cooperation_field"),
                        row.getString("indicator_name"),
                        row.getString("indicator_unit"),
                        IndicatorKind.valueOf(row.getString("indicator_kind")),
                        row.getInt("activities"),
                        numbers(row.getArray("newest"))))
                .list();
    }

    /** Every value of every page, as it is read; the series that goes with it has no values. */
    public void each(IndicatorQuery query, BiConsumer<IndicatorSeries, IndicatorValue> reader) {
        of(inPieces, """
                        select %s, v.* from lienket.activity a join lienket.indicator_value v on v.activity = a.case_code
                        where %s and %s order by %s, v.measured_on, v.entered_at, v.id""".formatted(COLUMNS, ASKED_FOR, MEASURED, ORDER), query)
                .query((RowCallbackHandler) row -> reader.accept(series(row), IndicatorValues.map(row, 0)));
    }

    private static JdbcClient.StatementSpec of(JdbcClient client, String sql, IndicatorQuery query) {
        return client.sql(sql)
                .param("channels", query.channels().toArray(String[]::new))
                .param("field", query.field())
                .param("organisation", query.organisation())
                .param("from", query.from())
                .param("to", query.to());
    }

    private static IndicatorSeries series(ResultSet row) throws SQLException {
        return new IndicatorSeries(
                row.getString("case_code"),
                row.getString("title"),
                row.getString("channel"),
                row.getString("cooperation_field"),
                row.getString("lead_organisation"),
                row.getString("partner_organisation"),
                new ActivityIndicator(
                        row.getString("indicator_name"),
                        row.getString("indicator_unit"),
                        IndicatorKind.valueOf(row.getString("indicator_kind")),
                        Direction.valueOf(row.getString("indicator_direction")),
                        row.getBigDecimal("indicator_target"),
                        row.getBigDecimal("baseline"),
                        row.getObject("baseline_date", LocalDate.class),
                        row.getString("baseline_source"),
                        row.getString("baseline_doubt")),
                List.of());
    }

    private static List<BigDecimal> numbers(Array array) throws SQLException {
        return array == null ? List.of() : List.of((BigDecimal[]) array.getArray());
    }
}
