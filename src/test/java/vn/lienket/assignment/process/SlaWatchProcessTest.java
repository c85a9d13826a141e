package vn.lienket.assignment.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCases;

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

    @Test
    void everyQuarterOfAnHourItTellsOfWhatIsOverdueEachTaskOnce() {
        Task task = cases.open().task(AgreementModel.TASK_DRAFT, "binhduong");
        task.setDueDate(Date.from(Instant.now().minus(Duration.ofDays(1))));
        taskService.saveTask(task);

        round();
        assertThat(told(task)).contains("binhduong.leader1@binhduong.example", "binhduong.leader2@binhduong.example");
        int toldOnce = told(task).size();
        assertThat(passedInLastRound())
                .containsExactlyInAnyOrder(
                        AssignmentModel.START_EVERY_QUARTER_HOUR,
                        AssignmentModel.TASK_WATCH_DEADLINES,
                        AssignmentModel.END_WATCHED);
        assertThat(nextRound().getDuedate())
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(15)));

        round();
        assertThat(told(task)).hasSize(toldOnce);
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

    /** Whoever has more than one task that is due is told of all of them in one mail. */
    private List<String> told(Task task) {
        return jdbc.sql("""
                        select recipient_email from lienket.message
                        where subject like '%Quá hạn: %' and text_body like ? order by 1""")
                .param("%?task=" + task.getId() + "\n%")
                .query(String.class)
                .list();
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
