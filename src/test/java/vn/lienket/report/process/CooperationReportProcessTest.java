package vn.lienket.report.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.Dossiers;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.figures.CaseCount;
import vn.lienket.figures.Figures;
import vn.lienket.figures.Quarter;
import vn.lienket.figures.QuarterFigures;
import vn.lienket.problem.ProblemException;
import vn.lienket.report.Assembly;
import vn.lienket.report.Report;
import vn.lienket.report.ReportOpinion;
import vn.lienket.report.ReportOpinion.Stage;
import vn.lienket.report.ReportRequest;
import vn.lienket.report.ReportService;
import vn.lienket.report.ReportState;
import vn.lienket.support.Jobs;
import vn.lienket.support.OtherNode;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TestClock;

@ProcessTest
class CooperationReportProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(ReportModel.PROCESS);

    private static final String CHANNEL = "binhduong-tayninh";

    /** Each test has one of its own. */
    private static Quarter quarter = Quarter.lastBefore(LocalDate.of(2009, 1, 1));

    @Autowired
    People people;

    @Autowired
    OtherNode otherNode;

    @Autowired
    ReportProcess process;

    @Autowired
    ReportService reports;

    @Autowired
    Figures figures;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    Jobs jobs;

    @Autowired
    SigningCases signing;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToTodayAndToAnotherQuarter() {
        clock.reset();
        quarter = quarter.previous();
    }

    @Test
    void isReviewedApprovedRegisteredAndSentToEveryParty() throws IOException {
        clock.set(quarter.from().plusDays(9) + "T09:00");
        signing.open();
        signing.open();
        signing.open(Map.of("channel", "binhduong-qtsc", "cooperationFields", List.of("data-and-ai")));
        clock.reset();
        ProcessInstance instance = started();
        assertThat(instance).isWaitingAt(ReportModel.TASK_ASSEMBLE).hasBusinessKey(code(instance));
        assertThat(statusOf(instance)).isEqualTo(CaseStatus.REGISTERED);
        jobs.runContinuations(instance);

        assertThat(groups(instance)).containsExactly("binhduong-officer");
        assertThat(statusOf(instance)).isEqualTo(CaseStatus.IN_PROGRESS);
        review(instance, false, "Đủ số liệu");
        assertThat(groups(instance)).containsExactly("binhduong-leader");
        approve(instance, "approve", "");
        assertThat(groups(instance)).containsExactly("binhduong-clerk");
        String number = (String) taskService.getVariable(task(instance).getId(), ReportModel.DOCUMENT_NUMBER);
        assertThat(number).matches("\\d{2,}/BC-STTTT");
        register(instance, number, LocalDate.now(clock).toString());

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        ReportModel.START_REQUESTED,
                        ReportModel.TASK_ASSEMBLE,
                        ReportModel.TASK_REVIEW,
                        ReportModel.TASK_APPROVE,
                        ReportModel.TASK_REGISTER,
                        ReportModel.TASK_SEND,
                        ReportModel.END_SENT)
                .hasNotPassed(ReportModel.START_WITHDRAWN, ReportModel.TASK_WITHDRAW);
        Report sent = report(instance);
        assertThat(sent.state()).isEqualTo(ReportState.SENT);
        assertThat(statusOf(instance)).isEqualTo(CaseStatus.RESULT_RETURNED);
        assertThat(sent.registration().number()).isEqualTo(number);
        QuarterFigures figures = reports.figures(sent).orElseThrow();
        assertThat(figures.allCases())
                .extracting(CaseCount::carriedOver, CaseCount::received, CaseCount::inProgress)
                .containsExactly(
                        figures.allCases().carriedOver(), 2, figures.allCases().inProgress());
        assertThat(documents.of(code(instance)))
                .extracting(CaseDocument::kind)
                .containsExactly("draft", "sheets", "report");
        try (PDDocument pdf = Loader.loadPDF(documents.open(sent.document()).readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains(
                            "Số: " + number, "trong quý nhận 2 hồ sơ", "Sơ kết " + quarter.label(), "Sở TT&TT Tây Ninh")
                    .doesNotContain("QTSC");
        }
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(documents.open(sent.latest().sheets()))) {
            Sheet cases = workbook.getSheetAt(0);
            assertThat(cases.getRow(cases.getLastRowNum()).getCell(4).getNumericCellValue())
                    .isEqualTo(2);
        }
        assertThat(told(instance, "sent"))
                .contains(
                        "vanthu@binhduong.example",
                        "vanthu@tayninh.example",
                        "tayninh.leader1@tayninh.example",
                        "binhduong.officer1@binhduong.example")
                .noneMatch(address -> address.contains("qtsc"));
        assertThat(jdbc.sql("select distinct a.position, a.document_id from lienket.message_attachment a"
                                + " join lienket.message m on m.id = a.message_id where m.event = ? order by 1")
                        .param("report:%s:sent".formatted(code(instance)))
                        .query((row, index) -> row.getString("document_id"))
                        .list())
                .containsExactly(
                        sent.document().toString(), sent.latest().sheets().toString());
    }

    @Test
    void theFiguresAreTheSameWheneverTheyAreAssembled() {
        clock.set(quarter.from().plusDays(9) + "T09:00");
        SigningCase agreement = signing.open();
        clock.reset();
        ProcessInstance instance = reviewing();
        agreement.draft();

        review(instance, true, "Sửa sổ hồ sơ");

        assertThat(instance)
                .isWaitingAt(ReportModel.TASK_REVIEW)
                .hasNotPassed(ReportModel.TASK_APPROVE, ReportModel.TASK_REGISTER);
        assertThat(report(instance).assemblies()).extracting(Assembly::version).containsExactly(1, 2);
        assertThat(report(instance).assemblies())
                .extracting(Assembly::figures)
                .containsOnly(report(instance).latest().figures());
        assertThat(report(instance).opinions())
                .extracting(ReportOpinion::stage, ReportOpinion::version, ReportOpinion::positive)
                .containsExactly(tuple(Stage.REVIEW, 1, false));
    }

    @Test
    void changesAreAssembledAndReviewedAgain() {
        ProcessInstance instance = reviewing();
        review(instance, false, "");
        assertThatThrownBy(() -> approve(instance, "changes", " "))
                .hasMessageContaining("Ý kiến về báo cáo: không được để trống.");
        assertThatThrownBy(() -> approve(instance, "perhaps", "")).hasMessageContaining("Quyết định về báo cáo");
        approve(instance, "changes", "Thiếu đánh giá");

        assertThat(instance).isWaitingAt(ReportModel.TASK_REVIEW).hasNotPassed(ReportModel.TASK_REGISTER);
        assertThat(report(instance).state()).isEqualTo(ReportState.REVIEWING);
        assertThat(report(instance).latest().version()).isEqualTo(2);
        assertThat(told(instance, "changes-1")).contains("binhduong.officer1@binhduong.example");
        review(instance, false, "Đã sửa");
        approve(instance, "approve", "");
        assertThat(instance).isWaitingAt(ReportModel.TASK_REGISTER);
    }

    /** A report is a case too, and the engine's history says whether its tasks were done in time. */
    @Test
    void aReportIsCountedLateIfATaskWasDoneAfterItWasDue() {
        Quarter current = Quarter.lastBefore(LocalDate.now(clock).plusMonths(3));
        int onTime = counted(current, CaseCount::onTime);
        int late = counted(current, CaseCount::late);
        ProcessInstance prompt = registering();
        register(prompt, "900/BC-STTTT", LocalDate.now(clock).toString());
        quarter = quarter.previous();
        ProcessInstance slow = registering();
        taskService.setDueDate(task(slow).getId(), Date.from(Instant.now().minus(Duration.ofDays(1))));
        register(slow, "901/BC-STTTT", LocalDate.now(clock).toString());

        assertThat(counted(current, CaseCount::onTime)).isEqualTo(onTime + 1);
        assertThat(counted(current, CaseCount::late)).isEqualTo(late + 1);
    }

    private int counted(Quarter current, ToIntFunction<CaseCount> what) {
        return figures.of(CHANNEL, current).cases().stream()
                .filter(count -> count.kind().equals(ReportService.KIND)
                        && count.organisation().equals("binhduong"))
                .mapToInt(what)
                .sum();
    }

    @Test
    void isWithdrawnByItsLeadAndMakesRoomForAnother() {
        ProcessInstance instance = reviewing();
        people.does("binhduong.officer1", () -> process.withdraw(code(instance), "Nhầm quý"));

        assertThat(instance)
                .isEnded()
                .hasPassed(ReportModel.START_WITHDRAWN, ReportModel.TASK_WITHDRAW, ReportModel.END_WITHDRAWN)
                .hasNotPassed(ReportModel.END_SENT, ReportModel.TASK_APPROVE);
        assertThat(report(instance).state()).isEqualTo(ReportState.WITHDRAWN);
        assertThat(statusOf(instance)).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(told(instance, "withdrawn")).contains("vanthu@tayninh.example");
        assertThat(started()).isWaitingAt(ReportModel.TASK_ASSEMBLE);
    }

    @Test
    void theOfficerWhoStartsItGivesItItsLead() {
        ProcessInstance instance = started("tayninh.officer1");
        jobs.runContinuations(instance);

        assertThat(report(instance).leadOrganisation()).isEqualTo("tayninh");
        assertThat(instance.getTenantId()).isEqualTo(CHANNEL);
        assertThat(groups(instance)).containsExactly("tayninh-officer");
    }

    @Test
    void aSecondReportOfTheQuarterIsRefusedNamingTheFirst() {
        ProcessInstance first = started();

        assertThatThrownBy(() -> started("tayninh.officer1"))
                .satisfies(failure -> assertThat(ProblemException.in(failure))
                        .hasValueSatisfying(
                                problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.CONFLICT)))
                .hasMessageContaining(code(first));
    }

    /** Two engines on one database, each of which would begin the report of the same quarter. */
    @Test
    void onTwoNodesAQuarterHasOneReport() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        ProcessEngine other = otherNode.start();
        Map<String, Object> fields = Map.of(
                "channel",
                CHANNEL,
                "from",
                quarter.from().toString(),
                "to",
                quarter.to().toString());
        try {
            List<Future<Boolean>> both = new ArrayList<>();
            for (RuntimeService node : List.of(runtimeService, other.getRuntimeService())) {
                both.add(threads.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    try {
                        node.startProcessInstanceByKey(ReportModel.PROCESS, fields);
                        return true;
                    } catch (RuntimeException refused) {
                        ProblemException.in(refused).orElseThrow(() -> refused);
                        return false;
                    }
                }));
            }
            assertThat(both.get(0).get(60, TimeUnit.SECONDS))
                    .isNotEqualTo(both.get(1).get(60, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
            other.close();
        }
        assertThat(jdbc.sql("select count(*) from lienket.report where channel = ? and from_day = ?")
                        .params(CHANNEL, quarter.from())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofTwoStartsAtOnceOneWins() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> both = new ArrayList<>();
            for (String person : List.of("binhduong.officer1", "tayninh.officer1")) {
                both.add(threads.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    try {
                        return started(person);
                    } catch (RuntimeException refused) {
                        return ProblemException.in(refused).orElseThrow();
                    }
                }));
            }
            Object one = both.get(0).get(60, TimeUnit.SECONDS);
            Object other = both.get(1).get(60, TimeUnit.SECONDS);

            ProcessInstance won = (ProcessInstance) (one instanceof ProcessInstance ? one : other);
            ProblemException lost = (ProblemException) (one instanceof ProcessInstance ? other : one);
            assertThat(lost.kind()).isEqualTo(ProblemException.Kind.CONFLICT);
            assertThat(lost).hasMessageContaining(code(won));
        } finally {
            threads.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from lienket.report where channel = ? and from_day = ?")
                        .params(CHANNEL, quarter.from())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, 2008-06-30, Từ ngày",
                "2008-04-01, null, Đến ngày",
                "2008-04-01, 2008-06-29, cùng một quý",
                "2008-02-01, 2008-04-30, cùng một quý",
                "2008-01-01, 2008-06-30, cùng một quý",
                "2150-01-01, 2150-03-31, phải đã bắt đầu"
            })
    void anythingButAQuarterThatHasBegunIsRefused(String from, String to, String sentence) {
        assertThatThrownBy(() ->
                        people.as("binhduong.officer1", () -> process.start(new ReportRequest(CHANNEL, from, to))))
                .hasMessageContaining(sentence);
    }

    @Test
    void aQuarterThatIsNotOverIsCountedSoFarAndDatedFromThenOn() {
        LocalDate day = quarter.from().plusDays(40);
        clock.set(day + "T09:00");
        ProcessInstance instance = registering();
        String proposed = (String) taskService.getVariable(task(instance).getId(), ReportModel.DOCUMENT_NUMBER);

        assertThat(reports.figures(reports.find(code(instance)).orElseThrow())
                        .orElseThrow()
                        .countedTo())
                .isEqualTo(day);
        assertThatThrownBy(() -> register(instance, proposed, day.minusDays(1).toString()))
                .hasMessageContaining("không được trước ngày tổng hợp số liệu");
        register(instance, proposed, day.toString());
        assertThat(instance).isEnded().hasPassed(ReportModel.END_SENT);
    }

    @Test
    void onlyOfficersOfTheChannelStartOne() {
        assertThatThrownBy(() -> started("qtsc.officer1"))
                .satisfies(failure -> assertThat(ProblemException.in(failure))
                        .hasValueSatisfying(
                                problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.FORBIDDEN)));
        for (String colleague : List.of("binhduong.clerk1", "binhduong.leader1")) {
            assertThatThrownBy(() -> started(colleague)).as(colleague).isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void aNumberIsProposedRefusedWhenTakenAndNeverGivenTwice() {
        ProcessInstance instance = registering();
        String proposed = (String) taskService.getVariable(task(instance).getId(), ReportModel.DOCUMENT_NUMBER);
        quarter = quarter.previous();
        ProcessInstance second = registering();
        String today = LocalDate.now(clock).toString();
        for (String wrong : List.of("BC 5", "05/BTT-STTTT")) {
            assertThatThrownBy(() -> register(instance, wrong, today)).hasMessageContaining("Số, ký hiệu văn bản");
        }
        assertThatThrownBy(() -> register(instance, proposed, "2200-01-01")).hasMessageContaining("Ngày văn bản");
        assertThatThrownBy(() -> register(instance, proposed, quarter.from().toString()))
                .hasMessageContaining("phải sau ngày cuối của quý");
        register(instance, proposed, today);

        // the second form was opened before the first was sent
        register(second, proposed, today);

        assertThat(report(instance).registration().number()).isEqualTo(proposed);
        assertThat(report(second).registration().sequence())
                .isEqualTo(report(instance).registration().sequence() + 1);
        quarter = quarter.previous();
        ProcessInstance third = registering();
        String taken = report(instance).registration().number();
        assertThatThrownBy(() -> register(third, taken, today)).hasMessageContaining("đã được cấp trong năm");
    }

    private ProcessInstance started() {
        return started("binhduong.officer1");
    }

    private ProcessInstance started(String person) {
        ReportProcess.Started started = people.as(
                person,
                () -> process.start(new ReportRequest(
                        CHANNEL, quarter.from().toString(), quarter.to().toString())));
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(started.processInstanceId())
                .singleResult();
    }

    private ProcessInstance reviewing() {
        ProcessInstance instance = started();
        jobs.runContinuations(instance);
        return instance;
    }

    private ProcessInstance registering() {
        ProcessInstance instance = reviewing();
        review(instance, false, "");
        approve(instance, "approve", "");
        return instance;
    }

    private void review(ProcessInstance instance, boolean reassemble, String comment) {
        complete(instance, Map.of(ReportModel.REASSEMBLE, reassemble, ReportModel.REPORT_COMMENT, comment));
    }

    private void approve(ProcessInstance instance, String decision, String comment) {
        complete(instance, Map.of(ReportModel.REPORT_DECISION, decision, ReportModel.REPORT_COMMENT, comment));
    }

    private void register(ProcessInstance instance, String number, String date) {
        complete(instance, Map.of(ReportModel.DOCUMENT_NUMBER, number, ReportModel.DOCUMENT_DATE, date));
    }

    private void complete(ProcessInstance instance, Map<String, Object> fields) {
        Task task = task(instance);
        people.does(groups(instance).get(0).replace('-', '.') + "1", () -> taskService.complete(task.getId(), fields));
        jobs.runContinuations(instance);
    }

    private Task task(ProcessInstance instance) {
        return taskService.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private List<String> groups(ProcessInstance instance) {
        return taskService.getIdentityLinksForTask(task(instance).getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    private static String code(ProcessInstance instance) {
        return instance.getBusinessKey();
    }

    private Report report(ProcessInstance instance) {
        return reports.find(code(instance)).orElseThrow();
    }

    private CaseStatus statusOf(ProcessInstance instance) {
        return dossiers.find(code(instance)).orElseThrow().status();
    }

    private List<String> told(ProcessInstance instance, String event) {
        return jdbc.sql("select recipient_email from lienket.message where event = ? order by 1")
                .param("report:%s:%s".formatted(code(instance), event))
                .query(String.class)
                .list();
    }
}
