package vn.lienket.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.AgreementState;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;

@ProcessTest
class AgreementLifecycleProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(AgreementModel.LIFECYCLE_PROCESS);

    private static final String DECIDE = "Task_DecideRenewal";

    @Autowired
    SigningCases cases;

    @Autowired
    People people;

    @Autowired
    AgreementProcess process;

    @Autowired
    AgreementService agreements;

    @Autowired
    TaskService taskService;

    @Autowired
    ManagementService managementService;

    private SigningCase signing;
    private ProcessInstance lifecycle;

    @BeforeEach
    void anAgreementInForce() {
        signing = cases.open().inForce();
        lifecycle = cases.instance(AgreementModel.LIFECYCLE_PROCESS, signing.code());
    }

    @Test
    void warnsTheLeadSixtyDaysBeforeTheLastDayAndAsksForADecision() {
        assertThat(timer("Event_FirstWarning").getDuedate()).isEqualTo(startOf("2031-10-01"));

        ring("Event_FirstWarning");

        assertThat(lifecycle)
                .isWaitingAtExactly(DECIDE)
                .hasPassed("Task_WarnExpiryFirst")
                .hasNotPassed("Event_LastWarning", "Task_WarnExpiryLast");
        assertThat(timer("Event_LastWarning").getDuedate()).isEqualTo(startOf("2031-10-31"));
        assertThat(timer("Event_ExpiredUndecided").getDuedate()).isEqualTo(startOf("2031-12-01"));
        assertThat(cases.told(signing.code(), "expiry-Task_WarnExpiryFirst"))
                .contains("binhduong.officer1@binhduong.example")
                .noneMatch(address -> address.endsWith("@tayninh.example"));
    }

    @Test
    void aRenewalOpensTheNextCaseAndTheAgreementRunsToItsLastDay() {
        ring("Event_FirstWarning");
        decide("renew");

        assertThat(lifecycle).isWaitingAtExactly("Event_Expiry").hasPassed("Task_OpenRenewal");
        Agreement renewal =
                agreements.successorOf(signing.code()).flatMap(agreements::find).orElseThrow();
        assertThat(renewal.predecessor()).isEqualTo(signing.code());
        assertThat(renewal.effectiveFrom()).isEqualTo("2031-12-01");
        assertThat(renewal.cooperationFields()).isEqualTo(signing.agreement().cooperationFields());
        assertThat(cases.instance(AgreementModel.SIGNING_PROCESS, renewal.caseCode()))
                .isWaitingAtExactly(AgreementModel.TASK_DRAFT);
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.IN_FORCE);

        ring("Event_Expiry");
        assertThat(lifecycle)
                .isEnded()
                .hasPassed("EndEvent_Expired")
                .hasNotPassed("Event_LastWarning", "Event_ExpiredUndecided", "EndEvent_Terminated");
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.EXPIRED);
    }

    @Test
    void expiresOnItsLastDayIfThatWasDecided() {
        ring("Event_FirstWarning");
        decide("expire");
        assertThat(lifecycle).isWaitingAtExactly("Event_Expiry");
        assertThat(timer("Event_Expiry").getDuedate()).isEqualTo(startOf("2031-12-01"));

        ring("Event_Expiry");

        assertThat(lifecycle)
                .isEnded()
                .hasPassed(DECIDE, "Gateway_UntilExpiry", "Task_ExpireAgreement", "EndEvent_Expired")
                .hasNotPassed("Task_OpenRenewal", "Event_ExpiredUndecided", "EndEvent_Terminated");
        assertThat(agreements.successorOf(signing.code())).isEmpty();
        assertThat(cases.told(signing.code(), "expired"))
                .contains("binhduong.officer1@binhduong.example", "tayninh.officer1@tayninh.example");
    }

    @Test
    void expiresUndecidedAfterASecondWarning() {
        ring("Event_FirstWarning");
        ring("Event_LastWarning");

        assertThat(lifecycle).isWaitingAtExactly(DECIDE).hasPassed("Task_WarnExpiryLast", "EndEvent_Warned");
        assertThat(cases.told(signing.code(), "expiry-Task_WarnExpiryLast"))
                .contains("binhduong.leader1@binhduong.example")
                .noneMatch(address -> address.endsWith("@tayninh.example"));

        ring("Event_ExpiredUndecided");

        assertThat(lifecycle)
                .isEnded()
                .hasPassed("Event_ExpiredUndecided", "Task_ExpireAgreement", "EndEvent_Expired")
                .hasNotPassed("Gateway_Renewal", "Task_OpenRenewal", "Event_Expiry", "EndEvent_Terminated");
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.EXPIRED);
        assertThat(agreements.successorOf(signing.code())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Event_FirstWarning", DECIDE, "Event_Expiry"})
    void isTerminatedWhereverItStands(String where) {
        if (!where.equals("Event_FirstWarning")) {
            ring("Event_FirstWarning");
        }
        if (where.equals("Event_Expiry")) {
            decide("expire");
        }
        assertThat(lifecycle).isWaitingAtExactly(where);

        people.does("binhduong.leader1", () -> process.terminate(signing.code(), "Hai bên thống nhất chấm dứt"));

        assertThat(lifecycle)
                .isEnded()
                .hasPassed("StartEvent_Terminated", "Task_TerminateAgreement", "EndEvent_Terminated")
                .hasNotPassed("Task_ExpireAgreement", "EndEvent_Expired", "Task_OpenRenewal");
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.TERMINATED);
        assertThat(signing.agreement().endReason()).isEqualTo("Hai bên thống nhất chấm dứt");
        assertThat(cases.told(signing.code(), "terminated"))
                .contains("binhduong.officer1@binhduong.example", "tayninh.officer1@tayninh.example");
    }

    @Test
    void anUnknownDecisionIsRefused() {
        ring("Event_FirstWarning");

        assertThatThrownBy(() -> decide("later")).cause().isInstanceOf(ProblemException.class);

        assertThat(lifecycle).isWaitingAtExactly(DECIDE).hasNotPassed("Gateway_Renewal");
    }

    private void decide(String decision) {
        String task = taskService
                .createTaskQuery()
                .processInstanceId(lifecycle.getId())
                .singleResult()
                .getId();
        people.does(
                "binhduong.officer1",
                () -> taskService.complete(task, Map.of(AgreementModel.RENEWAL_DECISION, decision)));
    }

    /** What the job executor would do when the timer's day has come. */
    private void ring(String event) {
        managementService.executeJob(timer(event).getId());
    }

    private Job timer(String event) {
        return managementService
                .createJobQuery()
                .processInstanceId(lifecycle.getId())
                .activityId(event)
                .timers()
                .singleResult();
    }

    private static Date startOf(String day) {
        return Date.from(
                LocalDate.parse(day).atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
    }
}
