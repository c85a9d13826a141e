package vn.lienket.transfer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.cases.CaseClocks;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.ClockStop;
import vn.lienket.cases.Dossiers;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.Decisions;
import vn.lienket.support.Jobs;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.TestClock;
import vn.lienket.support.TransferCases;
import vn.lienket.support.TransferFields;
import vn.lienket.support.TransferWalk;
import vn.lienket.transfer.TransferAcceptance;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.TransferDelivery;
import vn.lienket.transfer.TransferState;

@ProcessTest
class TechnologyTransferProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(TransferModel.PROCESS);

    /** What a request passes only where a table has no rule. */
    private static final String[] WITHOUT_RULE = {TransferModel.TASK_ROUTE, TransferModel.TASK_DETERMINE_REGISTRATION};

    @Autowired
    TransferCases cases;

    @Autowired
    TransferProcess process;

    @Autowired
    People people;

    @Autowired
    Decisions decisions;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    HistoryService historyService;

    @Autowired
    ManagementService managementService;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Documents documents;

    @Autowired
    CaseClocks clocks;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void goesFromANeedToAnEvaluatedDelivery() {
        TransferWalk walk = cases.open().evaluated();

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(
                        TransferModel.START_REQUESTED,
                        TransferModel.TASK_CHECK,
                        TransferModel.DECISION_ROUTE,
                        TransferModel.TASK_ASSESS,
                        TransferModel.TASK_CONCLUDE_ASSESSMENT,
                        TransferModel.TASK_PREPARE_PLAN,
                        TransferModel.TASK_APPROVE_PLAN,
                        TransferModel.TASK_CONCLUDE_PLAN_APPROVAL,
                        TransferModel.DECISION_REGISTRATION,
                        TransferModel.TASK_DELIVER_ITEM,
                        TransferModel.TASK_ACCEPT,
                        TransferModel.TASK_EVALUATE,
                        TransferModel.END_EVALUATED)
                .hasNotPassed(WITHOUT_RULE)
                .hasNotPassed(
                        TransferModel.TASK_SUPPLEMENT,
                        TransferModel.TASK_DECIDE_FEASIBILITY,
                        TransferModel.TASK_REGISTER,
                        TransferModel.END_DECLINED,
                        TransferModel.END_INFEASIBLE,
                        TransferModel.START_WITHDRAWN);
        TransferCase evaluated = walk.transferCase();
        assertThat(evaluated.state()).isEqualTo(TransferState.CLOSED);
        assertThat(evaluated.evaluation().score()).isEqualTo(4);
        assertThat(evaluated.leadExpert()).isEqualTo("binhduong.expert1");
        assertThat(evaluated.plan().contractNumber()).matches("\\d{2,}/HĐ-.+");
        assertThat(evaluated.registration().compulsory()).isFalse();
        assertThat(evaluated.plan().items()).hasSize(5).allMatch(item -> item.accepted());
        assertThat(evaluated.delivery().deliveries()).hasSize(5);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.RESULT_RETURNED);
        assertThat(ended(walk, "caseStatus")).isEqualTo(10);
        assertThat(documents.of(walk.code()))
                .extracting(CaseDocument::kind, CaseDocument::version)
                .containsExactly(tuple("contract", 1), tuple("contract", 2));
        assertThat(cases.told(walk.code(), "opened"))
                .containsExactly("tayninh.officer1@tayninh.example", "tayninh.officer2@tayninh.example");
        for (String event : List.of("plan-approved", "evaluated")) {
            assertThat(cases.told(walk.code(), event))
                    .as(event)
                    .contains("tayninh.leader1@tayninh.example", "binhduong.expert1@binhduong.example");
        }
    }

    @Test
    void opensUnderItsDossierCodeInItsChannel() {
        TransferWalk walk = cases.open();

        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_CHECK);
        assertThat(walk.code()).matches("H53-\\d{6}-\\d{4}");
        assertThat(walk.instance().getTenantId()).isEqualTo("binhduong-tayninh");
        assertThat(walk.instance())
                .variables()
                .containsEntry("caseCode", walk.code())
                .containsEntry("leadOrganisation", "tayninh")
                .containsEntry("caseStatus", 1);
        assertThat(walk.groups(walk.task(TransferModel.TASK_CHECK))).containsExactly("binhduong-officer");
    }

    @Test
    void goesInTheOtherDirectionToo() {
        TransferWalk walk = cases.open(Map.of("requestingOrganisation", "binhduong"));

        assertThat(walk.groups(walk.task(TransferModel.TASK_CHECK))).containsExactly("tayninh-officer");
        walk.upTo(TransferModel.TASK_ASSESS);
        assertThat(walk.task(TransferModel.TASK_ASSESS).getAssignee()).isEqualTo("tayninh.expert1");
    }

    @Test
    void followsTheStatusesOfTheCatalogue() {
        TransferWalk walk = cases.open();

        assertThat(statusOf(walk)).isEqualTo(CaseStatus.REGISTERED);
        assertThat(statusOf(walk.check("accept", ""))).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 4);
        walk.assess("feasible").plan().approveByAll().deliver();
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(statusOf(walk.accept())).isEqualTo(CaseStatus.DONE);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 9);
        assertThat(statusOf(walk.evaluate())).isEqualTo(CaseStatus.RESULT_RETURNED);
    }

    @Test
    void aFieldThatIsNotAgreedInTheChannelIsRefusedNamingTheAgreementThatIsNeeded() {
        Map<String, Object> fields = TransferFields.start();
        fields.put("category", "it-park-operations");

        assertThatThrownBy(() -> cases.started(fields))
                .hasMessageContaining("Bình Dương")
                .hasMessageContaining("Xây dựng, vận hành khu CNTT tập trung")
                .hasMessageContaining("Cần một thỏa thuận hợp tác giữa các bên của kênh");
    }

    @Test
    void aRequestThatIsDeclinedEndsAndItsRequesterIsToldWhy() {
        TransferWalk walk = cases.open().check("decline", "Đã có sẵn trên nền tảng dùng chung");

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(TransferModel.END_DECLINED)
                .hasNotPassed(TransferModel.DECISION_ROUTE, TransferModel.TASK_SUPPLEMENT);
        assertThat(walk.transferCase().state()).isEqualTo(TransferState.DECLINED);
        assertThat(walk.transferCase().endReason()).isEqualTo("Đã có sẵn trên nền tảng dùng chung");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.NOT_ACCEPTED);
        assertThat(ended(walk, "caseStatus")).isEqualTo(3);
        assertThat(cases.told(walk.code(), "declined"))
                .containsExactly("tayninh.officer1@tayninh.example", "tayninh.officer2@tayninh.example");
    }

    /** Opened on Monday, so the check is due the Monday after: on Thursday two working days are left. */
    @Test
    void whenItIsSupplementedTheCheckHasTheWorkingDaysItHadLeft() {
        clock.set("2026-11-02T09:00");
        TransferWalk walk = cases.open(Map.of("usesStateBudget", true));
        assertDue(walk, TransferModel.TASK_CHECK, "2026-11-09T17:00");

        clock.set("2026-11-05T10:00");
        walk.check("supplement", "Thiếu thuyết minh");
        assertThat(walk.instance())
                .isWaitingAt(TransferModel.TASK_SUPPLEMENT)
                .hasNotPassed(TransferModel.END_DECLINED, TransferModel.DECISION_ROUTE);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 5);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.SUPPLEMENT_REQUESTED);
        assertThat(clocks.stopped(walk.code())).isTrue();
        assertThat(walk.groups(walk.task(TransferModel.TASK_SUPPLEMENT))).containsExactly("tayninh-officer");
        assertDue(walk, TransferModel.TASK_SUPPLEMENT, "2026-11-19T17:00");
        assertThat(cases.told(walk.code(), "supplement-1")).contains("tayninh.officer1@tayninh.example");

        clock.set("2026-11-11T08:00");
        walk.supplement(Map.of("supplementNote", "Đã gửi thuyết minh", "title", "Phần mềm IOC cấp tỉnh"));
        assertThat(walk.instance())
                .isWaitingAt(TransferModel.TASK_CHECK)
                .hasPassed(TransferModel.TASK_SUPPLEMENT)
                .hasNotPassed(TransferModel.EVENT_SUPPLEMENT_SILENT);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 1);
        assertThat(walk.transferCase().title()).isEqualTo("Phần mềm IOC cấp tỉnh");
        assertThat(dossiers.find(walk.code()).orElseThrow().title()).isEqualTo("Phần mềm IOC cấp tỉnh");
        assertThat(walk.instance()).variables().containsEntry("caseTitle", "Phần mềm IOC cấp tỉnh");
        assertThat(walk.transferCase().need().category()).isEqualTo("ioc");
        assertThat(walk.transferCase().need().usesStateBudget()).isTrue();
        assertThat(clocks.stops(walk.code())).extracting(ClockStop::workingDays).containsExactly(4);
        assertDue(walk, TransferModel.TASK_CHECK, "2026-11-13T17:00");
    }

    @Test
    void aRequesterThatIsSilentFindsItsRequestSuspendedAndALateAnswerOpensItAgain() {
        clock.set("2026-11-02T09:00");
        TransferWalk walk = cases.open().upTo(TransferModel.TASK_SUPPLEMENT);
        clock.set("2026-11-16T17:00");
        jobs.fireTimer(walk.instance(), TransferModel.EVENT_SUPPLEMENT_SILENT);

        assertThat(walk.instance())
                .isWaitingAt(TransferModel.TASK_SUPPLEMENT)
                .hasPassed(
                        TransferModel.EVENT_SUPPLEMENT_SILENT, TransferModel.TASK_SUSPEND, TransferModel.END_SUSPENDED)
                .hasNotPassed(TransferModel.TASK_SUPPLEMENT, TransferModel.END_DECLINED);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 8);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.SUSPENDED);
        assertThat(clocks.stopped(walk.code())).isTrue();
        assertThat(cases.told(walk.code(), "suspended-1"))
                .contains(
                        "tayninh.officer1@tayninh.example",
                        "tayninh.leader1@tayninh.example",
                        "binhduong.officer1@binhduong.example",
                        "binhduong.leader1@binhduong.example");

        clock.set("2026-12-14T09:00");
        walk.supplement(Map.of("supplementNote", "Xin lỗi vì trả lời muộn"));
        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_CHECK);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.REGISTERED);
        assertDue(walk, TransferModel.TASK_CHECK, "2026-12-21T17:00");
    }

    @Test
    void whatMostExpertsHoldInfeasibleEnds() {
        TransferWalk walk =
                cases.openWithTwoExperts().upTo(TransferModel.TASK_ASSESS).assess("infeasible", "infeasible");

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(TransferModel.END_INFEASIBLE)
                .hasNotPassed(TransferModel.TASK_DECIDE_FEASIBILITY, TransferModel.TASK_PREPARE_PLAN);
        assertThat(walk.transferCase().state()).isEqualTo(TransferState.INFEASIBLE);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.SUSPENDED);
        assertThat(ended(walk, "caseStatus")).isEqualTo(8);
        assertThat(cases.told(walk.code(), "infeasible"))
                .contains("binhduong.officer1@binhduong.example", "qtsc.leader1@qtsc.example");
    }

    @ParameterizedTest
    @CsvSource({"feasible, " + TransferModel.TASK_PREPARE_PLAN, "partly, " + TransferModel.TASK_PREPARE_PLAN})
    void theLeaderDecidesWhereTheExpertsAreDivided(String word, String next) {
        TransferWalk walk = cases.openWithTwoExperts().upTo(TransferModel.TASK_DECIDE_FEASIBILITY);
        assertThat(walk.instance())
                .isWaitingAt(TransferModel.TASK_DECIDE_FEASIBILITY)
                .hasNotPassed(TransferModel.END_INFEASIBLE);
        assertThat(walk.groups(walk.task(TransferModel.TASK_DECIDE_FEASIBILITY)))
                .containsExactly("qtsc-leader");

        walk.decideFeasibility(word);

        assertThat(walk.instance()).isWaitingAt(next).hasNotPassed(TransferModel.END_INFEASIBLE_BY_LEADER);
        assertThat(walk.transferCase().feasibility()).isEqualTo(word);
        assertThat(walk.transferCase().feasibilityComment()).isEqualTo("Đã cân nhắc");
        assertThat(walk.task(next).getAssignee())
                .isEqualTo(walk.transferCase().leadExpert())
                .startsWith("qtsc.expert");
    }

    @Test
    void theLeaderMayHoldADividedCaseInfeasible() {
        TransferWalk walk = cases.openWithTwoExperts()
                .upTo(TransferModel.TASK_DECIDE_FEASIBILITY)
                .decideFeasibility("infeasible");

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(TransferModel.END_INFEASIBLE_BY_LEADER)
                .hasNotPassed(TransferModel.END_INFEASIBLE, TransferModel.TASK_PREPARE_PLAN);
        assertThat(walk.transferCase().state()).isEqualTo(TransferState.INFEASIBLE);
        assertThat(ended(walk, "caseStatus")).isEqualTo(8);
    }

    @Test
    void aPlanThatAPartyWantsChangedIsMadeAnewAndApprovedAnew() {
        TransferWalk walk = cases.open().upTo(TransferModel.TASK_APPROVE_PLAN);
        walk.approve("tayninh", "changes", "Thêm một buổi đào tạo");
        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_APPROVE_PLAN);
        walk.approve("binhduong", "approve", "");
        assertThat(walk.instance())
                .isWaitingAt(TransferModel.TASK_PREPARE_PLAN)
                .hasNotPassed(TransferModel.DECISION_REGISTRATION);
        assertThat(walk.transferCase().plan().contractNumber()).isNull();

        walk.plan().approveByAll();

        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_DELIVER_ITEM);
        assertThat(walk.transferCase().plan().version()).isEqualTo(2);
        assertThat(walk.transferCase().plan().opinions())
                .extracting(opinion -> opinion.version(), opinion -> opinion.party(), opinion -> opinion.positive())
                .containsExactly(
                        tuple(1, "tayninh", false),
                        tuple(1, "binhduong", true),
                        tuple(2, "tayninh", true),
                        tuple(2, "binhduong", true));
    }

    @Test
    void noPartyApprovesAContractThatLacksAClauseAndTheClausesAreNamed() {
        TransferWalk walk = cases.open().upTo(TransferModel.TASK_PREPARE_PLAN).planWithout("price", "penalties");

        assertThatThrownBy(() -> walk.approve("tayninh", "approve", ""))
                .hasMessageContaining("Giá và phương thức thanh toán")
                .hasMessageContaining("Phạt vi phạm")
                .hasMessageNotContaining("Trách nhiệm bảo hành");
        assertThat(walk.tasks(TransferModel.TASK_APPROVE_PLAN)).hasSize(2);
        assertThat(walk.transferCase().plan().opinions()).isEmpty();

        walk.approve("tayninh", "changes", "Thiếu giá").approve("binhduong", "changes", "Thiếu mức phạt");
        walk.plan().approveByAll();
        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_DELIVER_ITEM);
    }

    /** As when it is moved; today is not yet the past. */
    @ParameterizedTest
    @CsvSource({"2026-11-01, false", "2026-11-02, true"})
    void aTrainingInThePastIsRefusedInThePlan(String startsOn, boolean taken) {
        clock.set("2026-11-02T09:00");
        TransferWalk walk = cases.open().upTo(TransferModel.TASK_PREPARE_PLAN);
        Map<String, Object> training = Map.of(
                "kind",
                "training",
                "title",
                "Đào tạo",
                "dueInWorkingDays",
                5,
                "startsOn",
                startsOn,
                "place",
                "Tây Ninh");
        ThrowingCallable plan = () -> walk.complete(
                TransferModel.TASK_PREPARE_PLAN,
                Map.of("transferItems", List.of(training), "contractClauses", TransferFields.clausesWithout()));

        if (taken) {
            assertThatNoException().isThrownBy(plan);
        } else {
            assertThatThrownBy(plan).hasMessageContaining("ngày bắt đầu: không được ở quá khứ");
            assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_PREPARE_PLAN);
        }
    }

    @Test
    void theContractMayBeTheDocumentOfTheParties() {
        TransferWalk walk = cases.open().upTo(TransferModel.TASK_PREPARE_PLAN);
        String own = documents
                .store("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), "hop-dong.pdf", "binhduong-tayninh")
                .id()
                .toString();

        walk.complete(
                        TransferModel.TASK_PREPARE_PLAN,
                        Map.of("transferItems", TransferFields.items(), "contractDocumentId", own))
                .approveByAll();

        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_DELIVER_ITEM);
        assertThat(walk.transferCase().plan().contractDocument()).hasToString(own);
        assertThat(walk.transferCase().plan().contractNumber()).isNull();
        assertThat(documents.of(walk.code())).extracting(CaseDocument::kind).containsExactly("contract");
    }

    /** Ninety days from the contract of 2 November 2026: until 31 January 2027. */
    @Test
    void aContractOfTheStateBudgetIsRegisteredAfterWarningsAlsoLate() {
        clock.set("2026-11-02T09:00");
        TransferWalk walk = cases.open(Map.of("usesStateBudget", true)).upTo(TransferModel.TASK_REGISTER);
        assertThat(walk.instance())
                .isWaitingAt(TransferModel.TASK_REGISTER)
                .hasNotPassed(TransferModel.TASK_DELIVER_ITEM, TransferModel.TASK_DETERMINE_REGISTRATION);
        assertThat(walk.groups(walk.task(TransferModel.TASK_REGISTER))).containsExactly("tayninh-clerk");
        assertThat(walk.transferCase().registration().due()).isEqualTo("2027-01-31");
        assertThat(walk.transferCase().registration().citation()).contains("07/2017/QH14", "Điều 31");
        assertThat(walk.transferCase().registration().verification().text())
                .startsWith("chưa kiểm chứng: ")
                .contains("115/2025/QH15", "đề xuất");
        assertThat(timer(walk, TransferModel.EVENT_THIRTY_DAYS_BEFORE)).hasSameTimeAs(at("2027-01-01T08:00"));
        assertThat(timer(walk, TransferModel.EVENT_TEN_DAYS_BEFORE)).hasSameTimeAs(at("2027-01-21T08:00"));
        assertThat(timer(walk, TransferModel.EVENT_REGISTRATION_LATE)).hasSameTimeAs(at("2027-02-01T08:00"));

        clock.set("2027-01-01T08:00");
        jobs.fireTimer(walk.instance(), TransferModel.EVENT_THIRTY_DAYS_BEFORE);
        assertThat(cases.told(walk.code(), "registration-30"))
                .containsExactly("tayninh.clerk1@tayninh.example", "tayninh.clerk2@tayninh.example");
        clock.set("2027-01-21T08:00");
        jobs.fireTimer(walk.instance(), TransferModel.EVENT_TEN_DAYS_BEFORE);
        assertThat(cases.told(walk.code(), "registration-10"))
                .contains("tayninh.clerk1@tayninh.example", "tayninh.leader1@tayninh.example");
        clock.set("2027-02-01T08:00");
        jobs.fireTimer(walk.instance(), TransferModel.EVENT_REGISTRATION_LATE);
        assertThat(cases.told(walk.code(), "registration-late"))
                .contains("tayninh.leader1@tayninh.example", "binhduong.leader1@binhduong.example");
        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_REGISTER);

        clock.set("2027-02-10T09:00");
        walk.register("2027-02-09");
        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_DELIVER_ITEM).hasPassed(TransferModel.TASK_REGISTER);
        assertThat(walk.transferCase().registration().number()).isEqualTo("15/GCN");
        assertThat(cases.told(walk.code(), "registered")).contains("binhduong.expert1@binhduong.example");
    }

    @Test
    void aContractThatIsRegisteredInTimeIsNotCalledLate() {
        clock.set("2026-11-02T09:00");
        TransferWalk walk = cases.open(Map.of("usesStateBudget", true)).upTo(TransferModel.TASK_REGISTER);
        assertThatThrownBy(() -> walk.register("2026-11-01")).hasMessageContaining("Ngày đăng ký");
        assertThatThrownBy(() -> walk.register("2026-11-03")).hasMessageContaining("Ngày đăng ký");

        walk.register("2026-11-02");

        assertThat(walk.instance())
                .hasNotPassed(TransferModel.EVENT_REGISTRATION_LATE, TransferModel.EVENT_THIRTY_DAYS_BEFORE);
        assertThat(managementService
                        .createJobQuery()
                        .processInstanceId(walk.instance().getId())
                        .timers()
                        .count())
                .isZero();
    }

    @Test
    void whatAlreadyHasACertificateNeedsNoRegistration() {
        TransferWalk walk = cases.open(Map.of("usesStateBudget", true, "existingCertificate", true))
                .upTo(TransferModel.TASK_DELIVER_ITEM);

        assertThat(walk.instance())
                .isWaitingAt(TransferModel.TASK_DELIVER_ITEM)
                .hasNotPassed(TransferModel.TASK_REGISTER);
        assertThat(walk.transferCase().registration().compulsory()).isFalse();
    }

    @Test
    void defectsBringExactlyTheNamedItemsAgainAndKeepTheOthers() {
        TransferWalk walk = cases.open().upTo(TransferModel.TASK_ACCEPT);

        walk.defects("2,4");
        assertThat(walk.instance())
                .isWaitingAt(TransferModel.TASK_DELIVER_ITEM)
                .hasNotPassed(TransferModel.TASK_EVALUATE);
        assertThat(walk.tasks(TransferModel.TASK_DELIVER_ITEM))
                .extracting(Task::getName)
                .containsExactly(
                        "Chuyển giao 2 (Đào tạo): Đào tạo quản trị viên",
                        "Chuyển giao 4 (Cấu hình hệ thống): Cấu hình bảng điều khiển");
        assertThat(walk.transferCase().delivery().round()).isEqualTo(2);
        assertThat(cases.told(walk.code(), "defects-1")).contains("binhduong.expert1@binhduong.example");

        walk.deliver();
        assertThatThrownBy(() -> walk.defects("1")).hasMessageContaining("lần nghiệm thu này");
        walk.defects("4");
        assertThat(walk.tasks(TransferModel.TASK_DELIVER_ITEM))
                .extracting(Task::getName)
                .containsExactly("Chuyển giao 4 (Cấu hình hệ thống): Cấu hình bảng điều khiển");

        walk.deliver().accept();
        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_EVALUATE);
        assertThat(walk.transferCase().plan().items()).allMatch(item -> item.accepted());
        assertThat(walk.transferCase().delivery().deliveries())
                .extracting(TransferDelivery::round, TransferDelivery::item)
                .containsExactlyInAnyOrder(
                        tuple(1, 0),
                        tuple(1, 1),
                        tuple(1, 2),
                        tuple(1, 3),
                        tuple(1, 4),
                        tuple(2, 1),
                        tuple(2, 3),
                        tuple(3, 3));
        assertThat(walk.transferCase().delivery().acceptances())
                .extracting(TransferAcceptance::round, TransferAcceptance::positive, TransferAcceptance::defects)
                .containsExactly(
                        tuple(1, false, List.of(1, 3)), tuple(2, false, List.of(3)), tuple(3, true, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TransferModel.TASK_CHECK,
                TransferModel.TASK_SUPPLEMENT,
                TransferModel.TASK_ASSESS,
                TransferModel.TASK_DECIDE_FEASIBILITY,
                TransferModel.TASK_PREPARE_PLAN,
                TransferModel.TASK_APPROVE_PLAN,
                TransferModel.TASK_REGISTER,
                TransferModel.TASK_DELIVER_ITEM,
                TransferModel.TASK_ACCEPT,
                TransferModel.TASK_EVALUATE
            })
    void isWithdrawnWhereverItStands(String task) {
        TransferWalk walk = task.equals(TransferModel.TASK_DECIDE_FEASIBILITY)
                ? cases.openWithTwoExperts()
                : cases.open(Map.of("usesStateBudget", task.equals(TransferModel.TASK_REGISTER)));
        walk.upTo(task);
        assertThat(walk.instance()).isWaitingAt(task);
        String lead = walk.transferCase().requestingOrganisation();

        people.does(lead + ".leader1", () -> process.withdraw(walk.code(), "Đã tự xây dựng"));

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(TransferModel.START_WITHDRAWN, TransferModel.TASK_WITHDRAW, TransferModel.END_WITHDRAWN)
                .hasNotPassed(TransferModel.END_EVALUATED);
        assertThat(walk.transferCase().state()).isEqualTo(TransferState.WITHDRAWN);
        assertThat(walk.transferCase().endReason()).isEqualTo("Đã tự xây dựng");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(ended(walk, "caseStatus")).isEqualTo(7);
        assertThat(clocks.stopped(walk.code())).isFalse();
        assertThat(cases.told(walk.code(), "withdrawn"))
                .contains("binhduong.officer1@binhduong.example", lead + ".leader1@" + lead + ".example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"binhduong.officer1", "tayninh.expert1", "tayninh.clerk1", "qtsc.leader1"})
    void isNotWithdrawnByAnybodyButTheRequestersOfficersAndLeaders(String person) {
        TransferWalk walk = cases.open();

        assertThatThrownBy(() -> people.does(person, () -> process.withdraw(walk.code(), "Không muốn nữa")))
                .isInstanceOf(ProblemException.class);
        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_CHECK);
    }

    @Test
    void aLeaderChoosesTheExpertiseWhereNoRuleSaysIt() {
        TransferWalk walk = cases.open();
        try (Decisions.NotInForce none = decisions.notInForce(TransferModel.DECISION_ROUTE)) {
            walk.check("accept", "");
        }
        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_ROUTE).hasNotPassed(TransferModel.TASK_ASSESS);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 2);
        assertThat(walk.groups(walk.task(TransferModel.TASK_ROUTE))).containsExactly("binhduong-leader");

        walk.complete(
                TransferModel.TASK_ROUTE,
                Map.of("chosenExpertise", "mooc", "daysAllowed", 7, "routeBasis", "Ý kiến chỉ đạo"));

        assertThat(walk.instance()).isWaitingAt(TransferModel.TASK_ASSESS);
        assertThat(walk.task(TransferModel.TASK_ASSESS).getAssignee()).isEqualTo("binhduong.expert2");
        assertThat(walk.transferCase().routing().citation()).isEqualTo("Ý kiến chỉ đạo");
    }

    @ParameterizedTest
    @CsvSource({"true, " + TransferModel.TASK_REGISTER, "false, " + TransferModel.TASK_DELIVER_ITEM})
    void aClerkSaysWhetherToRegisterWhereNoRuleSaysIt(String compulsory, String next) {
        clock.set("2026-11-02T09:00");
        TransferWalk walk = cases.open().upTo(TransferModel.TASK_APPROVE_PLAN);
        try (Decisions.NotInForce none = decisions.notInForce(TransferModel.DECISION_REGISTRATION)) {
            walk.approveByAll();
        }
        assertThat(walk.instance())
                .isWaitingAt(TransferModel.TASK_DETERMINE_REGISTRATION)
                .hasNotPassed(TransferModel.TASK_REGISTER, TransferModel.TASK_DELIVER_ITEM);
        assertThat(walk.groups(walk.task(TransferModel.TASK_DETERMINE_REGISTRATION)))
                .containsExactly("tayninh-clerk");

        walk.complete(
                TransferModel.TASK_DETERMINE_REGISTRATION,
                Map.of(
                        "registrationCompulsory",
                        compulsory,
                        "registrationDays",
                        60,
                        "registrationBasis",
                        "Công văn 12"));

        assertThat(walk.instance()).isWaitingAt(next);
        assertThat(walk.transferCase().registration().citation()).isEqualTo("Công văn 12");
        assertThat(walk.transferCase().registration().due())
                .isEqualTo(compulsory.equals("true") ? LocalDate.of(2027, 1, 1) : null);
    }

    private Date timer(TransferWalk walk, String event) {
        return managementService
                .createJobQuery()
                .processInstanceId(walk.instance().getId())
                .activityId(event)
                .timers()
                .singleResult()
                .getDuedate();
    }

    private CaseStatus statusOf(TransferWalk walk) {
        return dossiers.find(walk.code()).orElseThrow().status();
    }

    /** The last value of a variable of an instance that has ended. */
    private Object ended(TransferWalk walk, String variable) {
        return historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceId(walk.instance().getId())
                .activityInstanceIdIn(walk.instance().getId())
                .variableName(variable)
                .singleResult()
                .getValue();
    }

    private static void assertDue(TransferWalk walk, String key, String localTime) {
        assertThat(walk.task(key).getDueDate()).hasSameTimeAs(at(localTime));
    }

    private static Date at(String localTime) {
        return Date.from(TestClock.at(localTime));
    }
}
