package vn.lienket.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.agreement.AgreementActivities;
import vn.lienket.figures.Figures;
import vn.lienket.figures.Quarter;
import vn.lienket.support.ActivityCases;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.StatementCounter;

/**
 * Figures, not verdicts, of the pages of the work programme with a thousand activities and with ten thousand, four items and two
 * values each: {@code ./mvnw test -Dtest=ProgrammeBenchmark -Dlienket.benchmark=true}.
 */
@ProcessTest
@DirtiesContext
@Import(ProgrammeBenchmark.Counting.class)
@EnabledIfSystemProperty(named = "lienket.benchmark", matches = "true")
class ProgrammeBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeBenchmark.class);

    private static final Quarter QUARTER = Quarter.of(LocalDate.of(2026, 8, 1));
    private static final int OF_ONE_AGREEMENT = 50;
    private static final int LOOKS = 60;

    @Autowired
    ActivityCases cases;

    @Autowired
    AgreementActivities activities;

    @Autowired
    IndicatorViews indicators;

    @Autowired
    Figures figures;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCounter counter;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void pagesOfAThousandAndOfTenThousandActivities() {
        String agreement = cases.agreement();
        fill(agreement, 1, OF_ONE_AGREEMENT);
        String rest = cases.agreement();
        fill(rest, OF_ONE_AGREEMENT + 1, 1_000);
        look("1,000 activities", agreement);
        fill(rest, 1_001, 10_000);
        look("10,000 activities", agreement);
        assertThat(jdbc.sql("select count(*) from lienket.activity_item")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40_000);
        LOG.warn("plan of /indicators\n{}", String.join("\n", planOfIndicators()));
    }

    private void look(String size, String agreement) {
        report(size, "activities of one agreement", () -> activities.of(agreement));
        report(size, "/indicators, first page", () -> indicators.find(filter(0, null)));
        report(size, "/indicators, page 15", () -> indicators.find(filter(15, null)));
        report(size, "/indicators of one field", () -> indicators.find(filter(0, "ioc")));
        report(size, "figures of a quarterly report", () -> figures.of("binhduong-tayninh", QUARTER));
    }

    private static IndicatorFilter filter(int page, String field) {
        return new IndicatorFilter(field, null, null, null, null, page, 50);
    }

    private void report(String size, String what, Supplier<?> look) {
        long[] micros = new long[LOOKS];
        look(look);
        counter.clear();
        for (int i = 0; i < LOOKS; i++) {
            long begun = System.nanoTime();
            look(look);
            micros[i] = (System.nanoTime() - begun) / 1_000;
        }
        Arrays.sort(micros);
        LOG.warn(
                "{}, {}: {} statements, median {} ms, p95 {} ms",
                size,
                what,
                (double) counter.statements() / LOOKS,
                micros[LOOKS / 2] / 1_000d,
                micros[LOOKS * 95 / 100] / 1_000d);
    }

    private void look(Supplier<?> look) {
        people.as("binhduong.officer1", () -> transaction.execute(status -> look.get()));
    }

    private List<String> planOfIndicators() {
        return jdbc.sql("""
                        explain (analyze, buffers)
                        select a.case_code from lienket.activity a where a.channel = any (array['binhduong-tayninh', 'binhduong-qtsc'])
                        order by a.cooperation_field, a.case_code desc limit 50 offset 750""").query(String.class).list();
    }

    /** Activities as they are after a few months, without their processes: no page asks the engine for a closed one. */
    private void fill(String agreement, int from, int to) {
        jdbc.sql("""
                        insert into lienket.dossier (code, kind, title, channel, lead_organisation, status, opened_by, opened_at, changed_at)
                        select 'B' || lpad(n::text, 6, '0'), 'activity', 'Hoạt động ' || n, 'binhduong-tayninh', 'binhduong', 4,
                            'binhduong.officer1', timestamptz '2026-07-10', timestamptz '2026-07-10' from generate_series(:from, :to) n""").param("from", from).param("to", to).update();
        jdbc.sql("""
                        insert into lienket.dossier_status (code, position, status, changed_by, changed_at)
                        select 'B' || lpad(n::text, 6, '0'), 1, 4, 'binhduong.officer1', timestamptz '2026-07-10'
                        from generate_series(:from, :to) n""").param("from", from).param("to", to).update();
        jdbc.sql("""
                        insert into lienket.activity (case_code, revision, state, agreement, cooperation_field, title, channel,
                            lead_organisation, partner_organisation, start_date, end_date, indicator_name, indicator_unit, indicator_kind,
                            indicator_direction, indicator_target, plan_version, round, agreed_on)
                        select 'B' || lpad(n::text, 6, '0'), 0, 'CARRYING_OUT', :agreement, (array['ioc', 'mooc', 'hotline-1022', 'data-centre'])[1 + n % 4],
                            'Hoạt động ' || n, 'binhduong-tayninh', 'binhduong', 'tayninh', date '2026-01-01', date '2027-06-30',
                            'Số kịch bản', 'kịch bản', 'COUNT', 'MORE', 12, 1, 1, date '2026-07-20' from generate_series(:from, :to) n""")
                .param("agreement", agreement)
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("""
                        insert into lienket.activity_item (activity, position, title, organisation, role, due_in_working_days, done)
                        select 'B' || lpad(n::text, 6, '0'), i, 'Phần việc ' || i, 'binhduong', 'OFFICER', 10, i < 2
                        from generate_series(:from, :to) n, generate_series(0, 3) i""").param("from", from).param("to", to).update();
        jdbc.sql("""
                        insert into lienket.indicator_value (id, activity, value, measured_on, entered_by, entered_at)
                        select gen_random_uuid(), 'B' || lpad(n::text, 6, '0'), i, date '2026-09-01' + i, 'binhduong.officer1', timestamptz '2026-09-10'
                        from generate_series(:from, :to) n, generate_series(1, 2) i""").param("from", from).param("to", to).update();
        jdbc.sql("analyze").update();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static StatementCounter statementCounter() {
            return new StatementCounter();
        }
    }
}
