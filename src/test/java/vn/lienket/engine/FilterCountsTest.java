package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.People;
import vn.lienket.support.ProcessTest;

/** How many tasks a filter finds, with many in one group. */
@ProcessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterCountsTest {

    private static final String OFFICER = "binhduong.officer1";
    private static final String UNIT = "Việc của đơn vị";
    private static final int MANY = 20_000;

    @Autowired
    FilterService filterService;

    @Autowired
    TaskService taskService;

    @Autowired
    People people;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void fill() {
        add(1, MANY);
    }

    @AfterAll
    void empty() {
        jdbc.sql("delete from act_ru_identitylink where id_ like 'many-%'").update();
        jdbc.sql("delete from act_ru_task where id_ like 'many-%'").update();
        jdbc.sql("analyze act_ru_task, act_ru_identitylink").update();
    }

    @Test
    void tasklistIsToldNoMoreThanItShows() {
        assertThat(at(EngineDoor.WEBAPPS, () -> count(UNIT))).isEqualTo(FilterCounts.LIMIT);
        assertThat(at(EngineDoor.WEBAPPS, () -> {
                    page(UNIT, 0);
                    return count(UNIT);
                }))
                .isEqualTo(FilterCounts.LIMIT);
    }

    @Test
    void whoeverElseCountsIsToldTheWholeNumber() {
        assertThat(at(EngineDoor.REST, () -> count(UNIT))).isGreaterThanOrEqualTo(MANY);
        assertThat(at(EngineDoor.REST, () -> taskService.createTaskQuery().count()))
                .isGreaterThanOrEqualTo(MANY);
        assertThat(at(EngineDoor.WEBAPPS, () -> taskService.createTaskQuery().count()))
                .isGreaterThanOrEqualTo(MANY);
        assertThat(people.as(OFFICER, () -> count(UNIT))).isGreaterThanOrEqualTo(MANY);
    }

    /** Rows that the database touches, not time. */
    @Test
    void countingTakesAsMuchHoweverManyThereAre() {
        long read = rowsRead(() -> count(UNIT));
        add(MANY + 1, 2 * MANY);

        assertThat(rowsRead(() -> count(UNIT))).isLessThan(2 * read).isLessThan(20 * FilterCounts.LIMIT);
    }

    @Test
    void aPageThatEndsWithTheLastTaskIsNotCountedOnceMore() {
        jdbc.sql("update act_ru_task set assignee_ = ? where id_ in ('many-1', 'many-2', 'many-3')")
                .param(OFFICER)
                .update();
        long mine = people.as(OFFICER, () -> count("Việc của tôi"));
        assertThat(mine).isBetween(3L, 14L);

        long readToCount = at(
                EngineDoor.WEBAPPS,
                () -> new TransactionTemplate(transactionManager).execute(status -> {
                    page("Việc của tôi", 0);
                    long read = rowsRead();
                    assertThat(count("Việc của tôi")).isEqualTo(mine);
                    return rowsRead() - read;
                }));
        assertThat(readToCount).isZero();
        long afterTheLast = at(EngineDoor.WEBAPPS, () -> {
            assertThat(page("Việc của tôi", 15)).isZero();
            return count("Việc của tôi");
        });
        assertThat(afterTheLast).isEqualTo(mine);
    }

    private long count(String filter) {
        return filterService.count(id(filter));
    }

    private int page(String filter, int first) {
        return filterService.listPage(id(filter), first, 15).size();
    }

    private String id(String filter) {
        return filterService
                .createTaskFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
    }

    private long rowsRead(Supplier<?> request) {
        return at(
                EngineDoor.WEBAPPS,
                () -> new TransactionTemplate(transactionManager).execute(status -> {
                    long before = rowsRead();
                    request.get();
                    return rowsRead() - before;
                }));
    }

    /** In this transaction, and those before it on the same connection that the server has not reported yet. */
    private long rowsRead() {
        return jdbc.sql("""
                        select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint from pg_stat_xact_user_tables
                        where relname in ('act_ru_task', 'act_ru_identitylink')""").query(Long.class).single();
    }

    /** The officer's request by one of the engine's doors. */
    private <T> T at(EngineDoor door, Supplier<T> request) {
        door.enter();
        try {
            return people.as(OFFICER, request);
        } finally {
            EngineDoor.leave();
        }
    }

    private void add(int from, int to) {
        jdbc.sql("""
                        insert into act_ru_task (id_, rev_, name_, priority_, create_time_, suspension_state_, tenant_id_, proc_def_id_)
                        select 'many-' || n, 1, 'Việc', 50, now(), 1, 'binhduong-tayninh',
                            (select min(id_) from act_re_procdef where key_ = :process)
                        from generate_series(:from, :to) n""")
                .param("process", AgreementModel.SIGNING_PROCESS)
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("""
                        insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_)
                        select 'many-' || n, 1, 'candidate', 'binhduong-officer', 'many-' || n
                        from generate_series(:from, :to) n""").param("from", from).param("to", to).update();
        jdbc.sql("analyze act_ru_task, act_ru_identitylink").update();
    }
}
