package vn.lienket.assignment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.calendar.Deadlines;
import vn.lienket.support.OtherNode;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TestClock;

@ProcessTest
class SlaWatchProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(AssignmentModel.WATCH_PROCESS);

    @Autowired
    SigningCases cases;

    @Autowired
    TaskService taskService;

    @Autowired
    HistoryService historyService;

    @Autowired
    ManagementService managementService;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Deadlines deadlines;

    @Autowired
    OtherNode otherNode;

    @Autowired
    TestClock clock;

    @AfterEach
    void itIsTodayAgain() {
        clock.reset();
        jdbc.sql("delete from lienket.digest").update();
    }

    @Test
    void everyQuarterOfAnHourItTellsOfWhatIsOverdueEachTaskOnce() {
        jdbc.sql("delete from lienket.digest").update(); // nobody has had a mail today
        LocalDate workday =
                deadlines.deadline("binhduong", LocalDate.now(clock), 0).date();
        clock.set(workday + "T09:00");
        Task task = cases.open().task(AgreementModel.TASK_DRAFT, "binhduong");
        task.setDueDate(Date.from(clock.instant().minus(Duration.ofHours(1))));
        taskService.saveTask(task);
        int before = mailsToLeaders();

        round();
        assertThat(toldStage(task)).isEqualTo(2);
        assertThat(mailsToLeaders()).isEqualTo(before + 2);
        assertThat(passedInLastRound())
                .containsExactlyInAnyOrder(
                        AssignmentModel.START_EVERY_QUARTER_HOUR,
                        AssignmentModel.TASK_WATCH_DEADLINES,
                        AssignmentModel.END_WATCHED);
        assertThat(nextRound().getDuedate())
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(15)));

        round();
        assertThat(mailsToLeaders()).isEqualTo(before + 2);
    }

    /** Reminded two working days before, overdue on the day, escalated three working days after. */
    @Test
    void ofTwoEnginesOneTellsOfEachStageAndEverybodyOnce() {
        nobodyHasHadAMailOrIsToHaveTheOverviewOfAWeek();
        LocalDate first = deadlines
                .deadline("binhduong", LocalDate.now(clock).plusDays(1), 0)
                .date();
        clock.set(first + "T08:00");
        Task task = cases.open().task(AgreementModel.TASK_DRAFT, "binhduong");
        task.setDueDate(Date.from(TestClock.at(workingDay(first, 5) + "T09:00")));
        taskService.saveTask(task);
        Map<Integer, Set<String>> told = Map.of(
                3, Set.of("officer1", "officer2"),
                5, Set.of("officer1", "officer2", "leader1", "leader2"),
                8, Set.of("leader1", "leader2", "manager1", "manager2"));
        ProcessEngine other = otherNode.start();
        try {
            for (int days : List.of(3, 5, 8)) {
                clock.set(workingDay(first, days) + "T09:30");

                assertThat(roundOn(managementService, other.getManagementService()))
                        .containsExactlyInAnyOrder(true, false);
                round(); // what the one that failed had in hand was left for the next time

                assertThat(toldStage(task)).isEqualTo(days == 3 ? 1 : days == 5 ? 2 : 3);
                assertThat(toldNow())
                        .doesNotHaveDuplicates()
                        .containsAll(told.get(days).stream()
                                .map("binhduong.%s@binhduong.example"::formatted)
                                .toList());
            }
        } finally {
            other.close();
        }
    }

    /** With the overview, somebody has had the day's mail before the task comes that the other engine has in hand. */
    private void nobodyHasHadAMailOrIsToHaveTheOverviewOfAWeek() {
        jdbc.sql("delete from lienket.digest").update();
        jdbc.sql(
                        "insert into lienket.digest (recipient, overview_week) select id, date '2099-12-28' from lienket.person")
                .update();
    }

    private LocalDate workingDay(LocalDate first, int days) {
        return deadlines.deadline("binhduong", first, days).date();
    }

    /** The same round on both at once: which of them did it. */
    private List<Boolean> roundOn(ManagementService... nodes) {
        String round = nextRound().getId();
        List<CompletableFuture<Boolean>> done = Stream.of(nodes)
                .map(node -> CompletableFuture.supplyAsync(() -> {
                    try {
                        node.executeJob(round);
                        return true;
                    } catch (ProcessEngineException otherWasFaster) {
                        return false;
                    }
                }))
                .toList();
        return done.stream().map(CompletableFuture::join).toList();
    }

    /** Who was written to at this moment of what is due. */
    private List<String> toldNow() {
        return jdbc.sql(
                        "select recipient_email from lienket.message where subject ~ '(Sắp đến hạn|Quá hạn)' and created_at = ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    private void round() {
        managementService.executeJob(nextRound().getId());
    }

    private Job nextRound() {
        return managementService
                .createJobQuery()
                .processDefinitionKey(AssignmentModel.WATCH_PROCESS)
                .timers()
                .singleResult();
    }

    /** About what is overdue, each of the two in one mail. */
    private int mailsToLeaders() {
        return jdbc.sql("""
                        select count(*) from lienket.message
                        where subject like '%Quá hạn: %' and recipient_email like 'binhduong.leader%'""").query(Integer.class).single();
    }

    private int toldStage(Task task) {
        return jdbc.sql("select lienket_told_stage from act_ru_task where id_ = ?")
                .param(task.getId())
                .query(Integer.class)
                .single();
    }

    private List<String> passedInLastRound() {
        HistoricProcessInstance last = historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(AssignmentModel.WATCH_PROCESS)
                .finished()
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .get(0);
        return historyService
                .createHistoricActivityInstanceQuery()
                .processInstanceId(last.getId())
                .finished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
