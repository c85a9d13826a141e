package vn.lienket.enterprise.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.enterprise.RegistryImport;
import vn.lienket.enterprise.RegistryImport.State;
import vn.lienket.enterprise.RegistryImports;
import vn.lienket.support.Jobs;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SampleEnterprises;

@ProcessTest
class RegistryImportProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(RegistryImportModel.PROCESS);

    private static final String OFFICER = "binhduong.officer1";
    private static final String HEADER = "taxCode,enterpriseName,sector,employees,revenue,capital,womenOwned\n";

    /** Of more than one batch, which is 2,000 rows. */
    private static final int ROWS = 4_500;

    private static final int BATCH = 2_000;

    @Autowired
    Jobs jobs;

    @Autowired
    RegistryImports imports;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private RegistryImport accepted;

    @AfterEach
    void nothingWaits() {
        jdbc.sql("drop function if exists lienket.stop_test() cascade").update();
        ProcessInstance left = instance();
        if (left != null) {
            runtimeService.deleteProcessInstance(left.getId(), "the test is over");
        }
    }

    @Test
    void aFileIsImportedByAJobThatBelongsToTheChannelOfTheRegistry() {
        accept(file(ROWS));
        ProcessInstance instance = instance();
        assertThat(instance).isWaitingAtExactly(RegistryImportModel.TASK_IMPORT_NEXT_ROWS);
        assertThat(instance.getTenantId()).isEqualTo("binhduong-qtsc");
        assertThat(found().read()).isZero();

        run();

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        RegistryImportModel.START_FILE_ACCEPTED,
                        RegistryImportModel.GATEWAY_NEXT_ROWS,
                        RegistryImportModel.TASK_IMPORT_NEXT_ROWS,
                        RegistryImportModel.GATEWAY_ROWS_REMAIN,
                        RegistryImportModel.END_IMPORT_ENDED);
        assertThat(found())
                .returns(State.DONE, RegistryImport::state)
                .returns(ROWS, RegistryImport::read)
                .returns(ROWS, RegistryImport::added);
    }

    @Test
    void whatIsLeftOfAFileIsImportedAfterTheRowsThatAreIn() {
        accept(file(ROWS));
        ProcessInstance instance = instance();
        stopAfter(BATCH);
        assertThatThrownBy(this::run).hasMessageStartingWith("Tệp “danh-sach.csv” chưa nhập hết");
        jdbc.sql("drop function lienket.stop_test() cascade").update();
        assertThat(found().read()).isEqualTo(BATCH);

        run();

        assertThat(instance).isEnded();
        assertThat(found()).returns(State.DONE, RegistryImport::state).returns(ROWS, RegistryImport::added);
    }

    /** As a slice of time leaves it that was too short. */
    @Test
    void whileRowsRemainThereIsANextJob() {
        accept(file(10));
        ProcessInstance instance = instance();
        String first = job().getId();
        runtimeService
                .createProcessInstanceModification(instance.getId())
                .cancelAllForActivity(RegistryImportModel.TASK_IMPORT_NEXT_ROWS)
                .startBeforeActivity(RegistryImportModel.GATEWAY_ROWS_REMAIN)
                .setVariable(RegistryImportModel.IMPORT_STATE, State.RUNNING.name())
                .execute();
        assertThat(instance)
                .isWaitingAtExactly(RegistryImportModel.TASK_IMPORT_NEXT_ROWS)
                .hasNotPassed(RegistryImportModel.END_IMPORT_ENDED);
        assertThat(job().getId()).isNotEqualTo(first);

        run();

        assertThat(instance).isEnded();
        assertThat(found().state()).isEqualTo(State.DONE);
    }

    @Test
    void aFileThatIsBrokenHasFailedAndIsNoIncident() {
        accept((HEADER + "3700145020,Công ty Minh Phát,agriculture,10,3000000000,20,TRUE\n\"0300588569,Công ty")
                .getBytes(StandardCharsets.UTF_8));
        ProcessInstance instance = instance();

        run();

        assertThat(instance).isEnded().hasPassed(RegistryImportModel.END_IMPORT_ENDED);
        assertThat(found().state()).isEqualTo(State.FAILED);
        assertThat(found().message()).contains("sau dòng 2").endsWith(".");
        assertThat(jobs.incidents(instance)).isEmpty();
    }

    @Test
    void aTechnicalFailureIsAnIncidentWhichAManagersRetryEndsAndEveryRowIsThereOnce() {
        accept(file(ROWS));
        ProcessInstance instance = instance();
        stopAfter(BATCH);
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(jobs.incidents(instance))
                    .as("incidents before attempt " + attempt)
                    .isEmpty();
            assertThatThrownBy(this::run).hasStackTraceContaining("stopped by the test");
        }
        assertThat(jobs.incidents(instance))
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage())
                        .startsWith("Tệp “danh-sach.csv” chưa nhập hết")
                        .contains("stopped by the test"));
        assertThat(job().getRetries()).isZero();
        assertThat(found()).returns(State.RUNNING, RegistryImport::state).returns(BATCH, RegistryImport::read);
        assertThat(found().message())
                .startsWith("Chưa nhập hết vì lỗi kỹ thuật.")
                .doesNotContain("stopped by the test");
        jdbc.sql("drop function lienket.stop_test() cascade").update();

        people.does("binhduong.manager1", () -> managementService.setJobRetries(job().getId(), 1));
        run();

        assertThat(instance).isEnded();
        assertThat(jobs.incidents(instance)).isEmpty();
        assertThat(found())
                .returns(State.DONE, RegistryImport::state)
                .returns(null, RegistryImport::message)
                .returns(ROWS, RegistryImport::read)
                .returns(ROWS, RegistryImport::added)
                .returns(0, RegistryImport::refused);
        assertThat(changes()).isEqualTo(ROWS);
    }

    @Test
    void aCancelledImportReadsNothingMore() {
        accept(file(ROWS));
        ProcessInstance instance = instance();
        people.does(OFFICER, () -> imports.cancel(accepted.id()));

        run();

        assertThat(instance).isEnded().hasPassed(RegistryImportModel.END_IMPORT_ENDED);
        assertThat(found()).returns(State.CANCELLED, RegistryImport::state).returns(0, RegistryImport::read);
    }

    /** The lock of a node that was only slow has run out, and another one has begun the same job. */
    @Test
    void twoNodesAtTheSameJobImportEachRowOnce() throws Exception {
        accept(file(ROWS));
        ProcessInstance instance = instance();
        String job = job().getId();
        CountDownLatch both = new CountDownLatch(2);
        Callable<Throwable> node = () -> {
            both.countDown();
            both.await();
            try {
                managementService.executeJob(job);
                return null;
            } catch (RuntimeException late) {
                return late;
            }
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<Throwable>> outcomes = List.of(nodes.submit(node), nodes.submit(node));
        for (Future<Throwable> outcome : outcomes) {
            outcome.get(60, TimeUnit.SECONDS);
        }
        nodes.shutdown();
        while (instance() != null) {
            run();
        }

        assertThat(instance).isEnded();
        assertThat(found())
                .returns(State.DONE, RegistryImport::state)
                .returns(ROWS, RegistryImport::read)
                .returns(ROWS, RegistryImport::added);
        assertThat(changes()).isEqualTo(ROWS);
    }

    /** As the version before left it, whose imports were no processes. */
    @Test
    void anImportWithoutAProcessGetsOneAtTheNextStartAndOnlyOne() {
        accept(file(10));
        runtimeService.deleteProcessInstance(instance().getId(), "there was none");

        for (int start = 0; start < 2; start++) {
            events.publishEvent(new ContextRefreshedEvent(context));
            assertThat(instance()).isWaitingAtExactly(RegistryImportModel.TASK_IMPORT_NEXT_ROWS);
        }
        run();

        assertThat(found()).returns(State.DONE, RegistryImport::state).returns(10, RegistryImport::read);
        events.publishEvent(new ContextRefreshedEvent(context));
        assertThat(instance()).isNull();
    }

    /** Every batch that would reach further fails at its commit. */
    private void stopAfter(int rows) {
        jdbc.sql("""
                create function lienket.stop_test() returns trigger language plpgsql as $$
                begin raise 'stopped by the test'; end $$""").update();
        jdbc.sql("""
                create constraint trigger stop_test after update on lienket.enterprise_import
                deferrable initially deferred for each row
                when (new.read > %d) execute function lienket.stop_test()""".formatted(rows)).update();
    }

    private void accept(byte[] file) {
        accepted = people.as(OFFICER, () -> imports.accept(new ByteArrayInputStream(file), "danh-sach.csv"));
    }

    private RegistryImport found() {
        return people.as(OFFICER, () -> imports.find(accepted.id()));
    }

    private ProcessInstance instance() {
        return jobs.instance(RegistryImportModel.PROCESS, accepted.id());
    }

    private Job job() {
        return jobs.only(instance());
    }

    private void run() {
        managementService.executeJob(job().getId());
    }

    /** In the history of all enterprises. */
    private int changes() {
        return jdbc.sql("select count(*) from lienket.enterprise_change where import_id = ?")
                .param(accepted.id())
                .query(Integer.class)
                .single();
    }

    /** New ones, each time. */
    private static byte[] file(int rows) {
        return Stream.generate(SampleEnterprises::unregistered)
                .limit(rows)
                .map("%s,Hợp tác xã Nhập Tệp,agriculture,10,3000000000,20,TRUE\n"::formatted)
                .collect(Collectors.joining("", HEADER, ""))
                .getBytes(StandardCharsets.UTF_8);
    }
}
