package vn.lienket.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.cases.CaseKind;
import vn.lienket.notification.CaseEngineTest;
import vn.lienket.notification.Cases;
import vn.lienket.notification.Overview;
import vn.lienket.notification.SettableClock;
import vn.lienket.notification.TwoDepartments;
import vn.lienket.party.Groups;
import vn.lienket.support.StatementCounter;

/** The watch over as many tasks as a department has that falls behind. */
@CaseEngineTest
class ManyTasksTest {

    private static final int TASKS = 20_000;
    private static final String DUE = "2026-11-23T17:00";
    private static final String DAYS_LATER = "2026-11-30T09:00";

    @Autowired
    Cases cases;

    @Autowired
    SettableClock clock;

    @Autowired
    SlaWatch slaWatch;

    @Autowired
    TwoDepartments parties;

    @Autowired
    Groups groups;

    @Autowired
    ObjectProvider<CaseKind> kinds;

    @Autowired
    DataSource dataSource;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fill() throws Exception {
        cases.reset();
        jdbc.sql("alter table act_ru_task set (autovacuum_enabled = false)").update();
        jdbc.sql("alter table act_ru_execution set (autovacuum_enabled = false)")
                .update();
        Task one = cases.open("Thỏa thuận", null, DUE);
        analyze();
        String execution = columns("act_ru_execution");
        String task = columns("act_ru_task");
        jdbc.sql("insert into act_ru_execution (id_, proc_inst_id_, %1$s) select 'many' || n, 'many' || n, %1$s"
                                .formatted(execution)
                        + " from act_ru_execution, generate_series(1, :tasks) n where id_ = :one")
                .param("tasks", TASKS)
                .param("one", one.getProcessInstanceId())
                .update();
        jdbc.sql("insert into act_ru_task (id_, proc_inst_id_, %1$s) select 'many' || n, 'many' || n, %1$s"
                                .formatted(task)
                        + " from act_ru_task, generate_series(1, :tasks) n where id_ = :one")
                .param("tasks", TASKS)
                .param("one", one.getId())
                .update();
        jdbc.sql(
                        "insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_)"
                                + " select 'many' || n, 1, 'candidate', 'binhduong-legal', 'many' || n from generate_series(1, ?) n")
                .param(TASKS)
                .update();
        cases.written();
        clock.set("2026-11-25T09:00");
    }

    @AfterEach
    void empty() throws Exception {
        for (String table : List.of("act_ru_identitylink", "act_ru_task", "act_ru_execution")) {
            jdbc.sql("delete from %s where id_ like 'many%%'".formatted(table)).update();
        }
        cases.reset();
    }

    @Test
    void allAreToldOfInOneRoundByOneMailToEachPersonThatListsSome() {
        sweep();

        assertThat(jdbc.sql("select text_body from lienket.message where sent_at is null")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allSatisfy(text -> assertThat(text)
                        .contains("Quá hạn (20.001 việc)", "và 19.951 việc nữa")
                        .containsOnlyOnce("việc nữa")
                        .hasSizeLessThan(20_000));
        assertThat(cases.written())
                .containsExactly(
                        "leader1: Quá hạn: 20.001 việc",
                        "legal1: Quá hạn: 20.001 việc",
                        "legal2: Quá hạn: 20.001 việc");

        sweep();
        assertThat(cases.written()).isEmpty();
    }

    @Test
    void theOverviewOfTheWeekIsReadInThreeStatementsHoweverManyTheyAre() {
        StatementCounter statements = new StatementCounter();
        JdbcClient counted =
                JdbcClient.create((DataSource) statements.postProcessAfterInitialization(dataSource, "counted"));

        Map<String, Overview> overviews = new WeekOverviews(new WeekWork(counted), parties, groups, kinds, clock)
                .of(parties.people(), LocalDate.of(2026, 11, 23));

        assertThat(statements.statements()).isEqualTo(3);
        assertThat(overviews).containsOnlyKeys("leader1", "legal1", "legal2", "manager1");
        assertThat(overviews.values()).allSatisfy(overview -> {
            Overview.Part part = overview.parts().get(0);
            assertThat(part.kinds()).containsExactly(new Overview.Kind("test", TASKS + 1, TASKS + 1, 0, 0));
            assertThat(part.overdue()).hasSize(WeekOverviews.MOST);
        });
    }

    @Test
    void whatHasBeenToldAtTheLastStageIsSkippedByTheIndexWhateverTheStatisticsSay() {
        clock.set(DAYS_LATER);
        sweep();

        assertThat(plan()).satisfies(ManyTasksTest::looksAtNoTask);
        analyze();
        assertThat(plan()).satisfies(ManyTasksTest::looksAtNoTask);
    }

    private static void looksAtNoTask(String plan) {
        assertThat(plan)
                .containsPattern("lienket_task_untold_3 on act_ru_task t_?1? .*rows=0")
                .doesNotContain("Seq Scan on act_ru_task", "lienket_task_due on");
    }

    private String plan() {
        List<String> plan = new TransactionTemplate(transactionManager)
                .execute(status -> jdbc.sql("explain analyze " + OpenWork.findingUntold(3))
                        .param("to", Timestamp.from(SettableClock.at(DAYS_LATER)))
                        .query(String.class)
                        .list());
        return String.join("\n", plan);
    }

    private void sweep() {
        new TransactionTemplate(transactionManager).executeWithoutResult(status -> slaWatch.sweep());
    }

    private void analyze() {
        jdbc.sql("analyze act_ru_task, act_ru_execution").update();
    }

    /** All but the ids. */
    private String columns(String table) {
        return jdbc.sql("""
                        select string_agg(column_name, ', ') from information_schema.columns
                        where table_schema = 'public' and table_name = ? and column_name not in ('id_', 'proc_inst_id_')""").param(table).query(String.class).single();
    }
}
