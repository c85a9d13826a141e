package vn.lienket.library.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.UUID;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.document.Documents;
import vn.lienket.document.SampleFiles;
import vn.lienket.library.Contribution;
import vn.lienket.library.Library;
import vn.lienket.library.TextState;
import vn.lienket.support.Jobs;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCases;

@ProcessTest
class LibraryTextProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(LibraryTextModel.PROCESS);

    private static final String OFFICER = "binhduong.officer1";
    private static final String CHANNEL = "binhduong-tayninh";

    @Autowired
    Jobs jobs;

    @Autowired
    SigningCases cases;

    @Autowired
    Library library;

    @Autowired
    Documents documents;

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
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    private UUID entry;

    @AfterEach
    void textsAreTakenAgain() {
        jdbc.sql("drop function if exists lienket.stop_test() cascade").update();
    }

    @Test
    void aFileIsReadByAJobThatBelongsToTheChannelOfItsCase() {
        add(SampleFiles.docx());
        ProcessInstance instance = instance();
        assertThat(instance).isWaitingAtExactly(LibraryTextModel.TASK_READ_TEXT);
        assertThat(instance.getTenantId()).isEqualTo(CHANNEL);
        assertThat(state()).isEqualTo(TextState.WAITING);

        run();

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        LibraryTextModel.START_ENTRY_ADDED,
                        LibraryTextModel.TASK_READ_TEXT,
                        LibraryTextModel.END_TEXT_READ);
        assertThat(state()).isEqualTo(TextState.READ);
    }

    @Test
    void aFileThatCannotBeReadIsNoIncident() {
        add(SampleFiles.pdf("không phải PDF"));
        ProcessInstance instance = instance();

        run();

        assertThat(instance).isEnded();
        assertThat(jobs.incidents(instance)).isEmpty();
        assertThat(state()).isEqualTo(TextState.UNREADABLE);
    }

    @Test
    void aTechnicalFailureIsAnIncidentWhichAManagersRetryEnds() {
        add(SampleFiles.docx());
        ProcessInstance instance = instance();
        refuseTexts();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(jobs.incidents(instance))
                    .as("incidents before attempt " + attempt)
                    .isEmpty();
            assertThatThrownBy(this::run).hasMessageContaining("vì lỗi kỹ thuật");
        }
        assertThat(jobs.incidents(instance))
                .singleElement()
                .satisfies(incident ->
                        assertThat(incident.getIncidentMessage()).contains("tep.docx", "stopped by the test"));
        assertThat(state()).isEqualTo(TextState.WAITING);
        jdbc.sql("drop function lienket.stop_test() cascade").update();

        people.does("binhduong.manager1", () -> managementService.setJobRetries(job().getId(), 1));
        run();

        assertThat(instance).isEnded();
        assertThat(jobs.incidents(instance)).isEmpty();
        assertThat(state()).isEqualTo(TextState.READ);
    }

    /** The first began it, and died before its end. */
    @Test
    void whatANodeHasLeftAnotherReads() {
        add(SampleFiles.docx());
        ProcessInstance instance = instance();
        jdbc.sql("update lienket.library_entry set attempts = 1 where id = ?")
                .param(entry)
                .update();

        run();

        assertThat(instance).isEnded();
        assertThat(state()).isEqualTo(TextState.READ);
    }

    @Test
    void aFileWithoutAProcessGetsOneAtTheNextStartAndOnlyOne() {
        add(SampleFiles.docx());
        runtimeService.deleteProcessInstance(instance().getId(), "the version before had none");

        for (int start = 0; start < 2; start++) {
            events.publishEvent(new ContextRefreshedEvent(context));
            assertThat(instance()).isWaitingAtExactly(LibraryTextModel.TASK_READ_TEXT);
        }
        run();

        assertThat(state()).isEqualTo(TextState.READ);
        events.publishEvent(new ContextRefreshedEvent(context));
        assertThat(instance()).isNull();
    }

    @Test
    void whatIsRolledBackHasNoProcess() {
        String code = cases.open().code();
        UUID document = document(SampleFiles.docx());
        long before = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(LibraryTextModel.PROCESS)
                .count();

        people.does(
                OFFICER,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    library.add(contribution(code, document));
                    status.setRollbackOnly();
                }));

        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(LibraryTextModel.PROCESS)
                        .count())
                .isEqualTo(before);
    }

    private void refuseTexts() {
        jdbc.sql("""
                create function lienket.stop_test() returns trigger language plpgsql as $$
                begin raise 'stopped by the test'; end $$""").update();
        jdbc.sql("""
                create trigger stop_test before update on lienket.library_entry
                for each row when (new.text_state = 'READ') execute function lienket.stop_test()""").update();
    }

    private void add(byte[] file) {
        String code = cases.open().code();
        UUID document = document(file);
        people.does(
                OFFICER,
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> library.add(contribution(code, document))));
        entry = jdbc.sql("select id from lienket.library_entry where document_id = ?")
                .param(document)
                .query(UUID.class)
                .single();
    }

    private UUID document(byte[] file) {
        return people.as(OFFICER, () -> documents.store(file, "tep.docx", CHANNEL))
                .id();
    }

    private static Contribution contribution(String code, UUID document) {
        return new Contribution("Sổ tay", code, CHANNEL, "ioc", "tayninh", document);
    }

    private TextState state() {
        return people.as(OFFICER, () -> library.find(entry)).textState();
    }

    private ProcessInstance instance() {
        return jobs.instance(LibraryTextModel.PROCESS, entry);
    }

    private Job job() {
        return jobs.only(instance());
    }

    private void run() {
        managementService.executeJob(job().getId());
    }
}
