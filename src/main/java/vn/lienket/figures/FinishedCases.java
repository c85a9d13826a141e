package vn.lienket.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.cases.CaseKind;
import vn.lienket.database.Moments;
import vn.lienket.database.Plans;
import vn.lienket.database.SearchText;
import vn.lienket.figures.FinishedCase.Outcome;
import vn.lienket.party.Parties;
import vn.lienket.party.Succession;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/**
 * Finds finished cases, as far as the user who is signed in has insight into them.
 *
 * <p>Counts what the words find first: few cases are fetched by them; among many, the first rows along the ends of each channel are
 * soon together.
 */
@Repository
@Transactional(readOnly = true)
public class FinishedCases {

    /** The total is counted so far. */
    public static final int MAX_TOTAL = 1000;

    /**
     * Words that so many cases have are soon met along the ends of a channel, each case looked up; those of fewer are fetched. Of 265,000
     * cases both cost the same.
     */
    private static final int MANY = 16_000;

    private static final String OF_EACH_CHANNEL = """
            from unnest(:channels::text[]) c (channel) cross join lateral (
                select f.* from lienket.case_fact f
                where f.channel = c.channel and f.closed_at is not null%s
                order by f.closed_at desc, f.code desc limit :limit) f
            """;

    private static final String BY_WORDS =
            " and f.code = any (array(select x.code from lienket.dossier_text x where %s))";

    private static final String LOOKED_UP =
            " and exists (select from lienket.dossier_text x where x.code = f.code and %s offset 0)";

    private static final String PLACE = "b.code = :after and b.channel = any (:channels) and b.closed_at is not null";
    private static final String AFTER =
            " and (f.closed_at, f.code) < (select b.closed_at, b.code from lienket.case_fact b where %s)"
                    .formatted(PLACE);

    private final JdbcClient jdbc;
    private final Insight insight;
    private final Parties parties;
    private final Map<String, String> kinds;

    FinishedCases(JdbcClient jdbc, Insight insight, Parties parties, List<CaseKind> kinds) {
        this.jdbc = jdbc;
        this.insight = insight;
        this.parties = parties;
        this.kinds = kinds.stream().collect(Collectors.toMap(CaseKind::id, CaseKind::name));
    }

    /**
     * One page; 403 for who has no insight, 400 for a case to go on after that he cannot have been shown. The caller has checked that
     * channel, kind and organisation are there.
     */
    public FinishedPage find(FinishedQuery query) {
        Insight.Scope scope = insight.of();
        Plans.ofTheseValues(jdbc);
        List<String> patterns = SearchText.patterns(jdbc, query.text());
        Map<String, Object> values = values(query, scope, patterns);
        requirePlace(query.after(), values);
        String where = where(query, scope) + words(patterns, values);
        long found = jdbc.sql("select count(*) from (select %s limit :limit) found"
                        .formatted(OF_EACH_CHANNEL.formatted(where)))
                .params(values)
                .param("limit", MAX_TOTAL + 1)
                .query(Long.class)
                .single();
        List<FinishedCase> items = jdbc.sql(
                        """
                        select f.code, f.kind, d.title, f.channel, f.organisation, f.opened_at, f.closed_at, f.outcome
                        %s join lienket.dossier d on d.code = f.code
                        order by f.closed_at desc, f.code desc limit :limit""".formatted(OF_EACH_CHANNEL.formatted(where + (query.after() == null ? "" : AFTER))))
                .params(values)
                .param("limit", query.size() + 1)
                .query((row, number) -> map(row))
                .list();
        boolean more = items.size() > query.size();
        List<FinishedCase> page = more ? items.subList(0, query.size()) : items;
        return new FinishedPage(
                page,
                more ? page.get(page.size() - 1).caseCode() : null,
                Math.min(found, MAX_TOTAL),
                found > MAX_TOTAL);
    }

    private void requirePlace(String after, Map<String, Object> values) {
        if (after != null
                && (Answers.unprintable(after)
                        || jdbc.sql("select from lienket.case_fact b where " + PLACE)
                                .params(values)
                                .query()
                                .listOfRows()
                                .isEmpty())) {
            throw ProblemException.invalid(
                    "after", "Trang sau (after): không có hồ sơ này trong các hồ sơ đã kết thúc; hãy tìm lại từ đầu.");
        }
    }

    private static Map<String, Object> values(FinishedQuery query, Insight.Scope scope, List<String> patterns) {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "channels",
                scope.channels().stream()
                        .filter(channel -> query.channel() == null || channel.equals(query.channel()))
                        .toArray(String[]::new));
        values.put("kind", query.kind());
        values.put("organisation", query.organisation());
        values.put("own", scope.lineIds());
        values.put("outcome", query.outcome() == null ? null : query.outcome().name());
        values.put("from", Moments.of(query.from()));
        values.put("to", Moments.of(query.to()));
        values.put("after", query.after());
        IntStream.range(0, patterns.size()).forEach(i -> values.put("pattern" + i, patterns.get(i)));
        return values;
    }

    private static String where(FinishedQuery query, Insight.Scope scope) {
        return condition(query.kind(), "f.kind = :kind")
                + condition(query.organisation(), "f.organisation = any (%s)".formatted(Succession.LINE))
                + condition(scope.organisation(), "f.organisation = any (:own)")
                + condition(query.outcome(), "f.outcome = :outcome")
                + condition(query.from(), "f.closed_at >= :from")
                + condition(query.to(), "f.closed_at < :to");
    }

    private static String condition(Object value, String sql) {
        return value == null ? "" : " and " + sql;
    }

    private String words(List<String> patterns, Map<String, Object> values) {
        if (patterns.isEmpty()) {
            return "";
        }
        String like = IntStream.range(0, patterns.size())
                .mapToObj("x.search_text like :pattern%d"::formatted)
                .collect(Collectors.joining(" and "));
        long said = jdbc.sql("select count(*) from (select from lienket.dossier_text x where %s limit :limit) said"
                        .formatted(like))
                .params(values)
                .param("limit", MANY)
                .query(Long.class)
                .single();
        return (said == MANY ? LOOKED_UP : BY_WORDS).formatted(like);
    }

    private FinishedCase map(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String organisation = row.getString("organisation");
        Outcome outcome = Outcome.valueOf(row.getString("outcome"));
        return new FinishedCase(
                row.getString("code"),
                kind,
                kinds.getOrDefault(kind, kind),
                row.getString("title"),
                row.getString("channel"),
                organisation,
                parties.organisationShortName(organisation),
                Moments.in(row, "opened_at"),
                Moments.in(row, "closed_at"),
                outcome,
                outcome.label());
    }
}
