package vn.lienket.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
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
    SlaWatch slaWatch;

    @Autowired
    PlatformTransactionManager transactionManager;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingHasHappened() throws Exception {
        cases.reset();
    }

    @Test
    void theGroupIsRemindedOnceWhenTwoWorkingDaysAreLeft() {
        cases.open("Thỏa thuận", null, MONDAY);
        cases.written();

        watchAt("2026-11-19T16:45");
        assertThat(cases.written()).isEmpty();

        watchAt("2026-11-19T17:00");
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
        watchAt("2026-11-20T16:45");
        cases.written();

        watchAt("2026-11-23T17:00");
        assertThat(cases.written())
                .containsExactly("leader1: Quá hạn: Rà soát dự thảo", "legal2: Quá hạn: Rà soát dự thảo");

        watchAt("2026-11-24T17:00");
        assertThat(cases.written()).isEmpty();
    }

    @Test
    void threeWorkingDaysLaterTheLeaderAndWhoWatchesAreToldOnce() {
        cases.open("Thỏa thuận", "legal2", MONDAY);
        watchAt("2026-11-23T17:00");
        cases.written();

        watchAt("2026-11-27T16:45"); // 24/11 is a day off
        assertThat(cases.written()).isEmpty();

        watchAt("2026-11-27T17:00");
        assertThat(cases.written())
                .containsExactly("leader1: Quá hạn: Rà soát dự thảo", "manager1: Quá hạn: Rà soát dự thảo");

        watchAt("2026-12-04T17:00");
        assertThat(cases.written()).isEmpty();
    }

    /** Nine tasks that are overdue for long are told to two people who are in charge, in one mail each. */
    @Test
    void whatIsLongOverdueWhenItIsFirstSeenIsToldToAllInOneMailEach() {
        IntStream.range(0, 9).forEach(i -> cases.open("Thỏa thuận " + i, "legal1", "2026-11-02T17:00"));
        cases.written();

        watchAt("2026-11-23T09:00");

        assertThat(cases.written())
                .containsExactly("leader1: Quá hạn: 9 việc", "legal1: Quá hạn: 9 việc", "manager1: Quá hạn: 9 việc");
    }

    @Test
    void everybodyHasOneMailAWorkingDayFromTheHourOn() {
        cases.open("Thỏa thuận", "legal1", "2026-11-20T17:00");
        cases.written();
        watchAt("2026-11-23T07:15");
        assertThat(cases.written()).isEmpty();

        watchAt("2026-11-23T07:30");
        assertThat(cases.written())
                .containsExactly("leader1: Quá hạn: Rà soát dự thảo", "legal1: Quá hạn: Rà soát dự thảo");

        cases.open("Thêm", "legal1", "2026-11-23T08:00");
        cases.open("Thêm nữa", "legal1", "2026-11-23T08:00");
        cases.written();
        watchAt("2026-11-23T09:00");
        watchAt("2026-11-24T09:00"); // a day off
        watchAt("2026-11-25T07:15");
        assertThat(cases.written()).isEmpty();
        watchAt("2026-11-25T07:30");
        assertThat(cases.written()).containsExactly("leader1: Quá hạn: 2 việc", "legal1: Quá hạn: 2 việc");
    }

    @Test
    void aClockThatWasAheadSilencesNobody() {
        cases.open("Thỏa thuận", "legal1", "2026-11-20T17:00");
        watchAt("2026-12-21T09:00");
        cases.open("Thêm", "legal1", "2026-11-20T17:00");
        cases.written();

        watchAt("2026-11-23T09:00");
        assertThat(cases.written()).containsExactly("leader1: Quá hạn: 2 việc", "legal1: Quá hạn: 2 việc");
        watchAt("2026-11-23T09:30");
        assertThat(cases.written()).isEmpty();
    }

    @Test
    void whatIsDoneBeforeTheMailGoesOutIsNotInIt() {
        Task done = cases.open("Thỏa thuận", "legal1", "2026-11-20T17:00");
        cases.written();
        watchAt("2026-11-23T07:15");

        taskService.complete(done.getId());
        watchAt("2026-11-23T07:30");
        assertThat(cases.written()).isEmpty();

        cases.open("Thỏa thuận", "legal1", "2026-11-20T17:00");
        cases.written();
        watchAt("2026-11-23T08:00");
        assertThat(cases.written()).hasSize(2);
    }

    @Test
    void aTaskThatIsDoneIsToldOfNoMoreAndForgotten() {
        Task task = cases.open("Thỏa thuận", null, MONDAY);
        watchAt("2026-11-23T09:00");
        cases.written();

        taskService.complete(task.getId());
        watchAt("2026-11-24T09:00");

        assertThat(cases.written()).isEmpty();
        assertThat(told()).isZero();
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

        assertThat(told()).isEqualTo(tasks);
        assertThat(taskService.createTaskQuery().taskAssignee("legal2").count()).isEqualTo(tasks);
    }

    @Test
    void whoHasSeveralTasksIsToldOfAllOfThemInOneMail() throws Exception {
        Task near = cases.open("Gần", "legal1", "2026-11-25T17:00");
        Task past = cases.open("Quá", "legal1", MONDAY);
        Task alone = cases.open("Của người khác", "legal2", MONDAY);
        cases.open("Sắp tới", "legal1", "2026-11-25T17:00");
        cases.written();

        watchAt("2026-11-23T17:00");

        String toLegal1 = textOf("legal1");
        assertThat(toLegal1)
                .contains("Kính gửi Pháp chế 1,\n", "Quá hạn (1 việc)\n", "Sắp đến hạn (2 việc)\n")
                .contains(
                        "Hồ sơ: " + code(past), "Hồ sơ: " + code(near), "task=" + past.getId(), "task=" + near.getId())
                .contains("Thời hạn: thứ Hai, 23/11/2026, 17:00", "Người xử lý: Pháp chế 1")
                .doesNotContain(alone.getId(), "việc nữa");
        assertThat(textOf("leader1")).contains(past.getId(), alone.getId()).doesNotContain(near.getId());
        assertThat(cases.written())
                .containsExactly(
                        "leader1: Quá hạn: 2 việc",
                        "legal1: Quá hạn: 1 việc; Sắp đến hạn: 2 việc",
                        "legal2: Quá hạn: Rà soát dự thảo");

        watchAt("2026-11-23T17:15");
        assertThat(cases.written()).isEmpty();
    }

    /** The next round tells everything, once. */
    @Test
    void aRoundThatFailsHasToldNothingAndNoted() {
        IntStream.range(0, 3).forEach(i -> cases.open("Thỏa thuận " + i, "legal1", MONDAY));
        cases.written();
        int delivering = cases.deliveries().size();
        clock.set("2026-11-23T17:00");

        assertThatThrownBy(() -> new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
                    slaWatch.sweep();
                    assertThat(told()).isEqualTo(3);
                    throw new IllegalStateException("the node is killed");
                }))
                .hasMessage("the node is killed");
        assertThat(cases.written()).isEmpty();
        assertThat(cases.deliveries()).hasSize(delivering);
        assertThat(told()).isZero();

        watchAt("2026-11-23T17:15");
        assertThat(cases.written()).containsExactly("leader1: Quá hạn: 3 việc", "legal1: Quá hạn: 3 việc");
    }

    @Test
    void aTaskThatBecomesDueOnAnotherDateIsToldOfAnew() {
        Task task = cases.open("Thỏa thuận", "legal2", MONDAY);
        watchAt("2026-11-23T17:00");
        cases.written();

        taskService.setDueDate(task.getId(), Date.from(SettableClock.at("2026-11-26T17:00")));
        watchAt("2026-11-25T17:00");
        assertThat(cases.written()).containsExactly("legal2: Sắp đến hạn: Rà soát dự thảo");
        watchAt("2026-11-26T17:00");
        assertThat(cases.written())
                .containsExactly("leader1: Quá hạn: Rà soát dự thảo", "legal2: Quá hạn: Rà soát dự thảo");
    }

    /** A person at work on a task is not kept waiting by the watch, nor the watch by him. */
    @Test
    void aTaskThatSomebodyHasInHandIsToldOfNextTime() throws Exception {
        Task inHand = cases.open("Thỏa thuận", "legal1", MONDAY);
        cases.open("Thỏa thuận", "legal2", MONDAY);
        cases.written();
        ExecutorService watch = Executors.newSingleThreadExecutor();
        try {
            new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
                taskService.setPriority(inHand.getId(), 1);
                assertThat(watch.submit(() -> watchAt("2026-11-23T17:00"))).succeedsWithin(20, TimeUnit.SECONDS);
            });
            assertThat(cases.written())
                    .containsExactly("leader1: Quá hạn: Rà soát dự thảo", "legal2: Quá hạn: Rà soát dự thảo");
            watchAt("2026-11-23T17:15");
            assertThat(cases.written()).containsExactly("legal1: Quá hạn: Rà soát dự thảo");
            watchAt("2026-11-25T07:30");
            assertThat(cases.written()).containsExactly("leader1: Quá hạn: Rà soát dự thảo");
        } finally {
            watch.shutdownNow();
        }
    }

    @Test
    void twoNodesTogetherTellOfATaskOnce() throws Exception {
        cases.open("Thỏa thuận", null, MONDAY);
        TransactionTemplate transaction = new TransactionTemplate(transactionManager);
        ExecutorService otherNode = Executors.newSingleThreadExecutor();
        try {
            Future<List<ToldTask>> there = transaction.execute(status -> {
                assertThat(noteOverdue()).hasSize(1);
                return otherNode.submit(() -> transaction.execute(other -> noteOverdue()));
            });
            assertThat(there.get(10, TimeUnit.SECONDS)).isEmpty();
        } finally {
            otherNode.shutdownNow();
        }
    }

    private List<ToldTask> noteOverdue() {
        Instant later = SettableClock.at("2027-06-01T09:00");
        List<ToldTask> untold = openWork.untold(2, later, later);
        openWork.note(untold);
        return untold;
    }

    private String textOf(String person) {
        return jdbc.sql("select text_body from lienket.message where recipient_email = ? and subject like 'Quá hạn:%'")
                .param(person + "@binhduong.example")
                .query(String.class)
                .single();
    }

    private String code(Task task) {
        return jdbc.sql("select business_key_ from act_ru_execution where id_ = ?")
                .param(task.getProcessInstanceId())
                .query(String.class)
                .single();
    }

    private void watchAt(String time) {
        clock.set(time);
        cases.watch();
    }

    private String assignee(Task task) {
        return taskService.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private int told() {
        return jdbc.sql("select count(*) from act_ru_task where lienket_told_due = due_date_")
                .query(Integer.class)
                .single();
    }
}
