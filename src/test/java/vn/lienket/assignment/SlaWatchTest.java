package vn.lienket.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.engine.TaskOpened;
import vn.lienket.notification.CaseEngineTest;
import vn.lienket.notification.Cases;
import vn.lienket.notification.SettableClock;
import vn.lienket.notification.TwoDepartments;

@CaseEngineTest
class SlaWatchTest {

    private static final String MONDAY = "2026-11-23T17:00";

    @Autowired
    Cases cases;

    @Autowired
    TaskService taskService;

    @Autowired
    SettableClock clock;

    @Autowired
    TwoDepartments parties;

    @Autowired
    OpenWork openWork;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingHasHappened() throws Exception {
        cases.reset();
    }

    @Test
    void theGroupIsRemindedOnceWhenOneWorkingDayIsLeft() {
        cases.open("Thỏa thuận", null, MONDAY);
        cases.written();

        watchAt("2026-11-20T16:45");
        assertThat(cases.written()).isEmpty();

        watchAt("2026-11-20T17:00");
        assertThat(cases.written())
                .containsExactly("legal1: Sắp đến hạn: Rà soát dự thảo", "legal2: Sắp đến hạn: Rà soát dự thảo");

        watchAt("2026-11-20T17:15");
        assertThat(cases.written()).isEmpty();
    }

    @Test
    void theAssigneeIsRemindedAlone() {
        cases.open("Thỏa thuận", "legal2", MONDAY);
        cases.written();

        watchAt("2026-11-23T09:00");

        assertThat(cases.written()).containsExactly("legal2: Sắp đến hạn: Rà soát dự thảo");
    }

    @Test
    void afterTheDueDateTheLeaderAndTheAssigneeAreToldOnce() {
        cases.open("Thỏa thuận", "legal2", MONDAY);
        watchAt("2026-11-23T16:45");
        cases.written();

        watchAt("2026-11-23T17:00");
        assertThat(cases.written())
                .containsExactly("leader1: Quá hạn: Rà soát dự thảo", "legal2: Quá hạn: Rà soát dự thảo");

        watchAt("2026-11-24T17:00");
        assertThat(cases.written()).isEmpty();
    }

    @Test
    void aTaskThatIsDoneIsToldOfNoMoreAndForgotten() {
        Task task = cases.open("Thỏa thuận", null, MONDAY);
        watchAt("2026-11-23T09:00");
        cases.written();

        taskService.complete(task.getId());
        watchAt("2026-11-24T09:00");

        assertThat(cases.written()).isEmpty();
        assertThat(notices()).isZero();
    }

    @Test
    void theWorkOfWhoIsAwayGoesToHisSubstituteWhoIsTold() {
        Task task = cases.open("Thỏa thuận", "legal1", "2026-12-10T17:00");
        cases.written();
        parties.away("legal1", "legal2");

        cases.watch();

        assertThat(assignee(task)).isEqualTo("legal2");
        assertThat(cases.written()).containsExactly("legal2: Việc được giao: Rà soát dự thảo");

        cases.watch();
        assertThat(cases.written()).isEmpty();
    }

    @Test
    void withoutASubstituteItGoesBackToTheGroupWhichIsTold() {
        Task task = cases.open("Thỏa thuận", "legal1", "2026-12-10T17:00");
        cases.written();
        parties.away("legal1", null);

        cases.watch();

        assertThat(assignee(task)).isNull();
        assertThat(cases.written()).containsExactly("legal2: Việc trả lại nhóm: Rà soát dự thảo");
    }

    @Test
    void aSubstituteWhoIsAwayTooOrNotOfTheGroupTakesNothing() {
        Task away = cases.open("Thỏa thuận", "legal1", "2026-12-10T17:00");
        parties.away("legal1", "legal2");
        parties.away("legal2", null);
        cases.watch();
        assertThat(assignee(away)).isNull();

        parties.restore();
        Task foreign = cases.open("Thỏa thuận", "legal1", "2026-12-10T17:00");
        parties.away("legal1", "officer1");
        cases.watch();
        assertThat(assignee(foreign)).isNull();
    }

    @Test
    void theWorkOfWhoLeftTheDirectoryGoesBackToTheGroup() {
        Task task = cases.open("Thỏa thuận", "legal1", "2026-12-10T17:00");
        parties.remove("legal1");

        cases.watch();

        assertThat(assignee(task)).isNull();
    }

    @Test
    void moreThanABatchIsToldInOneRun() {
        int tasks = SlaWatch.BATCH + 10;
        IntStream.range(0, tasks).forEach(i -> cases.open("Thỏa thuận " + i, "legal1", MONDAY));
        parties.away("legal1", "legal2");
        cases.written();

        watchAt("2026-11-23T18:00");

        assertThat(notices()).isEqualTo(tasks);
        assertThat(taskService.createTaskQuery().taskAssignee("legal2").count()).isEqualTo(tasks);
    }

    @Test
    void twoNodesTogetherTellOfATaskOnce() throws Exception {
        cases.open("Thỏa thuận", null, MONDAY);
        TransactionTemplate transaction = new TransactionTemplate(transactionManager);
        ExecutorService otherNode = Executors.newSingleThreadExecutor();
        try {
            Future<List<TaskOpened>> there = transaction.execute(status -> {
                assertThat(noteOverdue()).hasSize(1);
                return otherNode.submit(() -> transaction.execute(other -> noteOverdue()));
            });
            assertThat(there.get(10, TimeUnit.SECONDS)).isEmpty();
        } finally {
            otherNode.shutdownNow();
        }
    }

    private List<TaskOpened> noteOverdue() {
        return openWork.note(Stage.ESCALATED, Instant.EPOCH, SettableClock.at("2027-06-01T09:00"), SlaWatch.BATCH);
    }

    private void watchAt(String time) {
        clock.set(time);
        cases.watch();
    }

    private String assignee(Task task) {
        return taskService.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private int notices() {
        return jdbc.sql("select count(*) from lienket.task_notice")
                .query(Integer.class)
                .single();
    }
}
