package vn.lienket.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.programme.process.ActivityModel;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;
import vn.lienket.transfer.process.TransferModel;

/**
 * Figures, not verdicts, of what managers look at, with a thousand open cases and with 65,000, three finished ones for each and six tasks
 * in each of these, over three years: {@code ./mvnw test -Dtest=FiguresBenchmark -Dlienket.benchmark=true}.
 */
@ProcessTest
@DirtiesContext
@EnabledIfSystemProperty(named = "lienket.benchmark", matches = "true")
class FiguresBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(FiguresBenchmark.class);

    private static final List<String> CHANNELS = List.of("binhduong-tayninh", "binhduong-qtsc");
    private static final int LOOKS = 60;

    private static final String PROCESSES = "'"
            + String.join(
                    "', '",
                    TransferModel.PROCESS,
                    ConsultingModel.PROCESS,
                    ActivityModel.PROCESS,
                    AgreementModel.SIGNING_PROCESS)
            + "'";

    /** Cases n from :from to :to; the first :open are. */
    private static final String CASE = """
            select 'B' || lpad(n::text, 6, '0') as code, n,
                (array['transfer', 'consulting', 'activity', 'agreement'])[1 + n % 4] as kind,
                (array['binhduong-tayninh', 'binhduong-qtsc'])[1 + n % 2] as channel,
                (array['binhduong', case n % 2 when 0 then 'tayninh' else 'qtsc' end])[1 + n % 3 / 2] as organisation,
                n <= :open as open,
                now() - interval '1 day' * (case when n <= :open then 90 else 1095 end) * ((n * 7919) % 10007) / 10007 as opened
            from generate_series(:from, :to) n""";

    @Autowired
    Overview overview;

    @Autowired
    CaseFigures months;

    @Autowired
    OpenWorkList work;

    @Autowired
    Steps steps;

    @Autowired
    FinishedCases finished;

    @Autowired
    FactsRebuild rebuild;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void panelsOfAThousandAndOf65000OpenCases() {
        fill(1, 4_000, 1_000);
        look("1,000 open");
        fill(4_001, 265_000, 65_000);
        look("65,000 open");
        assertThat(jdbc.sql("select count(*) from lienket.task_fact where ended_at is null")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(60_000);
        long begun = System.nanoTime();
        FactsRebuild.Rebuilt rebuilt = rebuild.all();
        LOG.warn("rebuild of {}: {} s", rebuilt, (System.nanoTime() - begun) / 1e9);
    }

    private void look(String size) {
        Instant now = Instant.now();
        YearMonth month = YearMonth.now();
        report(size, "overview", () -> overview.work(null));
        report(size, "overview, weeks", () -> overview.weeks(null));
        report(size, "overview, handling", () -> overview.handling(null));
        report(size, "overview, people", () -> overview.people(null));
        report(size, "figures of this month", () -> months.of(month(month)));
        report(size, "figures of a month a year ago", () -> months.of(month(month.minusYears(1))));
        report(size, "cases behind a figure", () -> months.cases(month(month), Measure.OVERDUE, 0, 50));
        report(size, "late work, first page", () -> work.page(late(0)));
        report(size, "late work, count", () -> work.count(late(0)));
        report(size, "late work, page 20", () -> work.page(late(1_000)));
        report(size, "late work, choices", () -> work.choices(CHANNELS, null));
        report(size, "busiest process", () -> steps.of(null, null, null, now, now));
        report(
                size,
                "steps of a process, twelve weeks",
                () -> steps.of(TransferModel.PROCESS, null, null, now.minus(Duration.ofDays(84)), now));
        report(
                size,
                "finished cases, first page",
                () -> finished.find(new FinishedQuery(null, null, null, null, null, null, null, null, 50)));
        for (String words : List.of("nguoi dan 1", "nguoi dan 12", "nguoi dan 123")) {
            report(
                    size,
                    "finished cases by words, " + words,
                    () -> finished.find(new FinishedQuery(null, words, null, null, null, null, null, null, 50)));
        }
    }

    private static MonthQuery month(YearMonth month) {
        return new MonthQuery(month, CHANNELS, null, null, null, null);
    }

    private static WorkQuery late(int offset) {
        return new WorkQuery(
                CHANNELS, null, null, null, null, null, WorkState.LATE, null, WorkSort.DUE, false, offset, 50);
    }

    private void report(String size, String what, Supplier<?> look) {
        long[] micros = new long[LOOKS];
        look(look);
        for (int i = 0; i < LOOKS; i++) {
            long begun = System.nanoTime();
            look(look);
            micros[i] = (System.nanoTime() - begun) / 1_000;
        }
        Arrays.sort(micros);
        LOG.warn(
                "{}, {}: median {} ms, p95 {} ms",
                size,
                what,
                micros[LOOKS / 2] / 1_000d,
                micros[LOOKS * 95 / 100] / 1_000d);
    }

    private void look(Supplier<?> look) {
        people.as("binhduong.manager1", () -> transaction.execute(status -> look.get()));
    }

    private void fill(int from, int to, int open) {
        fill(from, to, open, """
                        insert into lienket.dossier (code, kind, title, channel, lead_organisation, status, closed, opened_by, opened_at, changed_at)
                        select code, kind, 'Hồ sơ phục vụ người dân ' || n, channel, organisation, case when open then 4 else 10 end, not open,
                            'system', opened, case when open then opened else opened + interval '20 days' end from c""");
        fill(from, to, open, """
                        insert into lienket.dossier_text (code, words) select code, code || ' Hồ sơ phục vụ người dân ' || n from c""");
        fill(from, to, open, """
                        insert into lienket.case_fact (code, kind, channel, organisation, opened_at, closed_at, outcome)
                        select code, kind, channel, organisation, opened, case when not open then opened + interval '20 days' end,
                            case when not open then (array['EARLY', 'ON_TIME', 'LATE', 'WITHDRAWN'])[1 + n % 4] end from c""");
        fill(from, to, open, """
                        insert into lienket.task_fact (task_id, case_code, channel, process, definition, step, step_name, organisation, role,
                            assignee, created_at, due_at, ended_at, working_days, term_days)
                        select code || '/' || i, code, channel,
                            (array[PROCESSES])[1 + n % 4], 'Definition:1', 'Task_' || i, 'Bước ' || i,
                            organisation, 'officer', case when (n + i) % 3 > 0 then organisation || '.officer' || 1 + n % 2 end,
                            opened + interval '3 days' * i, opened + interval '3 days' * i + interval '30 days' * ((n * i) % 7),
                            case when not open then opened + interval '3 days' * (i + 1) end,
                            case when not open then (n * i) % 9 end, case when not open then 5 end
                        from c cross join generate_series(1, 6) i where not open or i = 1 + n % 6 or n % 13 = 0 and i = 2""".replace("PROCESSES", PROCESSES));
        fill(from, to, open, """
                        insert into lienket.case_clock (case_code, organisation, stopped_at, resumed_at, working_days)
                        select code, organisation, opened + interval '2 days', case when not open then opened + interval '6 days' end,
                            case when not open then 4 end from c where n % 31 = 7""");
        jdbc.sql("vacuum analyze").update();
    }

    private void fill(int from, int to, int open, String insert) {
        jdbc.sql("with c as (" + CASE + ") " + insert)
                .param("from", from)
                .param("to", to)
                .param("open", open)
                .update();
    }
}
