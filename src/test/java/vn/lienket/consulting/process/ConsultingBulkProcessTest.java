package vn.lienket.consulting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.cases.Dossiers;
import vn.lienket.consulting.BulkOpening;
import vn.lienket.consulting.BulkOpening.State;
import vn.lienket.consulting.BulkOpeningRequest;
import vn.lienket.consulting.BulkOpeningService;
import vn.lienket.consulting.BulkRefusal;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.enterprise.EnterpriseQuery;
import vn.lienket.enterprise.Sector;
import vn.lienket.problem.ProblemException;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SampleEnterprises;

@ProcessTest
class ConsultingBulkProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(ConsultingBulkModel.PROCESS);

    private static final String OFFICER = "binhduong.officer1";
    private static final String NEED = "Cần quản lý sản xuất";

    @Autowired
    BulkOpeningService bulks;

    @Autowired
    ConsultingProcess consulting;

    @Autowired
    ConsultingService cases;

    @Autowired
    Dossiers dossiers;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    ManagementService managementService;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private SampleEnterprises enterprises;

    @BeforeEach
    void registry() {
        enterprises = new SampleEnterprises(jdbc);
    }

    @Test
    void sixtyEnterprisesGetTheirCasesInThreeTransactions() {
        List<String> taxCodes = enterprises.small(60, "Cơ khí Thuận An");
        BulkOpening bulk = request(taxCodes);
        ProcessInstance instance = instance(bulk);

        assertThat(instance.getTenantId()).isEqualTo("binhduong-qtsc");
        openNext(bulk);
        assertThat(found(bulk).opened()).isEqualTo(25);
        assertThat(runtimeService.getVariables(instance.getId()))
                .containsEntry("bulkOpened", 25)
                .containsEntry("bulkRefused", 0)
                .containsEntry("bulkRemaining", 35);
        openNext(bulk);
        openNext(bulk);

        assertThat(instance)
                .isEnded()
                .hasPassed(
                        ConsultingBulkModel.TASK_OPEN_NEXT_CASES,
                        ConsultingBulkModel.TASK_REPORT_RESULT,
                        ConsultingBulkModel.END_BULK_ENDED);
        assertThat(found(bulk))
                .returns(State.DONE, BulkOpening::state)
                .returns(60, BulkOpening::opened)
                .returns(0, BulkOpening::refused)
                .returns(0, BulkOpening::remaining)
                .satisfies(done -> assertThat(done.casesPerSecond()).isPositive());
        assertThat(taxCodes)
                .allSatisfy(taxCode ->
                        assertThat(verification(taxCode).getTenantId()).isEqualTo("binhduong-qtsc"));
    }

    @Test
    void aQueryOpensTheCasesOfWhomItFinds() {
        List<String> found = enterprises.small(3, "Gốm sứ Lái Thiêu Xanh");
        enterprises.small(2, "Gốm sứ Tân Phước Khánh");

        BulkOpening bulk = people.as(
                OFFICER,
                () -> bulks.accept(new BulkOpeningRequest(
                        null,
                        new EnterpriseQuery("lai thieu xanh", Sector.INDUSTRY_CONSTRUCTION, "small"),
                        NEED,
                        null,
                        null)));
        assertThat(bulk.total()).isEqualTo(3);
        runToTheEnd(bulk);

        assertThat(found(bulk).opened()).isEqualTo(3);
        assertThat(found)
                .allSatisfy(taxCode -> assertThat(cases.openCaseOf(taxCode)).isPresent());
    }

    @Test
    void whoCannotGetACaseIsRefusedWithAReasonAndTheOthersGetTheirs() {
        String small = enterprises.small(1, "Gỗ Minh Phát").get(0);
        String busy = enterprises.small(1, "Gỗ Bận Rộn").get(0);
        String large = enterprises.large(1, "Gỗ Lớn").get(0);
        String unknown = SampleEnterprises.unregistered();
        String code = open(busy);

        BulkOpening bulk = request(List.of(" " + small + " ", busy, large, unknown, small, "3700\u0000", "123"));
        assertThat(bulk.total()).isEqualTo(7);
        assertThat(bulk.refused()).isEqualTo(3);
        runToTheEnd(bulk);

        assertThat(found(bulk)).returns(1, BulkOpening::opened).returns(6, BulkOpening::refused);
        assertThat(refusals(bulk))
                .extracting(BulkRefusal::taxCode)
                .containsExactly(busy, large, unknown, small, "3700 ", "123");
        assertThat(refusals(bulk))
                .extracting(BulkRefusal::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains(code, "chưa kết thúc"),
                        reason -> assertThat(reason).startsWith("Doanh nghiệp lớn"),
                        reason -> assertThat(reason).contains("không có trong sổ đăng ký"),
                        reason -> assertThat(reason).contains("đã có ở trên"),
                        reason -> assertThat(reason).startsWith("Mã số thuế: "),
                        reason -> assertThat(reason).startsWith("Mã số thuế: "));
    }

    @Test
    void theCasesAreTheRequestersAndTheOfficersAreNotToldOfEachTask() {
        String addressed = enterprises.small(1, "May mặc Có Thư").get(0);
        String silent = enterprises.silent(1, "May mặc Không Thư").get(0);
        runToTheEnd(request(List.of(addressed, silent)));

        for (String taxCode : List.of(addressed, silent)) {
            String code = cases.openCaseOf(taxCode).orElseThrow();
            assertThat(dossiers.find(code).orElseThrow().openedBy()).isEqualTo(OFFICER);
            assertThat(mails(code)).noneMatch(address -> address.endsWith("@binhduong.example"));
        }
        assertThat(mails(cases.openCaseOf(addressed).orElseThrow()))
                .containsExactly("info@%s.example".formatted(addressed));
        assertThat(mails(cases.openCaseOf(silent).orElseThrow())).isEmpty();
    }

    @Test
    void onceAnOfficerHasVerifiedACaseItsPeopleAreToldAgain() {
        String taxCode = enterprises.silent(1, "Bao bì Tân Tiến").get(0);
        runToTheEnd(request(List.of(taxCode)));
        Task task = verification(taxCode);

        people.does(
                OFFICER,
                () -> taskService.complete(
                        task.getId(),
                        Map.of("verificationDecision", "supplement", "verificationComment", "Thiếu báo cáo")));

        assertThat(runtimeService.getVariable(task.getProcessInstanceId(), "quiet"))
                .isNull();
        assertThat(mails(cases.openCaseOf(taxCode).orElseThrow())).contains("binhduong.officer1@binhduong.example");
    }

    @Test
    void theRequesterIsToldTheResult() {
        List<String> taxCodes = new ArrayList<>(enterprises.silent(2, "Nhựa Bình Minh"));
        taxCodes.add("123");
        BulkOpening bulk = request(taxCodes);
        runToTheEnd(bulk);

        assertThat(jdbc.sql(
                                "select subject, text_body, recipient_email, case_code from lienket.message where event = ?")
                        .param("consulting-bulk:" + bulk.id())
                        .query()
                        .singleRow())
                .containsEntry("subject", "Đã mở xong hồ sơ tư vấn")
                .containsEntry("recipient_email", "binhduong.officer1@binhduong.example")
                .containsEntry("case_code", null)
                .extractingByKey("text_body")
                .asString()
                .contains("Số hồ sơ đã mở: 2", "Bị từ chối: 1", bulk.id().toString())
                .doesNotContain("Hồ sơ: ");
    }

    @Test
    void cancelledBetweenTwoTransactionsItOpensNoMore() {
        List<String> taxCodes = enterprises.silent(30, "Điện tử Sao Mai");
        BulkOpening bulk = request(taxCodes);
        openNext(bulk);

        people.does(OFFICER, () -> bulks.cancel(bulk.id()));
        openNext(bulk);

        assertThat(instance(bulk)).isNull();
        assertThat(found(bulk))
                .returns(State.CANCELLED, BulkOpening::state)
                .returns(25, BulkOpening::opened)
                .returns(0, BulkOpening::remaining);
        assertThat(cases.openCaseOf(taxCodes.get(25))).isEmpty();
        assertThatThrownBy(() -> people.does(OFFICER, () -> bulks.cancel(bulk.id())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.CONFLICT));
    }

    @Test
    void aFailureInTheMiddleLeavesNothingAndTheNextAttemptGoesOn() {
        List<String> taxCodes = enterprises.silent(30, "Dược phẩm An Khang");
        BulkOpening bulk = request(taxCodes);
        openNext(bulk);
        failOn(taxCodes.get(28));
        try {
            assertThatThrownBy(() -> openNext(bulk)).hasStackTraceContaining("stopped by the test");
        } finally {
            jdbc.sql("drop function lienket.stop_test() cascade").update();
        }

        assertThat(found(bulk).opened()).isEqualTo(25);
        assertThat(taxCodes.subList(25, 30))
                .allSatisfy(taxCode -> assertThat(cases.openCaseOf(taxCode)).isEmpty());
        assertThat(job(bulk).getRetries()).isEqualTo(4);
        openNext(bulk);

        assertThat(found(bulk)).returns(30, BulkOpening::opened).returns(State.DONE, BulkOpening::state);
        assertThat(taxCodes)
                .allSatisfy(taxCode -> assertThat(cases.casesOf(taxCode)).hasSize(1));
    }

    @Test
    void whoGetsACaseFromSomebodyElseAtTheSameMomentIsTheOnlyOneRefused() throws Exception {
        List<String> taxCodes = enterprises.silent(3, "Vận tải Song Hành");
        BulkOpening bulk = request(taxCodes);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> somebodyElse =
                CompletableFuture.runAsync(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    hold(taxCodes.get(1));
                    begun.countDown();
                    await(goOn);
                    open(taxCodes.get(1));
                }));
        await(begun);
        CompletableFuture<Void> job = CompletableFuture.runAsync(() -> openNext(bulk));
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(job).isNotDone();
        goOn.countDown();
        somebodyElse.get(30, TimeUnit.SECONDS);
        job.get(30, TimeUnit.SECONDS);

        assertThat(found(bulk)).returns(2, BulkOpening::opened).returns(1, BulkOpening::refused);
        assertThat(refusals(bulk)).extracting(BulkRefusal::taxCode).containsExactly(taxCodes.get(1));
    }

    @Test
    void onlyTheOfficersOfTheLeadAskForItSeeItAndCancelIt() {
        List<String> taxCodes = enterprises.silent(1, "Du lịch Dầu Tiếng");

        for (String other : List.of("binhduong.leader1", "qtsc.officer1", "tayninh.officer1")) {
            assertThatThrownBy(() -> people.does(other, () -> bulks.accept(request(taxCodes, NEED))))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.kind()).isEqualTo(ProblemException.Kind.FORBIDDEN));
        }
        BulkOpening bulk = request(taxCodes);
        assertThatThrownBy(() -> people.does("qtsc.officer1", () -> bulks.find(bulk.id())))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> people.does("qtsc.officer1", () -> bulks.cancel(bulk.id())))
                .isInstanceOf(ProblemException.class);
        runToTheEnd(bulk);
    }

    /** What a start of a case does first. */
    private void hold(String taxCode) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('consulting/' || ?, 0))::text")
                .param(taxCode)
                .query(String.class)
                .single();
    }

    private void failOn(String taxCode) {
        jdbc.sql("""
                create function lienket.stop_test() returns trigger language plpgsql as $$
                begin raise 'stopped by the test'; end $$""").update();
        jdbc.sql("""
                        create trigger stop_test before insert on lienket.consulting_case
                        for each row when (new.tax_code = '%s') execute function lienket.stop_test()""".formatted(taxCode)).update();
    }

    private BulkOpening request(List<String> taxCodes) {
        return people.as(OFFICER, () -> bulks.accept(request(taxCodes, NEED)));
    }

    private static BulkOpeningRequest request(List<String> taxCodes, String need) {
        return new BulkOpeningRequest(taxCodes, null, need, null, null);
    }

    private String open(String taxCode) {
        return people.as(OFFICER, () -> consulting.start(Map.of("taxCode", taxCode, "need", NEED)))
                .caseCode();
    }

    private BulkOpening found(BulkOpening bulk) {
        return people.as(OFFICER, () -> bulks.find(bulk.id()));
    }

    private List<BulkRefusal> refusals(BulkOpening bulk) {
        List<BulkRefusal> refusals = new ArrayList<>();
        people.does(OFFICER, () -> bulks.forEachRefusal(bulk.id(), refusals::add));
        return refusals;
    }

    private ProcessInstance instance(BulkOpening bulk) {
        return runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(ConsultingBulkModel.PROCESS)
                .processInstanceBusinessKey(bulk.id().toString())
                .singleResult();
    }

    private Job job(BulkOpening bulk) {
        return managementService
                .createJobQuery()
                .processInstanceId(instance(bulk).getId())
                .singleResult();
    }

    private void openNext(BulkOpening bulk) {
        managementService.executeJob(job(bulk).getId());
    }

    private void runToTheEnd(BulkOpening bulk) {
        while (instance(bulk) != null) {
            openNext(bulk);
        }
    }

    private Task verification(String taxCode) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(cases.openCaseOf(taxCode).orElseThrow())
                .taskDefinitionKey(ConsultingModel.TASK_VERIFY)
                .singleResult();
    }

    private List<String> mails(String caseCode) {
        return jdbc.sql("select recipient_email from lienket.message where case_code = ? order by 1")
                .param(caseCode)
                .query(String.class)
                .list();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
