package vn.lienket.programme.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.agreement.process.AgreementProcess;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.Dossiers;
import vn.lienket.programme.Activity;
import vn.lienket.programme.ActivityService;
import vn.lienket.programme.ActivityState;
import vn.lienket.programme.IndicatorValue;
import vn.lienket.programme.ProgressReport;
import vn.lienket.programme.WorkItem;
import vn.lienket.programme.WorkResult;
import vn.lienket.support.ActivityCases;
import vn.lienket.support.ActivityFields;
import vn.lienket.support.ActivityWalk;
import vn.lienket.support.Jobs;
import vn.lienket.support.OtherNode;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.TestClock;

@ProcessTest
class CooperationActivityProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(ActivityModel.PROCESS);

    @Autowired
    ActivityCases cases;

    @Autowired
    OtherNode otherNode;

    @Autowired
    ActivityProcess process;

    @Autowired
    ActivityService activities;

    @Autowired
    AgreementProcess agreements;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @Autowired
    Dossiers dossiers;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void goesFromAPlanToAConfirmedResult() {
        ActivityWalk walk = cases.open();

        assertThat(walk.instance()).isWaitingAt(ActivityModel.TASK_PLAN);
        assertThat(walk.instance().getTenantId()).isEqualTo("binhduong-tayninh");
        assertThat(walk.instance())
                .variables()
                .containsEntry("caseCode", walk.code())
                .containsEntry("channel", "binhduong-tayninh")
                .containsEntry("leadOrganisation", "binhduong")
                .containsEntry("caseStatus", 1)
                .doesNotContainKey("workItems");
        assertThat(walk.group(walk.task(ActivityModel.TASK_PLAN))).isEqualTo("binhduong-officer");

        walk.plan();
        assertThat(walk.group(walk.task(ActivityModel.TASK_ACCEPT_PLAN))).isEqualTo("tayninh-officer");
        walk.answerPlan("accept", "");
        assertThat(walk.tasks(ActivityModel.TASK_CARRY_OUT))
                .extracting(Task::getName, walk::group)
                .containsExactly(
                        tuple("Phần việc 1: Chuẩn bị tài liệu vận hành IOC", "binhduong-officer"),
                        tuple("Phần việc 2: Khảo sát hệ thống giám sát hiện có", "tayninh-expert"),
                        tuple("Phần việc 3: Gửi biên bản khảo sát", "tayninh-clerk"));
        assertThat(cases.subjects(walk.code()))
                .anyMatch(subject -> subject.endsWith("Phần việc 3: Gửi biên bản khảo sát"));
        walk.carryOut();
        assertThat(walk.group(walk.task(ActivityModel.TASK_RECORD_INDICATOR))).isEqualTo("binhduong-officer");
        walk.measure("11,5", "2026-11-20");
        assertThat(walk.group(walk.task(ActivityModel.TASK_CONFIRM_RESULT))).isEqualTo("tayninh-leader");
        walk.confirm();

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(ActivityModel.TASK_CARRY_OUT, ActivityModel.END_CONFIRMED)
                .hasNotPassed(
                        ActivityModel.EVENT_MONTH_PASSED,
                        ActivityModel.START_AGREEMENT_ENDED,
                        ActivityModel.START_WITHDRAWN,
                        ActivityModel.END_WITHDRAWN,
                        ActivityModel.END_STOPPED);
        Activity confirmed = walk.activity();
        assertThat(confirmed.state()).isEqualTo(ActivityState.CONFIRMED);
        assertThat(confirmed.plan().results()).extracting(WorkResult::round).containsExactly(1, 1, 1);
        assertThat(activities.values(walk.code()))
                .singleElement()
                .satisfies(value -> assertThat(value.value()).isEqualByComparingTo("11.5"));
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.RESULT_RETURNED);
        for (String event : List.of("opened", "plan-accepted", "confirmed")) {
            assertThat(cases.told("activity:%s:%s".formatted(walk.code(), event)))
                    .as(event)
                    .contains("binhduong.officer1@binhduong.example", "tayninh.leader1@tayninh.example");
        }
    }

    @ParameterizedTest
    @CsvSource({"tayninh, binhduong", "binhduong, tayninh"})
    void eitherSideLeads(String lead, String partner) {
        ActivityWalk walk = cases.open(Map.of("leadOrganisation", lead, "partnerOrganisation", partner));

        assertThat(walk.group(walk.task(ActivityModel.TASK_PLAN))).isEqualTo(lead + "-officer");
        walk.upTo(ActivityModel.TASK_CONFIRM_RESULT);
        assertThat(walk.group(walk.task(ActivityModel.TASK_CONFIRM_RESULT))).isEqualTo(partner + "-leader");
    }

    @Test
    void withoutItemsOrAnIndicatorTheTemplateOfTheFieldIsTaken() {
        Map<String, Object> fields = ActivityFields.start(cases.agreement());
        List.of("workItems", "indicatorName", "indicatorUnit", "indicatorTarget")
                .forEach(fields::remove);

        Activity opened =
                activities.find(cases.started(fields).getBusinessKey()).orElseThrow();

        assertThat(opened.plan().items()).hasSizeBetween(3, 6);
        assertThat(opened.plan().items())
                .extracting(WorkItem::organisation)
                .contains("binhduong", "tayninh")
                .isSubsetOf("binhduong", "tayninh");
        assertThat(opened.indicator().name()).isNotBlank();
        assertThat(opened.indicator().target()).isNotNull();
    }

    @Test
    void aPlanThatThePartnerWantsChangedIsMadeAnew() {
        ActivityWalk walk = cases.open()
                .upTo(ActivityModel.TASK_ACCEPT_PLAN)
                .answerPlan("changes", "Thêm một buổi tập huấn")
                .complete(
                        ActivityModel.TASK_PLAN,
                        Map.of(
                                "workItems",
                                "[{\"title\":\"Tập huấn\",\"organisation\":\"tayninh\",\"role\":\"leader\",\"dueInWorkingDays\":\"3\"}]",
                                "indicatorTarget",
                                15,
                                "planNote",
                                "Gộp lại"))
                .answerPlan("accept", "Đồng ý");

        assertThat(walk.instance()).hasPassedInOrder(ActivityModel.TASK_PLAN, ActivityModel.TASK_ACCEPT_PLAN);
        assertThat(walk.activity().plan().version()).isEqualTo(2);
        assertThat(walk.activity().plan().opinions())
                .extracting(opinion -> opinion.version(), opinion -> opinion.positive())
                .containsExactly(tuple(1, false), tuple(2, true));
        assertThat(walk.activity().indicator().target()).isEqualByComparingTo("15");
        assertThat(walk.group(walk.task(ActivityModel.TASK_CARRY_OUT))).isEqualTo("tayninh-leader");
    }

    @Test
    void exactlyTheNamedItemsAreDoneAgainAndAgain() {
        ActivityWalk walk = cases.open().upTo(ActivityModel.TASK_CONFIRM_RESULT).rework("1,3");

        assertThat(walk.tasks(ActivityModel.TASK_CARRY_OUT))
                .extracting(Task::getName)
                .containsExactly("Phần việc 1: Chuẩn bị tài liệu vận hành IOC", "Phần việc 3: Gửi biên bản khảo sát");
        walk.carryOut()
                .measure("10", "2026-11-10")
                .rework("3")
                .carryOut()
                .measure("12", "2026-11-12")
                .confirm();

        assertThat(walk.instance()).isEnded().hasPassed(ActivityModel.END_CONFIRMED);
        assertThat(walk.activity().plan().results())
                .extracting(WorkResult::item, WorkResult::round)
                .containsExactlyInAnyOrder(
                        tuple(1, 1), tuple(2, 1), tuple(3, 1), tuple(1, 2), tuple(3, 2), tuple(3, 3));
        assertThat(activities.values(walk.code()))
                .extracting(value -> value.value().intValue())
                .containsExactly(9, 10, 12);
        assertThat(walk.activity().confirmations())
                .extracting(given -> given.reworkItems())
                .containsExactly(List.of(1, 3), List.of(3), List.of());
        assertThat(cases.told("activity:%s:rework-2".formatted(walk.code())))
                .contains("binhduong.officer1@binhduong.example");
    }

    /** In 2026 the days off at Tết were 16 to 20 February, and Saturday 22 August was worked. */
    @Test
    void everyMonthTheLeadReportsProgressWhileItemsRun() {
        clock.set("2026-01-12T09:00");
        ActivityWalk walk = cases.open().upTo(ActivityModel.TASK_CARRY_OUT);
        assertThat(walk.task(ActivityModel.TASK_REPORT_PROGRESS)).isNull();

        clock.set("2026-02-12T09:00");
        jobs.fireTimer(walk.instance(), ActivityModel.EVENT_MONTH_PASSED);
        assertThat(walk.tasks(ActivityModel.TASK_CARRY_OUT)).hasSize(3);
        Task report = walk.task(ActivityModel.TASK_REPORT_PROGRESS);
        assertThat(walk.group(report)).isEqualTo("binhduong-officer");
        assertThat(report.getName()).isEqualTo("Báo cáo tiến độ tháng 02/2026");
        assertThat(report.getDueDate())
                .as("five working days, across Tết")
                .isEqualTo(Date.from(TestClock.at("2026-02-26T17:00")));
        clock.set("2026-02-24T09:00");
        walk.report(30);

        clock.set("2026-08-19T09:00");
        jobs.fireTimer(walk.instance(), ActivityModel.EVENT_MONTH_PASSED);
        assertThat(walk.task(ActivityModel.TASK_REPORT_PROGRESS).getDueDate())
                .as("five working days with a worked Saturday")
                .isEqualTo(Date.from(TestClock.at("2026-08-25T17:00")));
        walk.report("55");
        assertThat(walk.activity().progress())
                .extracting(ProgressReport::percent, given -> given.reportedOn().toString())
                .containsExactly(tuple(30, "2026-02-24"), tuple(55, "2026-08-19"));

        clock.set("2026-09-19T09:00");
        jobs.fireTimer(walk.instance(), ActivityModel.EVENT_MONTH_PASSED);
        assertThatThrownBy(() -> walk.report(101)).hasMessageContaining("Tiến độ");
        walk.carryOut();
        assertThat(walk.task(ActivityModel.TASK_REPORT_PROGRESS))
                .as("what is done needs no report")
                .isNull();
        assertThat(walk.instance()).isWaitingAt(ActivityModel.TASK_RECORD_INDICATOR);
    }

    /** Two engines on one database, whose job executors have acquired the timer both. */
    @Test
    void twoNodesTogetherAskForOneReportAMonth() throws Exception {
        ActivityWalk walk = cases.open().upTo(ActivityModel.TASK_CARRY_OUT);
        String timer = managementService
                .createJobQuery()
                .processInstanceId(walk.instance().getId())
                .activityId(ActivityModel.EVENT_MONTH_PASSED)
                .singleResult()
                .getId();
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        ProcessEngine other = otherNode.start();
        try {
            List<Future<?>> runs = Stream.of(managementService, other.getManagementService())
                    .<Future<?>>map(node -> nodes.submit(() -> run(node, timer, together)))
                    .toList();
            together.countDown();
            for (Future<?> run : runs) {
                run.get(30, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdownNow();
            other.close();
        }

        assertThat(walk.tasks(ActivityModel.TASK_REPORT_PROGRESS)).hasSize(1);
        assertThat(managementService
                        .createJobQuery()
                        .processInstanceId(walk.instance().getId())
                        .activityId(ActivityModel.EVENT_MONTH_PASSED)
                        .count())
                .isEqualTo(1);
    }

    private static Void run(ManagementService node, String job, CountDownLatch together) throws InterruptedException {
        together.await();
        try {
            node.executeJob(job);
        } catch (ProcessEngineException otherNodeWasFirst) {
            // the job is gone, or has been changed meanwhile: the job executor lets it be
            assertThat(otherNodeWasFirst.getMessage()).doesNotContain("Cannot resolve");
        }
        return null;
    }

    @Test
    void workThatIsGivenOutBeforeTheFirstDayHasItsTermFromThen() {
        clock.set("2026-12-15T09:00");
        ActivityWalk walk = cases.open(Map.of("startDate", "2027-03-01")).upTo(ActivityModel.TASK_CARRY_OUT);

        assertThat(managementService
                        .createJobQuery()
                        .processInstanceId(walk.instance().getId())
                        .activityId(ActivityModel.EVENT_MONTH_PASSED)
                        .singleResult()
                        .getDuedate())
                .isEqualTo(Date.from(TestClock.at("2027-04-01T08:00")));
        // ten working days after Monday 1 March
        assertThat(walk.task(ActivityModel.TASK_CARRY_OUT).getDueDate())
                .isEqualTo(Date.from(TestClock.at("2027-03-15T17:00")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ActivityModel.TASK_PLAN,
                ActivityModel.TASK_ACCEPT_PLAN,
                ActivityModel.TASK_CARRY_OUT,
                ActivityModel.TASK_RECORD_INDICATOR,
                ActivityModel.TASK_CONFIRM_RESULT
            })
    void canBeWithdrawnAtEveryStage(String stage) {
        ActivityWalk walk = cases.open().upTo(stage);

        people.does("binhduong.leader1", () -> process.withdraw(walk.code(), "Trùng với hoạt động khác"));

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(ActivityModel.TASK_WITHDRAW, ActivityModel.END_WITHDRAWN)
                .hasNotPassed(ActivityModel.END_CONFIRMED);
        assertThat(walk.activity().state()).isEqualTo(ActivityState.WITHDRAWN);
        assertThat(walk.activity().endReason()).isEqualTo("Trùng với hoạt động khác");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(cases.told("activity:%s:withdrawn".formatted(walk.code())))
                .contains("tayninh.officer1@tayninh.example", "binhduong.leader1@binhduong.example");
    }

    @Test
    void whenTheAgreementEndsEarlyItsLeadMayLetTheActivityGoOn() {
        ActivityWalk walk = cases.open().upTo(ActivityModel.TASK_CARRY_OUT);
        terminate(walk);

        assertThat(walk.tasks(ActivityModel.TASK_CARRY_OUT)).hasSize(3);
        assertThat(walk.group(walk.task(ActivityModel.TASK_DECIDE_CONTINUATION)))
                .isEqualTo("binhduong-officer");
        assertThat(cases.told("activity:%s:agreement-ended".formatted(walk.code())))
                .contains("tayninh.officer1@tayninh.example", "binhduong.officer1@binhduong.example");

        walk.decideContinuation("continue", "Làm tiếp")
                .carryOut()
                .measure("12", "2026-11-10")
                .confirm();

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(ActivityModel.END_CONTINUED, ActivityModel.END_CONFIRMED)
                .hasNotPassed(ActivityModel.TASK_STOP);
        assertThat(walk.activity().state()).isEqualTo(ActivityState.CONFIRMED);
    }

    @Test
    void aResultThatIsConfirmedMeanwhileLeavesNothingToDecide() {
        ActivityWalk walk = cases.open().upTo(ActivityModel.TASK_CONFIRM_RESULT);
        terminate(walk);

        walk.confirm();

        assertThat(walk.instance()).isEnded().hasPassed(ActivityModel.END_CONFIRMED);
        assertThat(walk.task(ActivityModel.TASK_DECIDE_CONTINUATION)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {ActivityModel.TASK_PLAN, ActivityModel.TASK_CARRY_OUT, ActivityModel.TASK_CONFIRM_RESULT})
    void orStopIt(String stage) {
        ActivityWalk walk = cases.open().upTo(stage);
        terminate(walk);

        assertThatThrownBy(() -> walk.decideContinuation("stop", "")).hasMessageContaining("Ý kiến về việc tiếp tục");
        walk.decideContinuation("stop", "Không còn cơ sở để làm tiếp");

        assertThat(walk.instance())
                .isEnded()
                .hasPassed(ActivityModel.TASK_STOP, ActivityModel.END_STOPPED)
                .hasNotPassed(ActivityModel.END_CONFIRMED, ActivityModel.END_WITHDRAWN);
        assertThat(walk.activity().state()).isEqualTo(ActivityState.STOPPED);
        assertThat(walk.activity().endReason()).isEqualTo("Không còn cơ sở để làm tiếp");
        assertThat(statusOf(walk)).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(cases.told("activity:%s:stopped".formatted(walk.code())))
                .contains("tayninh.leader1@tayninh.example");
    }

    @ParameterizedTest
    @CsvSource({
        "agreementCode, H09-000101-9999, Thỏa thuận",
        "cooperationField, data-centre, Lĩnh vực hợp tác",
        "title, '', Tên hoạt động",
        "partnerOrganisation, qtsc, Đơn vị phối hợp",
        "partnerOrganisation, binhduong, Đơn vị phối hợp",
        "startDate, 2026-11-30, Ngày bắt đầu",
        "endDate, 2031-12-01, Ngày kết thúc",
        "endDate, 2026-11-30, Ngày kết thúc",
        "indicatorTarget, '', Mục tiêu",
        "indicatorTarget, mười, Mục tiêu",
        "indicatorTarget, 1.200, Mục tiêu",
        "indicatorTarget, -1, Mục tiêu",
        "indicatorUnit, '', Đơn vị tính",
        "indicatorDirection, sideways, Chiều của chỉ tiêu",
        "workItems, '[{\"title\":\"A\",\"organisation\":\"qtsc\",\"role\":\"officer\",\"dueInWorkingDays\":5}]', đơn vị thực hiện",
        "workItems, '[{\"title\":\"A\",\"organisation\":\"tayninh\",\"role\":\"manager\",\"dueInWorkingDays\":5}]', vai trò",
        "workItems, '[{\"title\":\"\",\"organisation\":\"tayninh\",\"role\":\"officer\",\"dueInWorkingDays\":5}]', 'Phần việc 1, tên'",
        "workItems, '[{\"title\":\"A\",\"organisation\":\"tayninh\",\"role\":\"officer\",\"dueInWorkingDays\":0}]', thời hạn"
    })
    void aWrongFieldIsRefusedByItsNameAndNothingIsOpened(String field, String value, String sentence) {
        Map<String, Object> fields = new HashMap<>(ActivityFields.start(cases.agreement()));
        fields.put(field, value);
        String agreement = fields.get("agreementCode").toString();

        assertThatThrownBy(() -> cases.started(fields)).hasMessageContaining(sentence);

        assertThat(activities.ofAgreement(agreement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Xếp hạng, hạng, more, 5, thứ hạng", "Tỷ lệ, %, more, 101, Mục tiêu", "Xếp hạng, hạng, '', 0, Mục tiêu"
    })
    void aTargetThatItsKindOrDirectionForbidsIsRefused(
            String name, String unit, String direction, String target, String sentence) {
        Map<String, Object> fields = new HashMap<>(ActivityFields.start(cases.agreement()));
        fields.putAll(Map.of(
                "indicatorName", name,
                "indicatorUnit", unit,
                "indicatorDirection", direction,
                "indicatorTarget", target));

        assertThatThrownBy(() -> cases.started(fields)).hasMessageContaining(sentence);
    }

    @Test
    void anAgreementThatHasEndedTakesNoActivity() {
        ActivityWalk walk = cases.open();
        terminate(walk);
        Map<String, Object> fields =
                ActivityFields.start(walk.activity().terms().agreement());

        assertThatThrownBy(() -> cases.started(fields)).hasMessageContaining("đang có hiệu lực");
    }

    @Test
    void wrongAnswersAreRefusedAndChangeNothing() {
        ActivityWalk walk = cases.open();
        assertThatThrownBy(() -> walk.complete(ActivityModel.TASK_PLAN, Map.of("workItems", "[]")))
                .hasMessageContaining("ít nhất một phần việc");
        walk.plan();
        assertThatThrownBy(() -> walk.answerPlan("changes", "")).hasMessageContaining("Ý kiến");
        assertThatThrownBy(() -> walk.answerPlan("maybe", "")).hasMessageContaining("hãy chọn một phương án");
        walk.answerPlan("accept", "");
        assertThatThrownBy(() -> walk.complete(ActivityModel.TASK_CARRY_OUT, Map.of()))
                .hasMessageContaining("Kết quả thực hiện");
        walk.carryOut();
        assertThatThrownBy(() -> walk.measure("abc", "2026-11-01")).hasMessageContaining("Giá trị đạt được");
        assertThatThrownBy(() -> walk.measure("5", "2126-11-01")).hasMessageContaining("tương lai");
        walk.measure("5", "2026-11-01");
        assertThatThrownBy(() -> walk.rework("")).hasMessageContaining("Phần việc làm lại");
        assertThatThrownBy(() -> walk.rework("4")).hasMessageContaining("Phần việc làm lại");

        assertThat(walk.activity().state()).isEqualTo(ActivityState.CONFIRMING);
        assertThat(walk.activity().confirmations()).isEmpty();
        assertThat(activities.values(walk.code())).hasSize(1);
    }

    @Test
    void aCorrectionKeepsTheOldValueAndTheReason() {
        ActivityWalk walk = cases.open().upTo(ActivityModel.TASK_CONFIRM_RESULT);
        IndicatorValue old = activities.values(walk.code()).get(0);

        IndicatorValue corrected =
                people.as("binhduong.officer2", () -> activities.correct(old.id(), "8", "2026-10-31", "Nhập nhầm"));

        assertThat(activities.values(walk.code()))
                .extracting(IndicatorValue::id, IndicatorValue::replaced, IndicatorValue::reason)
                .containsExactly(tuple(corrected.id(), false, "Nhập nhầm"), tuple(old.id(), true, null));
        assertThatThrownBy(() -> people.as(
                        "binhduong.officer2", () -> activities.correct(old.id(), "7", "2026-10-31", "Lại nhầm")))
                .hasMessageContaining("đã được sửa");
        assertThat(cases.told("activity:%s:corrected-%s".formatted(walk.code(), corrected.id())))
                .contains("tayninh.leader1@tayninh.example");
        assertThatThrownBy(() -> people.as(
                        "tayninh.officer1", () -> activities.correct(corrected.id(), "7", "2026-10-31", "Của bạn")))
                .hasMessageContaining("Chỉ chuyên viên của đơn vị chủ trì");
        assertThatThrownBy(() -> people.as(
                        "qtsc.officer1", () -> activities.correct(corrected.id(), "7", "2026-10-31", "Của bạn")))
                .hasMessageContaining("Không có giá trị này");
    }

    @Test
    void theProgrammeOfAYearIsOpenedInOneStepAndToldInOneMail() {
        String agreement = cases.agreement();
        ProcessInstance opening =
                cases.programme("binhduong.officer1", Map.of("agreementCode", agreement, "year", 2027));

        assertThat(opening).isEnded().hasPassed(ActivityModel.TASK_BEGIN, ActivityModel.TASK_TELL_PROGRAMME);
        assertThat(activities.ofAgreement(agreement))
                .extracting(line -> line.cooperationField(), line -> line.leadOrganisation(), line -> line.state())
                .containsExactlyInAnyOrder(
                        tuple("ioc", "binhduong", ActivityState.PLANNING),
                        tuple("mooc", "binhduong", ActivityState.PLANNING));
        assertThat(activities.ofAgreement(agreement)).allSatisfy(line -> {
            ActivityWalk walk = cases.walk(line.caseCode());
            assertThat(walk.instance()).isWaitingAt(ActivityModel.TASK_PLAN);
            assertThat(line.startDate()).isEqualTo("2027-01-01");
            assertThat(line.endDate()).isEqualTo("2027-12-31");
            assertThat(cases.told("task:" + walk.task(ActivityModel.TASK_PLAN).getId()))
                    .isEmpty();
        });
        assertThat(cases.told("programme:%s:%s".formatted(agreement, opening.getBusinessKey())))
                .doesNotHaveDuplicates()
                .contains("binhduong.officer1@binhduong.example", "tayninh.officer1@tayninh.example");

        ActivityWalk first = cases.walk(activities.ofAgreement(agreement).get(0).caseCode());
        first.upTo(ActivityModel.TASK_CONFIRM_RESULT).confirm();
        assertThat(first.instance()).isEnded();
    }

    @Test
    void aFieldThatHasAnOpenActivityOfTheYearIsSkippedAndEachMayHaveItsLeadAndDates() {
        String agreement = cases.agreement();
        cases.programme(
                "tayninh.officer1",
                Map.of(
                        "agreementCode",
                        agreement,
                        "year",
                        "2027",
                        "fields",
                        "[{\"cooperationField\":\"ioc\",\"leadOrganisation\":\"binhduong\",\"startDate\":\"2027-04-01\",\"endDate\":\"2027-09-30\"}]"));
        assertThat(activities.ofAgreement(agreement)).singleElement().satisfies(line -> {
            assertThat(line.leadOrganisation()).isEqualTo("binhduong");
            assertThat(line.partnerOrganisation()).isEqualTo("tayninh");
            assertThat(line.startDate()).isEqualTo("2027-04-01");
        });

        cases.programme("tayninh.officer1", Map.of("agreementCode", agreement, "year", 2027, "fields", "ioc,mooc"));
        assertThat(activities.ofAgreement(agreement))
                .extracting(line -> line.cooperationField(), line -> line.leadOrganisation())
                .containsExactlyInAnyOrder(tuple("ioc", "binhduong"), tuple("mooc", "tayninh"));
    }

    @ParameterizedTest
    @CsvSource({
        "year, 2035, Năm",
        "year, sang năm, Năm",
        "fields, data-centre, không thuộc thỏa thuận",
        "fields, 'ioc,ioc', hai lần",
        "fields, '[{\"cooperationField\":\"ioc\",\"leadOrganisation\":\"qtsc\"}]', hai bên của thỏa thuận",
        "fields, '[{\"cooperationField\":\"ioc\",\"startDate\":\"2028-01-01\"}]', thời gian",
        "fields, '[]', ít nhất một lĩnh vực"
    })
    void aWrongProgrammeIsRefusedAsAWhole(String field, String value, String sentence) {
        String agreement = cases.agreement();
        Map<String, Object> fields = new HashMap<>(Map.of("agreementCode", agreement, "year", "2027"));
        fields.put(field, value);

        assertThatThrownBy(() -> cases.programme("binhduong.officer1", fields)).hasMessageContaining(sentence);

        assertThat(activities.ofAgreement(agreement)).isEmpty();
    }

    @Test
    void nobodyOpensAProgrammeOfOthers() {
        String agreement = cases.agreement();

        assertThatThrownBy(() -> cases.programme("qtsc.officer1", Map.of("agreementCode", agreement, "year", 2027)))
                .hasMessageContaining("không phải thỏa thuận đang có hiệu lực");
    }

    private void terminate(ActivityWalk walk) {
        people.does(
                "binhduong.leader1",
                () -> agreements.terminate(walk.activity().terms().agreement(), "Hai bên thống nhất chấm dứt"));
    }

    private CaseStatus statusOf(ActivityWalk walk) {
        return dossiers.find(walk.code()).orElseThrow().status();
    }
}
