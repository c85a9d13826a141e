package vn.lienket.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.agreement.AgreementState;
import vn.lienket.agreement.Opinion;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.Dossiers;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;

@ProcessTest
class AgreementSigningProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(AgreementModel.SIGNING_PROCESS);

    @Autowired
    SigningCases cases;

    @Autowired
    People people;

    @Autowired
    AgreementProcess process;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    FormService formService;

    @Autowired
    Clock clock;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Deadlines deadlines;

    @Test
    void comesIntoForceWhenEveryPartyHasReviewedApprovedSignedAndRegistered() {
        SigningCase signing = cases.open().inForce();

        assertThat(signing.instance())
                .isEnded()
                .hasPassed(
                        "StartEvent_AgreementRequested",
                        AgreementModel.TASK_DRAFT,
                        AgreementModel.TASK_REVIEW,
                        "Task_ConcludeReview",
                        AgreementModel.TASK_APPROVE,
                        "Task_ConcludeApproval",
                        AgreementModel.TASK_SIGN,
                        AgreementModel.TASK_REGISTER,
                        "Task_EnterIntoForce",
                        "EndEvent_InForce")
                .hasNotPassed(
                        "Gateway_RevisionNeeded", "Task_ReviseDraft", "StartEvent_Withdrawn", "EndEvent_Withdrawn");
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.IN_FORCE);
        assertThat(statusOf(signing)).isEqualTo(CaseStatus.RESULT_RETURNED);
        assertThat(cases.told(signing.code(), "in-force"))
                .contains("binhduong.leader1@binhduong.example", "tayninh.leader1@tayninh.example")
                .doesNotContain("qtsc.leader1@qtsc.example");

        ProcessInstance lifecycle = cases.instance(AgreementModel.LIFECYCLE_PROCESS, signing.code());
        assertThat(lifecycle).isWaitingAt("Event_FirstWarning");
        assertThat(lifecycle.getTenantId()).isEqualTo("binhduong-tayninh");
    }

    @Test
    void opensUnderItsDossierCodeInItsChannel() {
        SigningCase signing = cases.open();

        assertThat(signing.instance()).isWaitingAt(AgreementModel.TASK_DRAFT);
        assertThat(signing.code()).matches("H09-\\d{6}-\\d{4}");
        assertThat(signing.instance().getTenantId()).isEqualTo("binhduong-tayninh");
        assertThat(statusOf(signing)).isEqualTo(CaseStatus.REGISTERED);
        assertThat(statusOf(signing.draft())).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void everyPartyHasItsOwnReviewDueInItsOwnWorkingDays() {
        SigningCase signing = cases.open().draft();

        assertThat(signing.tasks(AgreementModel.TASK_REVIEW)).hasSize(2);
        for (String party : List.of("binhduong", "tayninh")) {
            assertThat(signing.task(AgreementModel.TASK_REVIEW, party).getDueDate())
                    .isEqualTo(deadlines.inWorkingDays(party, 5));
        }
    }

    @Test
    void oneReviewIsNotEnough() {
        SigningCase signing = cases.open().draft().review("binhduong", "approve", "");

        assertThat(signing.instance()).isWaitingAt(AgreementModel.TASK_REVIEW).hasNotPassed("Task_ConcludeReview");
        assertThat(signing.task(AgreementModel.TASK_REVIEW, "binhduong")).isNull();
        assertThat(signing.task(AgreementModel.TASK_REVIEW, "tayninh")).isNotNull();
    }

    @Test
    void aPartyThatWantsChangesSendsTheDraftBackAndTheNextVersionIsReviewedByAll() {
        SigningCase signing = cases.open().draft();

        signing.review("binhduong", "approve", "").review("tayninh", "changes", "Bổ sung cơ chế chia sẻ dữ liệu");
        assertThat(signing.instance())
                .isWaitingAt("Task_ReviseDraft")
                .hasPassed("Gateway_RevisionNeeded")
                .hasNotPassed(AgreementModel.TASK_APPROVE);
        assertThat(variable(signing, AgreementModel.EARLIER_COMMENTS))
                .asString()
                .contains("Thẩm định, phiên bản 1", "Tây Ninh", "Bổ sung cơ chế chia sẻ dữ liệu");

        signing.revise();
        assertThat(signing.instance()).isWaitingAt(AgreementModel.TASK_REVIEW).hasPassed("Task_ReviseDraft");
        assertThat(signing.tasks(AgreementModel.TASK_REVIEW)).hasSize(2);
        assertThat(variable(signing, AgreementModel.DRAFT_VERSION)).isEqualTo(2);

        signing.each(party -> signing.review(party, "approve", ""));
        assertThat(signing.instance()).isWaitingAt(AgreementModel.TASK_APPROVE);
        assertThat(signing.agreement().opinions())
                .extracting(Opinion::version, Opinion::positive)
                .containsExactly(tuple(1, true), tuple(1, false), tuple(2, true), tuple(2, true));
    }

    @Test
    void aLeaderWhoRejectsSendsTheDraftBackToAnotherRoundOfReview() {
        SigningCase signing = cases.open().upTo(AgreementModel.TASK_APPROVE);

        signing.approve("binhduong", "approve", "").approve("tayninh", "reject", "Chưa rõ kinh phí");
        assertThat(signing.instance())
                .isWaitingAt("Task_ReviseDraft")
                .hasPassed("Task_ConcludeApproval", "Gateway_RevisionNeeded")
                .hasNotPassed(AgreementModel.TASK_SIGN);
        assertThat(variable(signing, AgreementModel.EARLIER_COMMENTS))
                .asString()
                .contains("Chưa rõ kinh phí");
        assertThat(signing.agreement().frozenSha256()).isNull();

        signing.revise();
        assertThat(signing.instance()).isWaitingAt(AgreementModel.TASK_REVIEW);
    }

    @Test
    void partiesSignOneAfterTheOtherInTheirOrder() {
        SigningCase signing = cases.open().upTo(AgreementModel.TASK_SIGN);
        assertThat(signing.tasks(AgreementModel.TASK_SIGN)).hasSize(1);
        assertThat(signing.task(AgreementModel.TASK_SIGN, "binhduong")).isNotNull();

        signing.sign("binhduong");
        assertThat(signing.tasks(AgreementModel.TASK_SIGN)).hasSize(1);
        assertThat(signing.task(AgreementModel.TASK_SIGN, "tayninh")).isNotNull();
        assertThat(signing.instance()).hasNotPassed(AgreementModel.TASK_REGISTER);

        signing.sign("tayninh");
        assertThat(signing.instance()).isWaitingAt(AgreementModel.TASK_REGISTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                AgreementModel.TASK_DRAFT,
                AgreementModel.TASK_REVIEW,
                "Task_ReviseDraft",
                AgreementModel.TASK_APPROVE,
                AgreementModel.TASK_SIGN,
                AgreementModel.TASK_REGISTER
            })
    void isWithdrawnWhereverItStands(String task) {
        SigningCase signing = cases.open().upTo(task);
        assertThat(signing.instance()).isWaitingAt(task);

        people.does("binhduong.officer2", () -> process.withdraw(signing.code(), "Thay đổi kế hoạch"));

        assertThat(signing.instance())
                .isEnded()
                .hasPassed("StartEvent_Withdrawn", "Task_WithdrawAgreement", "EndEvent_Withdrawn")
                .hasNotPassed("Task_EnterIntoForce", "EndEvent_InForce");
        assertThat(signing.agreement().state()).isEqualTo(AgreementState.WITHDRAWN);
        assertThat(signing.agreement().endReason()).isEqualTo("Thay đổi kế hoạch");
        assertThat(statusOf(signing)).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(cases.told(signing.code(), "withdrawn"))
                .contains("binhduong.officer1@binhduong.example", "tayninh.officer1@tayninh.example");
        assertThat(cases.instance(AgreementModel.LIFECYCLE_PROCESS, signing.code()))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tayninh.officer1", "binhduong.legal1", "qtsc.leader1"})
    void isNotWithdrawnByAnybodyButTheLeadsOfficersAndLeaders(String person) {
        SigningCase signing = cases.open();

        assertThatThrownBy(() -> people.does(person, () -> process.withdraw(signing.code(), "Không muốn nữa")))
                .isInstanceOf(ProblemException.class);

        assertThat(signing.instance()).isWaitingAt(AgreementModel.TASK_DRAFT);
    }

    /** The last column is the field that the refusal names. */
    @Test
    void aProposedNumberGivesWayToTheNextFreeOneAndAChosenOneIsRefused() {
        SigningCase first = cases.open().upTo("Task_RegisterAgreement");
        SigningCase second = cases.open().upTo("Task_RegisterAgreement");
        SigningCase third = cases.open().upTo("Task_RegisterAgreement");
        String proposed = opened(first);
        assertThat(opened(second)).isEqualTo(proposed);

        register(first, proposed);
        assertThat(opened(third)).as("proposed when the form is opened").isNotEqualTo(proposed);
        register(second, proposed);

        assertThat(number(first)).isEqualTo(proposed);
        assertThat(number(second)).isEqualTo(next(proposed));
        String chosen = next(proposed).replace("-", "-X");
        assertThatThrownBy(() -> register(third, chosen)).hasMessageContaining("đã được cấp");
        register(third, opened(third));
        assertThat(number(third)).isEqualTo(next(next(proposed)));
    }

    private String opened(SigningCase signing) {
        return (String) formService
                .getTaskFormVariables(
                        signing.task("Task_RegisterAgreement", "binhduong").getId(), List.of("documentNumber"), false)
                .get("documentNumber");
    }

    private void register(SigningCase signing, String number) {
        signing.complete(
                "Task_RegisterAgreement",
                "binhduong",
                Map.of(
                        "documentNumber",
                        number,
                        "documentDate",
                        LocalDate.now(clock).toString()));
    }

    private static String number(SigningCase signing) {
        return signing.agreement().registrations().stream()
                .filter(registration -> registration.party().equals("binhduong"))
                .map(registration -> registration.number())
                .findFirst()
                .orElseThrow();
    }

    private static String next(String number) {
        return "%02d%s"
                .formatted(
                        Integer.parseInt(number.substring(0, number.indexOf('/'))) + 1,
                        number.substring(number.indexOf('/')));
    }

    @ParameterizedTest
    @CsvSource({
        "Task_DraftAgreement, binhduong, generateDraft, false, draftDocumentId",
        "Task_DraftAgreement, binhduong, draftDocumentId, 00000000-0000-0000-0000-000000000000, draftDocumentId",
        "Task_ReviewDraft, tayninh, reviewDecision, maybe, reviewDecision",
        "Task_ReviewDraft, tayninh, reviewDecision, changes, reviewComment",
        "Task_ReviseDraft, binhduong, revisionNote, Không có tệp, draftDocumentId",
        "Task_ApproveForSigning, tayninh, approvalDecision, , approvalDecision",
        "Task_ApproveForSigning, tayninh, approvalDecision, reject, approvalComment",
        "Task_SignAgreement, binhduong, signedByHand, true, signedDocumentId",
        "Task_RegisterAgreement, tayninh, documentNumber, 5/BTT, documentNumber",
        "Task_RegisterAgreement, tayninh, documentDate, 23/11/2026, documentDate",
    })
    void refusedInputLeavesTheTaskAsItWas(String key, String party, String field, String value, String named) {
        SigningCase signing = cases.open().upTo(key);
        Task before = signing.task(key, party);

        assertThatThrownBy(() -> signing.complete(key, party, Collections.singletonMap(field, value)))
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.fields())
                                .extracting(ProblemException.Field::name)
                                .containsExactly(named));

        assertThat(signing.instance()).isWaitingAt(key);
        assertThat(signing.task(key, party).getId()).isEqualTo(before.getId());
    }

    private CaseStatus statusOf(SigningCase signing) {
        return dossiers.find(signing.code()).orElseThrow().status();
    }

    private Object variable(SigningCase signing, String name) {
        return runtimeService.getVariable(signing.instance().getId(), name);
    }
}
