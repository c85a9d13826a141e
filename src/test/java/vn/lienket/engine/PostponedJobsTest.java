package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.assignment.process.AssignmentModel;
import vn.lienket.support.ProcessTest;

/** What is left when the clock was set a year ahead for a while. */
@ProcessTest
class PostponedJobsTest {

    private static final Duration AHEAD = Duration.ofDays(400);

    @Autowired
    PostponedJobs postponed;

    @Autowired
    ManagementService managementService;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void remove() {
        jdbc.sql("delete from act_ru_job where id_ like 'test-%'").update();
    }

    @Test
    void theWatchTakesItsTurnsAgain() {
        set("duedate_", later(AHEAD), watch().getId());

        postponed.bringBack();

        assertThat(watch().getDuedate()).isBetween(Instant.now(), later(Duration.ofMinutes(16)));
        managementService.executeJob(watch().getId());
        assertThat(watch().getDuedate()).isBetween(Instant.now(), later(Duration.ofMinutes(16)));
    }

    /** The models were deployed while the clock was ahead. */
    @Test
    void aCycleThatBeginsInTheFutureBeginsNow() {
        String turns = repeat();
        jdbc.sql("update act_ru_job set duedate_ = ?, repeat_ = ? where id_ = ?")
                .params(Timestamp.from(later(AHEAD)), turns.replaceFirst("/\\d{4}-", "/2999-"), watch().getId())
                .update();

        postponed.bringBack();
        managementService.executeJob(watch().getId());

        assertThat(watch().getDuedate()).isBetween(Instant.now(), later(Duration.ofMinutes(16)));
        assertThat(repeat()).startsWith("R/").endsWith("/PT15M").doesNotContain("2999");
    }

    @Test
    void aTurnThatIsRightStays() {
        for (int round = 0; round < 2; round++) {
            Instant next = watch().getDuedate().toInstant();
            String turns = repeat();

            assertThat(postponed.bringBack()).isZero();

            assertThat(watch().getDuedate().toInstant()).isEqualTo(next);
            assertThat(repeat()).isEqualTo(turns);
            managementService.executeJob(watch().getId());
        }
    }

    @Test
    void theHistoryIsCleanedUpNextNight() {
        String cleanup = jdbc.sql("select id_ from act_ru_job where handler_type_ = 'history-cleanup'")
                .query(String.class)
                .single();
        set("duedate_", later(AHEAD), cleanup);

        postponed.bringBack();

        // within the window of three hours, since its beginning
        assertThat(due(cleanup)).isBetween(later(Duration.ofHours(-3)), later(Duration.ofDays(1)));
    }

    @Test
    void aJobThatFailedIsTriedAgainAndALockOfANodeThatIsGoneEnds() {
        Instant inFiveMinutes = later(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.MILLIS);
        add("test-failed", "message", later(AHEAD), "x");
        add("test-waits", "message", inFiveMinutes, "x");
        add("test-date", "timer", later(AHEAD), null);
        add("test-locked", "message", null, null);
        jdbc.sql("update act_ru_job set lock_owner_ = 'gone', lock_exp_time_ = ? where id_ = 'test-locked'")
                .param(Timestamp.from(later(AHEAD)))
                .update();

        postponed.bringBack();

        assertThat(due("test-failed")).isBeforeOrEqualTo(Instant.now());
        assertThat(due("test-waits")).isEqualTo(inFiveMinutes);
        assertThat(due("test-date")).isAfter(later(AHEAD.minusHours(1)));
        assertThat(jdbc.sql("select lock_owner_, lock_exp_time_ from act_ru_job where id_ = 'test-locked'")
                        .query()
                        .singleRow())
                .satisfies(lock -> assertThat(lock.values()).containsOnlyNulls());
    }

    private Job watch() {
        return managementService
                .createJobQuery()
                .processDefinitionKey(AssignmentModel.WATCH_PROCESS)
                .timers()
                .singleResult();
    }

    private String repeat() {
        return jdbc.sql("select repeat_ from act_ru_job where id_ = ?")
                .param(watch().getId())
                .query(String.class)
                .single();
    }

    private Instant due(String id) {
        return jdbc.sql("select duedate_ from act_ru_job where id_ = ?")
                .param(id)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private void set(String column, Instant to, String id) {
        jdbc.sql("update act_ru_job set %s = ? where id_ = ?".formatted(column))
                .params(Timestamp.from(to), id)
                .update();
    }

    private void add(String id, String type, Instant due, String failure) {
        jdbc.sql("""
                        insert into act_ru_job (id_, rev_, type_, duedate_, retries_, exception_msg_, suspension_state_, priority_)
                        values (?, 1, ?, ?, 3, ?, 2, 0)""")
                .params(id, type, due == null ? null : Timestamp.from(due), failure)
                .update();
    }

    private static Instant later(Duration duration) {
        return Instant.now().plus(duration);
    }
}
