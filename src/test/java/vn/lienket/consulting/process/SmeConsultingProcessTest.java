package vn.lienket.consulting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.CaseClocks;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.ClockStop;
import vn.lienket.cases.Dossiers;
import vn.lienket.consulting.Assessment;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingState;
import vn.lienket.consulting.Grant;
import vn.lienket.consulting.OutcomePaper;
import vn.lienket.consulting.RoadmapAnswer;
import vn.lienket.consulting.RoadmapStep;
import vn.lienket.consulting.Stage;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.enterprise.process.EnterpriseModel;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.Absences;
import vn.lienket.support.ConsultingCases;
import vn.lienket.support.ConsultingFields;
import vn.lienket.support.ConsultingWalk;
import vn.lienket.support.Decisions;
import vn.lienket.support.Jobs;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.TestClock;

@ProcessTest
class SmeConsultingProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(ConsultingModel.PROCESS);

    private static final String ENTERPRISE = ConsultingFields.ENTERPRISE_EMAIL;

    /** What a case passes only where the law, or a table, has no rule. */
    private static final String[] WITHOUT_RULE = {
        ConsultingModel.TASK_DETERMINE_SIZE,
        ConsultingModel.TASK_CHOOSE_CONSULTANT,
        ConsultingModel.TASK_DETERMINE_LEVEL,
        ConsultingModel.TASK_DETERMINE_ENTITLEMENT,
        ConsultingModel.TASK_DETERMINE_REASSESSED_LEVEL
    };

    @Autowired
    ConsultingCases cases;

    @Autowired
    ConsultingProcess process;

    @Autowired
    People people;

    @Autowired
    Absences absences;

    @Autowired
    Decisions decisions;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    HistoryService historyService;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Documents documents;

    @Autowired
    Deadlines deadlines;

    @Autowired
    CaseClocks clocks;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void goesFromIntakeToAReportedGain() {
        ConsultingWalk walk = cases.open().closed();

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(
                        ConsultingModel.START_REQUESTED,
                        EnterpriseModel.DECISION_SIZE,
                        ConsultingModel.TASK_VERIFY,
                        ConsultingModel.DECISION_CONSULTANT,
                        ConsultingModel.TASK_ASSESS,
                        ConsultingModel.DECISION_LEVEL,
                        ConsultingModel.TASK_DRAFT_ROADMAP,
                        ConsultingModel.TASK_CONFIRM_ROADMAP,
                        ConsultingModel.DECISION_SUPPORT,
                        ConsultingModel.TASK_DECIDE_SUPPORT,
                        ConsultingModel.TASK_REGISTER_OUTCOME,
                        ConsultingModel.TASK_CARRY_OUT_STEP,
                        ConsultingModel.TASK_REASSESS,
                        ConsultingModel.DECISION_REASSESSED_LEVEL,
                        ConsultingModel.TASK_CLOSE,
                        ConsultingModel.END_CLOSED)
                .hasNotPassed(WITHOUT_RULE)
                .hasNotPassed(
                        ConsultingModel.TASK_REJECT_LARGE,
                        ConsultingModel.TASK_SUPPLEMENT,
                        ConsultingModel.EVENT_SUPPLEMENT_SILENT,
                        ConsultingModel.EVENT_ROADMAP_ANSWERED,
                        ConsultingModel.END_DECLINED,
                        ConsultingModel.END_ROADMAP_DECLINED,
                        ConsultingModel.START_WITHDRAWN);
        ConsultingCase closed = walk.consultingCase();
        assertThat(closed.state()).isEqualTo(ConsultingState.CLOSED);
        assertThat(closed.closedOn()).isNotNull();
        assertThat(closed.satisfaction()).isEqualTo(5);
        assertThat(List.of(Stage.BEFORE, Stage.AFTER))
                .extracting(stage -> closed.assessment(stage).orElseThrow())
                .extracting(Assessment::overall, Assessment::level)
                .containsExactly(tuple(new BigDecimal("20.0"), "level2"), tuple(new BigDecimal("80.0"), "level5"));
        assertThat(closed.steps()).extracting(RoadmapStep::actualCost).containsOnly(70_000_000L);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.RESULT_RETURNED);
        assertThat(ended(walk, ConsultingModel.MATURITY_LEVEL)).isEqualTo("level2");
        assertThat(ended(walk, ConsultingModel.REASSESSED_LEVEL)).isEqualTo("level5");
        assertThat(ended(walk, "caseStatus")).isEqualTo(10);
        assertThat(documents.of(walk.code()))
                .extracting(CaseDocument::kind, CaseDocument::version)
                .containsExactly(tuple("roadmap", 1), tuple("decision", 1), tuple("report", 1));
        for (String event : List.of("opened", "accepted", "roadmap-1", "support", "closed")) {
            assertThat(cases.told(walk.code(), event)).as(event).containsExactly(ENTERPRISE);
        }
    }

    @Test
    void opensUnderItsDossierCodeInItsChannel() {
        ConsultingWalk walk = cases.open();

        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_VERIFY);
        assertThat(walk.code()).matches("H09-\\d{6}-\\d{4}");
        assertThat(walk.instance().getTenantId()).isEqualTo("binhduong-qtsc");
        assertThat(walk.instance())
                .variables()
                .containsEntry("caseCode", walk.code())
                .containsEntry("channel", "binhduong-qtsc")
                .containsEntry("leadOrganisation", "binhduong")
                .containsEntry("caseStatus", 1)
                .containsEntry(ConsultingModel.ENTERPRISE_SIZE, "small");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.REGISTERED);
        assertThat(walk.groups(ConsultingModel.TASK_VERIFY)).containsExactly("binhduong-officer");
        assertThat(walk.task(ConsultingModel.TASK_VERIFY).getDueDate())
                .isEqualTo(deadlines.inWorkingDays("binhduong", 5));
    }

    @Test
    void followsTheStatusesOfTheCatalogue() {
        ConsultingWalk walk = cases.open();
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.REGISTERED);

        assertThat(statusOf(walk.upTo(ConsultingModel.TASK_ASSESS))).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 4);

        walk.assess(1).draft(ConsultingFields.steps()).confirm("agree", "").decideSupport("none", "");
        assertThat(statusOf(walk.carryOut(1))).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(statusOf(walk.reassess(4))).isEqualTo(CaseStatus.DONE);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 9);
        assertThat(statusOf(walk.close())).isEqualTo(CaseStatus.DONE);
        assertThat(statusOf(walk.registerOutcome())).isEqualTo(CaseStatus.RESULT_RETURNED);
    }

    @Test
    void anEnterpriseThatIsNotAcceptedIsToldWhy() {
        ConsultingWalk walk = cases.open().verify("decline", "Không thuộc địa bàn tỉnh");

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(ConsultingModel.END_DECLINED)
                .hasNotPassed(
                        ConsultingModel.DECISION_CONSULTANT,
                        ConsultingModel.TASK_SUPPLEMENT,
                        ConsultingModel.END_NOT_SME);
        assertThat(walk.consultingCase().state()).isEqualTo(ConsultingState.DECLINED);
        assertThat(walk.consultingCase().endReason()).isEqualTo("Không thuộc địa bàn tỉnh");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.NOT_ACCEPTED);
        assertThat(ended(walk, "caseStatus")).isEqualTo(3);
        assertThat(cases.told(walk.code(), "not-accepted")).containsExactly(ENTERPRISE);
    }

    @Test
    void aLargeEnterpriseIsRefusedWithTheRuleItComesFrom() {
        ConsultingWalk walk = cases.open(Map.of("employees", 201));

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(
                        EnterpriseModel.DECISION_SIZE, ConsultingModel.TASK_REJECT_LARGE, ConsultingModel.END_NOT_SME)
                .hasNotPassed(ConsultingModel.TASK_VERIFY)
                .hasNotPassed(WITHOUT_RULE);
        assertThat(walk.consultingCase().state()).isEqualTo(ConsultingState.NOT_SME);
        assertThat(walk.consultingCase().endReason()).contains("quy mô lớn", "Nghị định 80/2021/NĐ-CP, Điều 5");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.NOT_ACCEPTED);
        assertThat(ended(walk, ConsultingModel.ENTERPRISE_SIZE)).isEqualTo("large");
        assertThat(cases.told(walk.code(), "not-accepted")).containsExactly(ENTERPRISE);
    }

    /** Opened on Monday, so the check is due the Monday after: on Thursday two working days are left. */
    @Test
    void whenItIsSupplementedTheCheckHasTheWorkingDaysItHadLeft() {
        clock.set("2026-11-02T09:00");
        ConsultingWalk walk = cases.open();
        assertDue(walk, ConsultingModel.TASK_VERIFY, "2026-11-09T17:00");

        clock.set("2026-11-05T10:00");
        walk.verify("supplement", "Thiếu báo cáo tài chính");
        assertThat(walk.instance())
                .isWaitingAt(ConsultingModel.TASK_SUPPLEMENT)
                .hasNotPassed(ConsultingModel.END_DECLINED, ConsultingModel.DECISION_CONSULTANT);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 5);
        assertThat(walk.consultingCase().state()).isEqualTo(ConsultingState.SUPPLEMENTING);
        assertThat(walk.consultingCase().supplement().request()).isEqualTo("Thiếu báo cáo tài chính");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.SUPPLEMENT_REQUESTED);
        assertThat(clocks.stopped(walk.code())).isTrue();
        assertDue(walk, ConsultingModel.TASK_SUPPLEMENT, "2026-11-19T17:00");
        assertThat(cases.told(walk.code(), "supplement-1")).containsExactly(ENTERPRISE);

        clock.set("2026-11-11T08:00");
        walk.supplement(
                Map.of("supplementNote", "Đã gửi báo cáo tài chính", "revenue", 2_000_000_000L, "employees", 9));
        assertThat(walk.instance())
                .isWaitingAt(ConsultingModel.TASK_VERIFY)
                .hasPassed(ConsultingModel.TASK_SUPPLEMENT)
                .hasNotPassed(ConsultingModel.EVENT_SUPPLEMENT_SILENT, ConsultingModel.TASK_SUSPEND);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 1).containsEntry("enterpriseSize", "micro");
        assertThat(walk.consultingCase().applicant().revenue()).isEqualTo(2_000_000_000L);
        assertThat(walk.consultingCase().applicant().enterpriseName()).isEqualTo("Công ty TNHH Cơ khí Thuận An");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.REGISTERED);
        assertThat(clocks.stops(walk.code())).extracting(ClockStop::workingDays).containsExactly(4);
        assertDue(walk, ConsultingModel.TASK_VERIFY, "2026-11-13T17:00");
    }

    @Test
    void asManySupplementsAsNeededEachCountsFromWhatTheLastOneLeft() {
        clock.set("2026-11-02T09:00");
        ConsultingWalk walk = cases.open();
        clock.set("2026-11-03T09:00");
        walk.verify("supplement", "Thiếu báo cáo").supplement(Map.of("supplementNote", "Đã gửi"));
        assertDue(walk, ConsultingModel.TASK_VERIFY, "2026-11-09T17:00");

        clock.set("2026-11-06T09:00");
        walk.verify("supplement", "Thiếu chữ ký");
        clock.set("2026-11-16T09:00");
        walk.supplement(Map.of("supplementNote", "Đã ký"));

        assertDue(walk, ConsultingModel.TASK_VERIFY, "2026-11-17T17:00");
        assertThat(cases.told(walk.code(), "supplement-2")).containsExactly(ENTERPRISE);
        assertThat(walk.verify("accept", "").instance()).isWaitingAt(ConsultingModel.TASK_ASSESS);
    }

    @Test
    void aSupplementThatShowsALargeEnterpriseEndsTheCase() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_SUPPLEMENT);

        walk.supplement(Map.of("supplementNote", "Số lao động đúng là 900", "employees", 900));

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(ConsultingModel.END_NOT_SME)
                .hasNotPassed(ConsultingModel.DECISION_CONSULTANT);
        assertThat(walk.consultingCase().state()).isEqualTo(ConsultingState.NOT_SME);
        assertThat(clocks.stopped(walk.code())).isFalse();
    }

    @Test
    void anEnterpriseThatIsSilentFindsItsCaseSuspendedAndAnAnswerOpensItAgain() {
        clock.set("2026-11-02T09:00");
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_SUPPLEMENT);

        clock.set("2026-11-16T17:00");
        jobs.fireTimer(walk.instance(), ConsultingModel.EVENT_SUPPLEMENT_SILENT);
        assertThat(walk.instance())
                .isWaitingAt(ConsultingModel.TASK_SUPPLEMENT)
                .hasPassed(
                        ConsultingModel.EVENT_SUPPLEMENT_SILENT,
                        ConsultingModel.TASK_SUSPEND,
                        ConsultingModel.END_SUSPENDED)
                .hasNotPassed(ConsultingModel.TASK_SUPPLEMENT, ConsultingModel.END_DECLINED);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 8);
        assertThat(walk.consultingCase().state()).isEqualTo(ConsultingState.SUSPENDED);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.SUSPENDED);
        assertThat(clocks.stopped(walk.code())).isTrue();
        assertThat(cases.told(walk.code(), "suspended-1"))
                .containsExactly(
                        "binhduong.officer1@binhduong.example", "binhduong.officer2@binhduong.example", ENTERPRISE);

        clock.set("2026-12-14T09:00");
        walk.supplement(Map.of("supplementNote", "Xin lỗi vì trả lời muộn"));
        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_VERIFY);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.REGISTERED);
        assertDue(walk, ConsultingModel.TASK_VERIFY, "2026-12-21T17:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ConsultingModel.TASK_VERIFY,
                ConsultingModel.TASK_SUPPLEMENT,
                ConsultingModel.TASK_ASSESS,
                ConsultingModel.TASK_CONFIRM_ROADMAP,
                ConsultingModel.TASK_REGISTER_OUTCOME,
                ConsultingModel.TASK_CARRY_OUT_STEP,
                ConsultingModel.TASK_CLOSE
            })
    void isWithdrawnWhereverItStandsAndItsGrantsAreFreeAgain(String task) {
        ConsultingWalk walk = cases.open().upTo(task);
        assertThat(walk.instance()).isWaitingAt(task);

        people.does("binhduong.leader1", () -> process.withdraw(walk.code(), "Doanh nghiệp đổi kế hoạch"));

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(
                        ConsultingModel.START_WITHDRAWN, ConsultingModel.TASK_WITHDRAW, ConsultingModel.END_WITHDRAWN)
                .hasNotPassed(ConsultingModel.END_CLOSED);
        assertThat(walk.consultingCase().state()).isEqualTo(ConsultingState.WITHDRAWN);
        assertThat(walk.consultingCase().endReason()).isEqualTo("Doanh nghiệp đổi kế hoạch");
        assertThat(walk.consultingCase().grants()).allMatch(Grant::released);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(ended(walk, "caseStatus")).isEqualTo(7);
        assertThat(clocks.stopped(walk.code())).isFalse();
        assertThat(cases.told(walk.code(), "withdrawn"))
                .contains(ENTERPRISE, "binhduong.officer1@binhduong.example")
                .doesNotContain("tayninh.officer1@tayninh.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qtsc.officer1", "qtsc.expert1", "binhduong.legal1", "tayninh.leader1"})
    void isNotWithdrawnByAnybodyButTheLeadsOfficersAndLeaders(String person) {
        ConsultingWalk walk = cases.open();

        assertThatThrownBy(() -> people.does(person, () -> process.withdraw(walk.code(), "Không muốn nữa")))
                .isInstanceOf(ProblemException.class);

        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_VERIFY);
    }

    @Test
    void aRoadmapThatTheEnterpriseWantsChangedIsDraftedAnewAndBothVersionsStayReadable() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_CONFIRM_ROADMAP);

        walk.confirm("changes", "Giảm chi phí phần mềm");
        assertThat(walk.instance())
                .isWaitingAt(ConsultingModel.TASK_DRAFT_ROADMAP)
                .hasNotPassed(ConsultingModel.DECISION_SUPPORT, ConsultingModel.END_ROADMAP_DECLINED);
        assertThat(walk.consultingCase().state()).isEqualTo(ConsultingState.PLANNING);

        walk.draft(List.of(ConsultingFields.step("Thuê phần mềm gọn hơn", "dx-solution", 60_000_000)))
                .confirm("agree", "");
        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_DECIDE_SUPPORT);
        assertThat(walk.consultingCase().steps())
                .extracting(RoadmapStep::title)
                .containsExactly("Thuê phần mềm gọn hơn");
        assertThat(walk.consultingCase().roadmapAnswers())
                .extracting(RoadmapAnswer::version, RoadmapAnswer::decision, RoadmapAnswer::comment)
                .containsExactly(tuple(1, "changes", "Giảm chi phí phần mềm"), tuple(2, "agree", null));
        assertThat(documents.of(walk.code()))
                .extracting(CaseDocument::kind, CaseDocument::version)
                .containsExactly(tuple("roadmap", 1), tuple("roadmap", 2));
        assertThat(cases.told(walk.code(), "roadmap-2")).containsExactly(ENTERPRISE);
    }

    @Test
    void aRoadmapThatIsInfeasibleForTheEnterpriseEndsTheCase() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_CONFIRM_ROADMAP);

        walk.confirm("decline", "Chưa thu xếp được vốn");

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(ConsultingModel.END_ROADMAP_DECLINED)
                .hasNotPassed(
                        ConsultingModel.DECISION_SUPPORT,
                        ConsultingModel.TASK_DECIDE_SUPPORT,
                        ConsultingModel.END_CLOSED);
        assertThat(walk.consultingCase().state()).isEqualTo(ConsultingState.ROADMAP_DECLINED);
        assertThat(walk.consultingCase().endReason()).isEqualTo("Chưa thu xếp được vốn");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.SUSPENDED);
        assertThat(ended(walk, "caseStatus")).isEqualTo(8);
        assertThat(cases.told(walk.code(), "roadmap-declined"))
                .containsExactly(
                        "binhduong.officer1@binhduong.example",
                        "binhduong.officer2@binhduong.example",
                        walk.consultingCase().consultant() + "@qtsc.example");
    }

    @ParameterizedTest
    @CsvSource({
        "agree, , " + ConsultingModel.TASK_DECIDE_SUPPORT,
        "changes, Giảm chi phí, " + ConsultingModel.TASK_DRAFT_ROADMAP,
        "decline, Chưa có vốn, "
    })
    void theEnterpriseAnswersTheRoadmapItself(String decision, String comment, String next) {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_CONFIRM_ROADMAP);

        answer(walk, decision, comment);

        assertThat(walk.instance())
                .hasPassed(ConsultingModel.EVENT_ROADMAP_ANSWERED, ConsultingModel.TASK_RECORD_ROADMAP_ANSWER)
                .hasNotPassed(ConsultingModel.END_ROADMAP_CONFIRMED);
        assertThat(walk.tasks(ConsultingModel.TASK_CONFIRM_ROADMAP)).isEmpty();
        if (next == null) {
            assertThat(walk.instance()).isEnded().hasPassed(ConsultingModel.END_ROADMAP_DECLINED);
        } else {
            assertThat(walk.instance()).isWaitingAt(next);
        }
        assertThat(walk.consultingCase().roadmapAnswers())
                .extracting(RoadmapAnswer::decision, RoadmapAnswer::comment)
                .containsExactly(tuple(decision, comment));
    }

    @Test
    void theConsultantsOwnDocumentsStandBesideTheCaseIfTheyAreOfItsChannel() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_DRAFT_ROADMAP);
        String steps = ConsultingFields.json(ConsultingFields.steps());
        assertThatThrownBy(() -> walk.complete(
                        ConsultingModel.TASK_DRAFT_ROADMAP,
                        Map.of(
                                "roadmapSteps",
                                steps,
                                "roadmapDocumentId",
                                document("binhduong-tayninh").toString())))
                .cause()
                .isInstanceOf(ProblemException.class);

        UUID roadmap = document("binhduong-qtsc");
        UUID evidence = document("binhduong-qtsc");
        walk.complete(
                        ConsultingModel.TASK_DRAFT_ROADMAP,
                        Map.of("roadmapSteps", steps, "roadmapDocumentId", roadmap.toString()))
                .confirm("agree", "")
                .decideSupport("none", "")
                .complete(
                        ConsultingModel.TASK_CARRY_OUT_STEP,
                        Map.of("stepResult", "Đã thuê", "actualCost", 1, "evidenceDocumentId", evidence.toString()));

        assertThat(documents.of(walk.code()))
                .extracting(CaseDocument::kind, CaseDocument::id)
                .containsExactly(tuple("roadmap", roadmap), tuple("evidence", evidence));
        assertThat(walk.consultingCase().steps())
                .extracting(RoadmapStep::evidence)
                .containsOnlyOnce(evidence);
    }

    @Test
    void anAnswerThatIsNotAwaitedIsRefused() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_DRAFT_ROADMAP);

        assertThatThrownBy(() -> answer(walk, "agree", null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(ProblemException.Kind.CONFLICT));
        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_DRAFT_ROADMAP);
    }

    @Test
    void withoutSupportAskedForTheLeaderSaysSoAndTheStepsAreCarriedOut() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_DRAFT_ROADMAP);

        walk.draft(List.of(ConsultingFields.step("Đào tạo nội bộ", "none", 5_000_000)))
                .confirm("agree", "")
                .decideSupport("none", "");

        assertThat(walk.instance())
                .isWaitingAt(ConsultingModel.TASK_CARRY_OUT_STEP)
                .hasNotPassed(ConsultingModel.TASK_DETERMINE_ENTITLEMENT, ConsultingModel.TASK_REGISTER_OUTCOME);
        assertThat(walk.consultingCase().supportDecision()).isEqualTo("none");
        assertThat(walk.consultingCase().entitlements()).isEmpty();
        assertThat(walk.consultingCase().grants()).isEmpty();
        assertThat(cases.told(walk.code(), "support")).containsExactly(ENTERPRISE);
    }

    @Test
    void supportThatIsRefusedIsRefusedWithAReasonAndTheStepsAreCarriedOut() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_DECIDE_SUPPORT);
        assertThat(walk.groups(ConsultingModel.TASK_DECIDE_SUPPORT)).containsExactly("binhduong-leader");
        assertThat(walk.task(ConsultingModel.TASK_DECIDE_SUPPORT).getDueDate())
                .isEqualTo(deadlines.inWorkingDays("binhduong", 14));

        walk.decideSupport("refuse", "Hết kinh phí năm");
        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_REGISTER_OUTCOME);
        assertThat(cases.told(walk.code(), "support")).isEmpty();
        walk.registerOutcome();

        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_CARRY_OUT_STEP);
        assertThat(cases.told(walk.code(), "support")).containsExactly(ENTERPRISE);
        assertThat(walk.consultingCase().papers())
                .extracting(OutcomePaper::kind, OutcomePaper::signer, OutcomePaper::clerk)
                .containsExactly(tuple(OutcomePaper.Kind.DECISION, "binhduong.leader1", "binhduong.clerk1"));
        assertThat(walk.consultingCase().papers().get(0).number()).matches("\\d{2,}/TB-STTTT");
        assertThat(walk.consultingCase().supportComment()).isEqualTo("Hết kinh phí năm");
        assertThat(walk.consultingCase().grants()).isEmpty();
    }

    @Test
    void eachPaperHasANumberOfItsTypeAndTheCaseEndsWhenTheReportHasOne() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_REGISTER_OUTCOME);
        assertThat(walk.groups(ConsultingModel.TASK_REGISTER_OUTCOME)).containsExactly("binhduong-clerk");
        assertThat(walk.task(ConsultingModel.TASK_REGISTER_OUTCOME).getDueDate())
                .isEqualTo(deadlines.inWorkingDays("binhduong", 1));

        walk.registerOutcome().carryOut(70_000_000).reassess(4).close();
        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_REGISTER_OUTCOME);
        assertThat(walk.consultingCase().closedOn()).isNull();
        assertThat(cases.told(walk.code(), "closed")).isEmpty();
        walk.registerOutcome();

        assertThat(walk.instance()).isEnded().hasPassed(ConsultingModel.END_CLOSED);
        assertThat(walk.consultingCase().papers())
                .extracting(OutcomePaper::kind, paper -> paper.number().replaceAll("^\\d+", "?"))
                .containsExactly(
                        tuple(OutcomePaper.Kind.DECISION, "?/QĐ-STTTT"), tuple(OutcomePaper.Kind.REPORT, "?/BC-STTTT"));
        assertThat(cases.told(walk.code(), "closed")).containsExactly(ENTERPRISE);
    }

    @ParameterizedTest
    @CsvSource({
        "05/BC-STTTT, 0, phải mang loại QĐ",
        "QĐ 05, 0, phải có dạng 05/QĐ-STTTT",
        "90/QĐ-XYZ, 0, phải mang ký hiệu của đơn vị bạn: 05/QĐ-STTTT",
        "90/QĐ-STTTT, 1, không được ở tương lai",
        "90/QĐ-STTTT, -30, không được trước ngày quyết định",
    })
    void aNumberOfAnotherTypeOrADayThatCannotBeIsRefused(String number, int days, String sentence) {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_REGISTER_OUTCOME);

        assertThatThrownBy(() -> walk.complete(
                        ConsultingModel.TASK_REGISTER_OUTCOME,
                        Map.of(
                                "documentNumber",
                                number,
                                "documentDate",
                                cases.today().plusDays(days).toString())))
                .cause()
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(sentence);
        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_REGISTER_OUTCOME);
        assertThat(walk.consultingCase().papers()).isEmpty();
    }

    @Test
    void everyStepIsATaskOfItsOwnAndOnlyAfterTheLastIsTheEnterpriseReassessed() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_CARRY_OUT_STEP);
        String consultant = walk.consultingCase().consultant();
        assertThat(walk.tasks(ConsultingModel.TASK_CARRY_OUT_STEP))
                .allSatisfy(step -> assertThat(step.getDueDate()).isEqualTo(deadlines.inWorkingDays("qtsc", 20)))
                .extracting(Task::getName, Task::getAssignee)
                .containsExactly(
                        tuple("Thực hiện bước 1: Thuê phần mềm quản lý kho", consultant),
                        tuple("Thực hiện bước 2: Tư vấn chiến lược", consultant),
                        tuple("Thực hiện bước 3: Đào tạo nội bộ", consultant));

        walk.complete(ConsultingModel.TASK_CARRY_OUT_STEP, Map.of("stepResult", "Đã thuê", "actualCost", 79_000_000));
        assertThat(walk.instance())
                .isWaitingAt(ConsultingModel.TASK_CARRY_OUT_STEP)
                .hasNotPassed(ConsultingModel.TASK_REASSESS);
        assertThat(walk.tasks(ConsultingModel.TASK_CARRY_OUT_STEP)).hasSize(2);
        assertThat(walk.consultingCase().steps())
                .extracting(RoadmapStep::result, RoadmapStep::doneBy)
                .containsExactly(tuple("Đã thuê", consultant), tuple(null, null), tuple(null, null));

        assertThat(walk.carryOut(1).instance()).isWaitingAt(ConsultingModel.TASK_REASSESS);
    }

    @Test
    void aStepIsATaskHoweverLongItsTitle() {
        ConsultingWalk walk = cases.open()
                .upTo(ConsultingModel.TASK_DRAFT_ROADMAP)
                .draft(List.of(ConsultingFields.step("Chuẩn hóa dữ liệu ".repeat(20), "none", 1_000_000)))
                .confirm("agree", "")
                .decideSupport("none", "");

        assertThat(walk.task(ConsultingModel.TASK_CARRY_OUT_STEP).getName())
                .hasSize(255)
                .startsWith("Thực hiện bước 1: Chuẩn hóa dữ liệu")
                .endsWith("…");
    }

    @Test
    void whenNobodyFitsTheCaseWaitsInTheGroupItsLeaderIsToldAndWhoAssessesIsTheConsultant() {
        clock.set("2026-03-04T09:00");
        absences.on("2026-03-04", "qtsc.expert1", "qtsc.expert2");
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_ASSESS);

        assertThat(walk.task(ConsultingModel.TASK_ASSESS).getAssignee()).isNull();
        assertThat(walk.groups(ConsultingModel.TASK_ASSESS)).containsExactly("qtsc-expert");
        assertThat(walk.consultingCase().consultant()).isNull();
        assertThat(walk.instance()).hasNotPassed(ConsultingModel.TASK_CHOOSE_CONSULTANT);
        assertThat(cases.told(walk.code(), "nobody-fits"))
                .containsExactly("qtsc.leader1@qtsc.example", "qtsc.leader2@qtsc.example");

        walk.complete("qtsc.expert2", ConsultingModel.TASK_ASSESS, ConsultingFields.assessment(1));
        assertThat(walk.consultingCase().consultant()).isEqualTo("qtsc.expert2");
        assertThat(walk.task(ConsultingModel.TASK_DRAFT_ROADMAP).getAssignee()).isEqualTo("qtsc.expert2");
    }

    @Test
    void whoIsPresentButLacksTheSkillDoesNotFit() {
        clock.set("2026-03-05T09:00");
        absences.on("2026-03-05", "qtsc.expert1");

        ConsultingWalk cloud = cases.open(Map.of("needCategory", "cloud")).upTo(ConsultingModel.TASK_ASSESS);
        ConsultingWalk transfer =
                cases.open(Map.of("needCategory", "technology-transfer")).upTo(ConsultingModel.TASK_ASSESS);

        assertThat(cloud.task(ConsultingModel.TASK_ASSESS).getAssignee()).isNull();
        assertThat(cases.told(cloud.code(), "nobody-fits")).isNotEmpty();
        assertThat(transfer.task(ConsultingModel.TASK_ASSESS).getAssignee()).isEqualTo("qtsc.expert2");
        assertThat(cases.told(transfer.code(), "nobody-fits")).isEmpty();
    }

    @Test
    void withoutARuleOfSizesAnOfficerDeterminesTheSize() {
        ConsultingWalk walk;
        try (Decisions.NotInForce none = decisions.notInForce(EnterpriseModel.DECISION_SIZE)) {
            walk = cases.open();
        }
        assertThat(walk.instance())
                .isWaitingAt(ConsultingModel.TASK_DETERMINE_SIZE)
                .hasNotPassed(ConsultingModel.TASK_VERIFY);
        assertThat(walk.instance()).variables().containsEntry("enterpriseSize", "unknown");
        assertThat(walk.groups(ConsultingModel.TASK_DETERMINE_SIZE)).containsExactly("binhduong-officer");
        assertThat(walk.consultingCase().size()).isNull();

        walk.complete(
                ConsultingModel.TASK_DETERMINE_SIZE, Map.of("chosenSize", "medium", "sizeBasis", "Báo cáo thuế 2025"));

        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_VERIFY);
        assertThat(walk.instance()).variables().containsEntry("enterpriseSize", "medium");
        assertThat(walk.consultingCase().size()).isEqualTo("medium");
        assertThat(walk.consultingCase().sizeCitation()).isEqualTo("Báo cáo thuế 2025");
    }

    @Test
    void anOfficerMayDetermineThatAnEnterpriseIsLarge() {
        ConsultingWalk walk;
        try (Decisions.NotInForce none = decisions.notInForce(EnterpriseModel.DECISION_SIZE)) {
            walk = cases.open();
        }

        walk.complete(
                ConsultingModel.TASK_DETERMINE_SIZE, Map.of("chosenSize", "large", "sizeBasis", "Báo cáo thuế 2025"));

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(ConsultingModel.END_NOT_SME)
                .hasNotPassed(ConsultingModel.TASK_VERIFY);
        assertThat(walk.consultingCase().endReason()).contains("Báo cáo thuế 2025");
    }

    @Test
    void withoutARuleOfAssignmentALeaderChoosesTheConsultant() {
        ConsultingWalk walk = cases.open();
        try (Decisions.NotInForce none = decisions.notInForce(ConsultingModel.DECISION_CONSULTANT)) {
            walk.verify("accept", "");
        }
        assertThat(walk.instance())
                .isWaitingAt(ConsultingModel.TASK_CHOOSE_CONSULTANT)
                .hasNotPassed(ConsultingModel.TASK_ASSESS);
        assertThat(walk.instance()).variables().containsEntry("caseStatus", 2);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.ACCEPTED);
        assertThat(walk.groups(ConsultingModel.TASK_CHOOSE_CONSULTANT)).containsExactly("binhduong-leader");

        walk.complete(ConsultingModel.TASK_CHOOSE_CONSULTANT, Map.of("chosenConsultant", "binhduong.expert2"));

        assertThat(walk.task(ConsultingModel.TASK_ASSESS).getAssignee()).isEqualTo("binhduong.expert2");
        assertThat(walk.groups(ConsultingModel.TASK_ASSESS)).containsExactly("binhduong-expert");
        assertThat(walk.consultingCase().consultantOrganisation()).isEqualTo("binhduong");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.IN_PROGRESS);
    }

    @Test
    void withoutARuleOfLevelsAnOfficerDeterminesTheLevelBeforeAndAfter() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_ASSESS);
        try (Decisions.NotInForce none = decisions.notInForce(ConsultingModel.DECISION_LEVEL)) {
            walk.assess(1);
            assertThat(walk.instance())
                    .isWaitingAt(ConsultingModel.TASK_DETERMINE_LEVEL)
                    .hasNotPassed(ConsultingModel.TASK_DRAFT_ROADMAP);
            assertThat(walk.instance()).variables().containsEntry("maturityLevel", "unknown");

            walk.complete(
                    ConsultingModel.TASK_DETERMINE_LEVEL,
                    Map.of("chosenLevel", "level3", "levelBasis", "Ý kiến tổ chuyên gia"));
            assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_DRAFT_ROADMAP);
            assertThat(walk.instance()).variables().containsEntry("maturityLevel", "level3");

            walk.draft(ConsultingFields.steps())
                    .confirm("agree", "")
                    .decideSupport("none", "")
                    .carryOut(1)
                    .reassess(4);
        }
        assertThat(walk.instance())
                .isWaitingAt(ConsultingModel.TASK_DETERMINE_REASSESSED_LEVEL)
                .hasNotPassed(ConsultingModel.TASK_CLOSE);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.IN_PROGRESS);

        walk.complete(
                ConsultingModel.TASK_DETERMINE_REASSESSED_LEVEL,
                Map.of("chosenLevel", "level5", "levelBasis", "Ý kiến tổ chuyên gia"));

        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_CLOSE);
        assertThat(walk.instance())
                .variables()
                .containsEntry("reassessedLevel", "level5")
                .containsEntry("caseStatus", 9);
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.DONE);
        assertThat(walk.close().consultingCase().assessment(Stage.AFTER))
                .hasValueSatisfying(after -> assertThat(after.levelCitation()).isEqualTo("Ý kiến tổ chuyên gia"));
    }

    @Test
    void withoutARuleOfSupportAnOfficerProposesWhatIsDue() {
        ConsultingWalk walk = cases.open().upTo(ConsultingModel.TASK_CONFIRM_ROADMAP);
        try (Decisions.NotInForce none = decisions.notInForce(ConsultingModel.DECISION_SUPPORT)) {
            walk.confirm("agree", "");
        }
        assertThat(walk.instance())
                .isWaitingAt(ConsultingModel.TASK_DETERMINE_ENTITLEMENT)
                .hasNotPassed(ConsultingModel.TASK_DECIDE_SUPPORT);
        assertThat(walk.consultingCase().entitlements()).hasSize(2).noneMatch(entitlement -> entitlement.known());

        walk.complete(
                ConsultingModel.TASK_DETERMINE_ENTITLEMENT,
                Map.of(
                        "entitlements",
                        ConsultingFields.json(List.of(
                                Map.of("supportKind", "dx-solution", "rate", 30, "cap", 20_000_000, "citation", "QĐ 1"),
                                Map.of("supportKind", "dx-consulting", "rate", 0, "cap", 0, "citation", "QĐ 2")))));
        walk.decideSupport("grant", "");

        assertThat(walk.instance()).isWaitingAt(ConsultingModel.TASK_REGISTER_OUTCOME);
        assertThat(walk.consultingCase().entitlements())
                .extracting(entitlement -> entitlement.decidedBy())
                .containsOnly("binhduong.officer1");
        assertThat(walk.consultingCase().grants())
                .extracting(grant -> grant.supportKind().code(), Grant::amount, Grant::citation)
                .containsExactlyInAnyOrder(
                        tuple("dx-solution", 20_000_000L, "QĐ 1"), tuple("dx-consulting", 0L, "QĐ 2"));
    }

    private void answer(ConsultingWalk walk, String decision, String comment) {
        people.does("binhduong.officer1", () -> process.answerRoadmap(walk.code(), decision, comment));
        jobs.runContinuations(walk.instance());
    }

    private UUID document(String channel) {
        return documents
                .store("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), "lo-trinh.pdf", channel)
                .id();
    }

    private CaseStatus statusOf(ConsultingWalk walk) {
        return dossiers.find(walk.code()).orElseThrow().status();
    }

    /** The last value of a variable of an instance that has ended. */
    private Object ended(ConsultingWalk walk, String variable) {
        return historyService
                .createHistoricVariableInstanceQuery()
                .processInstanceId(walk.instance().getId())
                .activityInstanceIdIn(walk.instance().getId())
                .variableName(variable)
                .singleResult()
                .getValue();
    }

    private static void assertDue(ConsultingWalk walk, String key, String localTime) {
        assertThat(walk.task(key).getDueDate()).hasSameTimeAs(Date.from(TestClock.at(localTime)));
    }
}
