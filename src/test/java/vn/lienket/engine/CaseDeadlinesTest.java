package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.notification.CaseEngineTest;
import vn.lienket.notification.Cases;
import vn.lienket.notification.SettableClock;

/** What a standing clock does to the tasks of its case. Tuesday 24 November 2026 is a day off. */
@CaseEngineTest
class CaseDeadlinesTest {

    private static final String MONDAY = "2026-11-23T17:00";

    @Autowired
    CaseDeadlines deadlines;

    @Autowired
    Cases cases;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    IdentityService identityService;

    @Autowired
    SettableClock clock;

    @Autowired
    PlatformTransactionManager transactionManager;

    private Task task;
    private String caseCode;

    @BeforeEach
    void aCase() throws Exception {
        cases.reset();
        task = cases.open("Hồ sơ", null, MONDAY);
        caseCode = (String) taskService.getVariable(task.getId(), CaseVariables.CASE_CODE);
        cases.written();
    }

    @Test
    void anOpenTaskBecomesDueAsManyWorkingDaysLaterAsTheClockStood() {
        standStill();
        runAgainAt("2026-11-26T09:00");

        assertDue(task, "2026-11-27T17:00");
    }

    @Test
    void withoutAWorkingDayInBetweenItsDateStays() {
        standStill();
        runAgainAt("2026-11-22T09:00");

        assertDue(task, MONDAY);
    }

    @Test
    void aTaskCreatedWhileTheClockStoodKeepsItsDate() {
        standStill();
        Task later = another(caseCode, "2026-11-25T17:00");
        standStill();
        runAgainAt("2026-11-26T09:00");

        assertDue(later, "2026-11-25T17:00");
        assertDue(task, "2026-11-27T17:00");
    }

    @Test
    void everyInstanceOfTheCaseMovesAndNoOtherCase() {
        Task sameCase = another(caseCode, MONDAY);
        Task otherCase = cases.open("Hồ sơ khác", null, MONDAY);
        standStill();
        runAgainAt("2026-11-25T09:00");

        assertDue(task, "2026-11-26T17:00");
        assertDue(sameCase, "2026-11-26T17:00");
        assertDue(otherCase, MONDAY);
    }

    @Test
    void everyStopCounts() {
        standStill();
        runAgainAt("2026-11-23T09:00");
        standStill();
        runAgainAt("2026-11-25T09:00");
        runAgainAt("2026-11-30T09:00");

        assertDue(task, "2026-11-26T17:00");
    }

    @Test
    void aTaskWithoutADueDateStaysWithout() {
        Task timeless = another(caseCode, null);
        standStill();
        runAgainAt("2026-11-26T09:00");

        assertThat(reloaded(timeless).getDueDate()).isNull();
    }

