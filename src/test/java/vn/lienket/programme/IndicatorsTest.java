package vn.lienket.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.StatementCounter;

/** How the series of all activities are asked of the database. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicatorsTest {

    private static final int MANY = 10_000;

    @Autowired
    Cooperation cooperation;

    @Autowired
    DataSource dataSource;

    private final StatementCounter counter = new StatementCounter();
    private DataSource counted;
    private JdbcClient jdbc;
    private Indicators indicators;

    @BeforeAll
    void counted() {
        counted = (DataSource) counter.postProcessAfterInitialization(dataSource, "counted");
        jdbc = JdbcClient.create(counted);
        indicators = new Indicators(counted);
    }

    @Test
    void aPageOfManyTakesAsManyStatementsAsOneOfFewAndNotLong() {
        String agreement = cooperation.agreement().code();
        new TransactionTemplate(new DataSourceTransactionManager(counted)).executeWithoutResult(status -> {
            fill(agreement);
            counter.clear();
            assertThat(indicators.page(query(1, 3))).hasSize(1);
            assertThat(counter.statements()).isEqualTo(2);

            counter.clear();
            long begun = System.nanoTime();
            List<IndicatorSeries> page = indicators.page(query(200, 20));
            long count = indicators.count(query(200, 20));
            List<SharedIndicator> shared = indicators.shared(query(200, 20), List.of("ioc", "mooc"));
            long milliseconds = (System.nanoTime() - begun) / 1_000_000;

            assertThat(page)
                    .hasSize(200)
                    .allSatisfy(each -> assertThat(each.values()).hasSize(2));
            assertThat(page).extracting(IndicatorSeries::caseCode).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(count).isGreaterThanOrEqualTo(MANY);
            assertThat(shared).anySatisfy(each -> {
                assertThat(each.activities()).isGreaterThanOrEqualTo(MANY);
                assertThat(each.total())
                        .hasValueSatisfying(
                                total -> assertThat(total.longValue()).isGreaterThanOrEqualTo(2L * MANY));
            });
            assertThat(counter.statements()).isEqualTo(4);
            assertThat(milliseconds).isLessThan(3_000);
            status.setRollbackOnly();
        });
    }

    private void fill(String agreement) {
        jdbc.sql("""
                        insert into lienket.dossier
                        (code, kind, title, channel, lead_organisation, status, opened_by, opened_at, changed_at)
                        select 'H87-260101-' || n, 'activity', 'x', 'binhduong-tayninh', 'binhduong', 4, 'x', now(), now()
                        from generate_series(10000, 9999 + :many) n""").param("many", MANY).update();
        jdbc.sql("""
                        insert into lienket.activity
                        (case_code, revision, state, agreement, cooperation_field, title, channel, lead_organisation,
                        partner_organisation, start_date, end_date, indicator_name, indicator_unit, indicator_kind,
                        indicator_direction, indicator_target, plan_version, round)
                        select code, 0, 'CARRYING_OUT', :agreement, 'ioc', title, channel, lead_organisation, 'tayninh',
                        '2026-01-01', '2026-12-31', 'Số chỉ số giám sát', 'chỉ số', 'COUNT', 'MORE', 9, 1, 1
                        from lienket.dossier where code like 'H87-260101-%'""").param("agreement", agreement).update();
        jdbc.sql("""
                        insert into lienket.indicator_value (id, activity, value, measured_on, entered_by, entered_at)
                        select gen_random_uuid(), case_code, n, date '2026-01-31' + n, 'x', now()
                        from lienket.activity, generate_series(1, 2) n where case_code like 'H87-260101-%'""").update();
        jdbc.sql("analyze lienket.activity, lienket.indicator_value").update();
    }

    private static IndicatorQuery query(int size, int page) {
        return new IndicatorQuery(
                List.of("binhduong-tayninh", "binhduong-qtsc"), "ioc", "tayninh", null, null, page, size);
    }
}
