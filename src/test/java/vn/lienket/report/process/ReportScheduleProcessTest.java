package vn.lienket.report.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.report.ReportRequest;
import vn.lienket.support.Jobs;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.TestClock;

/** The last quarter of 2025: in 2026 the first working day is Monday, 5 January, and Saturday the 10th is worked. */
@ProcessTest
class ReportScheduleProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(ReportModel.SCHEDULE_PROCESS);

    @Autowired
    ManagementService managementService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    HistoryService historyService;

    @Autowired
    ReportProcess process;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void onTheFirstWorkingDayAfterAQuarterEveryChannelHasItsReportOnce() {
        clock.set("2026-01-02T06:30");
        morning();
        clock.set("2026-01-04T06:30");
        morning();
        assertThat(reports()).isEmpty();

        clock.set("2026-01-05T06:30");
        morning();

        assertThat(reports())
                .contains("binhduong-qtsc binhduong ASSEMBLING", "binhduong-tayninh binhduong ASSEMBLING")
                .doesNotHaveDuplicates();
        assertThat(passedInLastRound())
                .contains(ReportModel.START_EVERY_MORNING, ReportModel.TASK_OPEN_DUE, ReportModel.END_DUE_OPENED);
        int opened = reports().size();
        assertThat(instances()).hasSize(opened).allMatch(instance -> instance.getTenantId() != null);

        people.does(
                "binhduong.officer1", () -> process.withdraw(instances().get(0).getBusinessKey(), "Không cần"));
        clock.set("2026-01-06T06:30");
        morning();
        assertThat(reports()).hasSize(opened);
    }

    @Test
    void whoComesFirstByHandLeavesNothingToTheMorning() {
        clock.set("2026-04-01T08:00");
        people.as(
                "tayninh.officer1",
                () -> process.start(new ReportRequest("binhduong-tayninh", "2026-01-01", "2026-03-31")));
        ProcessInstance round = begun();
        jobs.runContinuations(round);

        assertThat(jdbc.sql("select lead_organisation from lienket.report where channel = 'binhduong-tayninh'"
                                + " and from_day = '2026-01-01'")
                        .query(String.class)
                        .list())
                .containsExactly("tayninh");
    }

    /** Between the round and its job, or on the other node. */
    @Test
    void aReportThatComesInBetweenIsNotOpenedAgain() {
        clock.set("2026-07-01T08:00");
        ProcessInstance round = begun();
        people.as(
                "tayninh.officer1",
                () -> process.start(new ReportRequest("binhduong-tayninh", "2026-04-01", "2026-06-30")));
        jobs.runContinuations(round);

        assertThat(jobs.incidents(round)).isEmpty();
        assertThat(jdbc.sql("select count(*) from lienket.report where channel = 'binhduong-tayninh'"
                                + " and from_day = '2026-04-01'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void morning() {
        ProcessInstance round = begun();
        if (round != null) {
            jobs.runContinuations(round);
        }
    }

    /** A round that has nothing to do is over at once. */
    private ProcessInstance begun() {
        Job next = managementService
                .createJobQuery()
                .processDefinitionKey(ReportModel.SCHEDULE_PROCESS)
                .timers()
                .singleResult();
        managementService.executeJob(next.getId());
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ReportModel.SCHEDULE_PROCESS)
                .singleResult();
    }

    private List<String> reports() {
        return jdbc.sql("select channel || ' ' || lead_organisation || ' ' || state from lienket.report"
                        + " where from_day = '2025-10-01' order by 1")
                .query(String.class)
                .list();
    }

    private List<ProcessInstance> instances() {
        List<String> codes = jdbc.sql("select case_code from lienket.report where from_day = '2025-10-01' order by 1")
                .query(String.class)
                .list();
        return runtimeService.createProcessInstanceQuery().processDefinitionKey(ReportModel.PROCESS).list().stream()
                .filter(instance -> codes.contains(instance.getBusinessKey()))
                .toList();
    }

    private List<String> passedInLastRound() {
        String last = historyService
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(ReportModel.SCHEDULE_PROCESS)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .get(0)
                .getId();
        return historyService.createHistoricActivityInstanceQuery().processInstanceId(last).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}