    @Test
    void aStepThatFailsMovesNothing() {
        standStill();
        clock.set("2026-11-26T09:00");
        new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
            deadlines.runAgain(caseCode);
            status.setRollbackOnly();
        });
        assertDue(task, MONDAY);

        runAgainAt("2026-11-26T09:00");
        assertDue(task, "2026-11-27T17:00");
    }

    @Test
    void theClockStopsAndRunsOnlyInTheTransactionOfAStep() {
        assertThatThrownBy(() -> deadlines.standStill(caseCode, "binhduong"))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> deadlines.runAgain(caseCode)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void nobodyIsRemindedOrEscalatedWhileTheClockStands() {
        standStill();
        watchAt("2026-11-23T09:00");
        watchAt("2026-11-25T09:00");

        assertThat(cases.written()).isEmpty();
    }

    @Test
    void whatWasToldOfTheOldDateIsToldAgainOfTheNewOne() {
        watchAt("2026-11-23T09:00");
        assertThat(cases.written())
                .containsExactly("legal1: Sắp đến hạn: Rà soát dự thảo", "legal2: Sắp đến hạn: Rà soát dự thảo");
        watchAt("2026-11-23T17:30");
        assertThat(cases.written()).containsExactly("leader1: Quá hạn: Rà soát dự thảo");

        standStill();
        runAgainAt("2026-11-25T09:00");
        assertDue(task, "2026-11-25T17:00");

        watchAt("2026-11-25T09:15");
        assertThat(cases.written())
                .containsExactly("legal1: Sắp đến hạn: Rà soát dự thảo", "legal2: Sắp đến hạn: Rà soát dự thảo");
        watchAt("2026-11-25T17:15");
        assertThat(cases.written()).containsExactly("leader1: Quá hạn: Rà soát dự thảo");
        watchAt("2026-11-26T09:00");
        assertThat(cases.written()).isEmpty();
    }

    /** The model asks in its own steps, which a person of another group brings about. */
    @Test
    void aStepOfAnyPersonStopsTheClockAndLetsItRun() {
        repositoryService
                .createDeployment()
                .addModelInstance(
                        "supplement.bpmn",
                        Bpmn.createExecutableProcess("SupplementProcess")
                                .startEvent()
                                .userTask("Task_Check")
                                .camundaCandidateGroups("binhduong-officer")
                                .camundaDueDate("2026-11-23T17:00:00")
                                .serviceTask()
                                .camundaExpression("${caseDeadlines.standStill(caseCode, 'binhduong')}")
                                .userTask("Task_Supplement")
                                .camundaCandidateGroups("binhduong-officer")
                                .camundaDueDate("2026-11-23T17:00:00")
                                .serviceTask()
                                .camundaExpression("${caseDeadlines.runAgain(caseCode)}")
                                .userTask("Task_CheckAgain")
                                .camundaCandidateGroups("binhduong-officer")
                                .camundaDueDate("2026-11-30T17:00:00")
                                .endEvent()
                                .done())
                .deploy();
        runtimeService.startProcessInstanceByKey(
                "SupplementProcess", caseCode, Map.of("caseCode", caseCode, "channel", "binhduong-tayninh"));

        completeAsOfficer("Task_Check");
        clock.set("2026-11-26T09:00");
        completeAsOfficer("Task_Supplement");

        assertDue(task, "2026-11-27T17:00");
        Task next = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseCode)
                .taskDefinitionKey("Task_CheckAgain")
                .singleResult();
        assertThat(taskService.getVariablesLocal(next.getId())).isEmpty();
        assertThat(taskService.getVariablesLocal(task.getId())).isEmpty();
    }

    private void standStill() {
        new TransactionTemplate(transactionManager)
                .executeWithoutResult(status -> deadlines.standStill(caseCode, "binhduong"));
    }

    private void runAgainAt(String time) {
        clock.set(time);
        new TransactionTemplate(transactionManager).executeWithoutResult(status -> deadlines.runAgain(caseCode));
    }

    private void watchAt(String time) {
        clock.set(time);
        cases.watch();
    }

    /** The task of one more instance with this code. */
    private Task another(String code, String due) {
        String instance = runtimeService
                .startProcessInstanceByKey(
                        "CaseProcess",
                        code,
                        org.camunda.bpm.engine.variable.Variables.putValue("caseCode", code)
                                .putValue("channel", "binhduong-tayninh")
                                .putValue("assignee", null)
                                .putValue("due", due == null ? null : Date.from(SettableClock.at(due))))
                .getId();
        return taskService.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private void completeAsOfficer(String key) {
        String id = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseCode)
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
        identityService.setAuthentication("officer1", List.of("binhduong-officer"), List.of("binhduong-tayninh"));
        try {
            taskService.complete(id);
        } finally {
            identityService.clearAuthentication();
        }
    }

    private void assertDue(Task of, String due) {
        assertThat(reloaded(of).getDueDate()).hasSameTimeAs(Date.from(SettableClock.at(due)));
    }

    private Task reloaded(Task of) {
        return taskService.createTaskQuery().taskId(of.getId()).singleResult();
    }
}
