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
        assertThat(timer(AgreementModel.EVENT_SIXTY_DAYS_BEFORE).getDuedate()).isEqualTo(startOf("2031-10-01"));

        ring(AgreementModel.EVENT_SIXTY_DAYS_BEFORE);

        assertThat(lifecycle)
                .isWaitingAtExactly(AgreementModel.TASK_DECIDE_RENEWAL)
                .hasPassed(AgreementModel.TASK_WARN_EXPIRY_60)
                .hasNotPassed(AgreementModel.EVENT_THIRTY_DAYS_BEFORE, AgreementModel.TASK_WARN_EXPIRY_30);
        assertThat(timer(AgreementModel.EVENT_THIRTY_DAYS_BEFORE).getDuedate()).isEqualTo(startOf("2031-10-31"));
        assertThat(timer(AgreementModel.EVENT_EXPIRED_UNDECIDED).getDuedate()).isEqualTo(startOf("2031-12-01"));
        assertThat(cases.told(signing.code(), "expiry-60"))
                .contains("binhduong.officer1@binhduong.example")
                .noneMatch(address -> address.endsWith("@tayninh.example"));
    }

    @Test
    void aRenewalOpensTheNextCaseAndTheAgreementRunsToItsLastDay() {
        ring(AgreementModel.EVENT_SIXTY_DAYS_BEFORE);
        decide("renew");

        assertThat(lifecycle)
                .isWaitingAtExactly(AgreementModel.EVENT_EXPIRY)
                .hasPassed(AgreementModel.TASK_OPEN_RENEWAL);
        Agreement renewal =
                agreements.successorOf(signing.code()).flatMap(agreements::find).orElseThrow();
        assertThat(renewal.predecessor()).isEqualTo(signing.code());
        assertThat(renewal.effectiveFrom()).isEqualTo("2031-12-01");
        assertThat(renewal.cooperationFields()).isEqualTo(signing.agreement().cooperationFields());
        assertThat(cases.instance(AgreementModel.SIGNING_PROCESS, renewal.caseCode()))
                .isWaitingAtExactly(AgreementModel.TASK_DRAFT);
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.IN_FORCE);

        ring(AgreementModel.EVENT_EXPIRY);
        assertThat(lifecycle)
                .isEnded()
                .hasPassed(AgreementModel.END_EXPIRED)
                .hasNotPassed(
                        AgreementModel.EVENT_THIRTY_DAYS_BEFORE,
                        AgreementModel.EVENT_EXPIRED_UNDECIDED,
                        AgreementModel.END_TERMINATED);
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.EXPIRED);
    }

    @Test
    void expiresOnItsLastDayIfThatWasDecided() {
        ring(AgreementModel.EVENT_SIXTY_DAYS_BEFORE);
        decide("expire");
        assertThat(lifecycle).isWaitingAtExactly(AgreementModel.EVENT_EXPIRY);
        assertThat(timer(AgreementModel.EVENT_EXPIRY).getDuedate()).isEqualTo(startOf("2031-12-01"));

        ring(AgreementModel.EVENT_EXPIRY);

        assertThat(lifecycle)
                .isEnded()
                .hasPassed(
                        AgreementModel.TASK_DECIDE_RENEWAL,
                        AgreementModel.GATEWAY_UNTIL_EXPIRY,
                        AgreementModel.TASK_EXPIRE,
                        AgreementModel.END_EXPIRED)
                .hasNotPassed(
                        AgreementModel.TASK_OPEN_RENEWAL,
                        AgreementModel.EVENT_EXPIRED_UNDECIDED,
                        AgreementModel.END_TERMINATED);
        assertThat(agreements.successorOf(signing.code())).isEmpty();
        assertThat(cases.told(signing.code(), "expired"))
                .contains("binhduong.officer1@binhduong.example", "tayninh.officer1@tayninh.example");
    }

    @Test
    void expiresUndecidedAfterASecondWarning() {
        ring(AgreementModel.EVENT_SIXTY_DAYS_BEFORE);
        ring(AgreementModel.EVENT_THIRTY_DAYS_BEFORE);

        assertThat(lifecycle)
                .isWaitingAtExactly(AgreementModel.TASK_DECIDE_RENEWAL)
                .hasPassed(AgreementModel.TASK_WARN_EXPIRY_30, AgreementModel.END_WARNED);
        assertThat(cases.told(signing.code(), "expiry-30"))
                .contains("binhduong.leader1@binhduong.example")
                .noneMatch(address -> address.endsWith("@tayninh.example"));

        ring(AgreementModel.EVENT_EXPIRED_UNDECIDED);

        assertThat(lifecycle)
                .isEnded()
                .hasPassed(
                        AgreementModel.EVENT_EXPIRED_UNDECIDED, AgreementModel.TASK_EXPIRE, AgreementModel.END_EXPIRED)
                .hasNotPassed(
                        AgreementModel.GATEWAY_RENEWAL,
                        AgreementModel.TASK_OPEN_RENEWAL,
                        AgreementModel.EVENT_EXPIRY,
                        AgreementModel.END_TERMINATED);
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.EXPIRED);
        assertThat(agreements.successorOf(signing.code())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                AgreementModel.EVENT_SIXTY_DAYS_BEFORE,
                AgreementModel.TASK_DECIDE_RENEWAL,
                AgreementModel.EVENT_EXPIRY
            })
    void isTerminatedWhereverItStands(String where) {
        if (!where.equals(AgreementModel.EVENT_SIXTY_DAYS_BEFORE)) {
            ring(AgreementModel.EVENT_SIXTY_DAYS_BEFORE);
        }
        if (where.equals(AgreementModel.EVENT_EXPIRY)) {
            decide("expire");
        }
        assertThat(lifecycle).isWaitingAtExactly(where);

        people.does("binhduong.leader1", () -> process.terminate(signing.code(), "Hai bên thống nhất chấm dứt"));

        assertThat(lifecycle)
                .isEnded()
                .hasPassed(
                        AgreementModel.START_TERMINATED, AgreementModel.TASK_TERMINATE, AgreementModel.END_TERMINATED)
                .hasNotPassed(AgreementModel.TASK_EXPIRE, AgreementModel.END_EXPIRED, AgreementModel.TASK_OPEN_RENEWAL);
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.TERMINATED);
        assertThat(signing.agreement().endReason()).isEqualTo("Hai bên thống nhất chấm dứt");
        assertThat(cases.told(signing.code(), "terminated"))
                .contains("binhduong.officer1@binhduong.example", "tayninh.officer1@tayninh.example");
    }

    @Test
    void anUnknownDecisionIsRefused() {
        ring(AgreementModel.EVENT_SIXTY_DAYS_BEFORE);

        assertThatThrownBy(() -> decide("later")).cause().isInstanceOf(ProblemException.class);

        assertThat(lifecycle)
                .isWaitingAtExactly(AgreementModel.TASK_DECIDE_RENEWAL)
                .hasNotPassed(AgreementModel.GATEWAY_RENEWAL);
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
