package vn.lienket.evidence.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
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
import vn.lienket.agreement.AgreementState;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.evidence.SheetDue;
import vn.lienket.support.Jobs;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;

@ProcessTest
class EvidenceSheetProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(EvidenceModel.PROCESS);

    private static final String CHANNEL = "binhduong-tayninh";

    @Autowired
    Jobs jobs;

    @Autowired
    SigningCases cases;

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
    JdbcClient jdbc;

    private SigningCase signed;
    private UUID sheet;

    @AfterEach
    void sheetsAreMadeAgain() {
        jdbc.sql("drop function if exists lienket.stop_sheet() cascade").update();
    }

    @Test
    void anAgreementInForceGetsItsSheetByAJobOfItsChannel() {
        bringIntoForce();
        ProcessInstance instance = instance();
        assertThat(instance).isWaitingAtExactly(EvidenceModel.TASK_MAKE_SHEET);
        assertThat(instance.getTenantId()).isEqualTo(CHANNEL);
        assertThat(sheets()).isEmpty();

        run();

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        EvidenceModel.START_SHEET_DUE, EvidenceModel.TASK_MAKE_SHEET, EvidenceModel.END_SHEET_MADE);
        assertThat(sheets()).singleElement().satisfies(made -> {
            assertThat(made.version()).isEqualTo(1);
            assertThat(made.addedBy()).isEqualTo("system");
            assertThat(made.fileName()).isEqualTo("Phieu-chung-cu-ky-%s.pdf".formatted(signed.code()));
        });
    }

    @Test
    void aSheetIsMadeOnceHoweverOftenItIsAskedFor() {
        bringIntoForce();
        run();

        events.publishEvent(new ContextRefreshedEvent(context));
        assertThat(instance()).isNull();
        events.publishEvent(new SheetDue(sheet, CHANNEL));
        run();

        assertThat(sheets()).hasSize(1);
    }

    @Test
    void aSheetThatCannotBeMadeIsAnIncidentAndTheAgreementIsInForceNevertheless() {
        bringIntoForce();
        refuseSheets();
        ProcessInstance instance = instance();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(jobs.incidents(instance)).isEmpty();
            assertThatThrownBy(this::run).hasMessageContaining("chưa lập được vì lỗi kỹ thuật");
        }
        assertThat(jobs.incidents(instance))
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains(signed.code()));
        assertThat(signed.agreement().state()).isEqualTo(AgreementState.IN_FORCE);
        assertThat(sheets()).as("nothing of it is left").isEmpty();
        sheetsAreMadeAgain();

        people.does("binhduong.manager1", () -> managementService.setJobRetries(job().getId(), 1));
        run();

        assertThat(instance).isEnded();
        assertThat(sheets()).hasSize(1);
    }

    @Test
    void anAgreementOfTheTimeBeforeGetsItsSheetAtTheNextStart() {
        bringIntoForce();
        runtimeService.deleteProcessInstance(instance().getId(), "the version before had none");

        events.publishEvent(new ContextRefreshedEvent(context));
        run();

        assertThat(sheets()).hasSize(1);
    }

    private void bringIntoForce() {
        signed = cases.open().inForce();
        sheet = jdbc.sql("select id from lienket.evidence_sheet where case_code = ?")
                .param(signed.code())
                .query(UUID.class)
                .single();
    }

    /** At the last step, when all else is done. */
    private void refuseSheets() {
        jdbc.sql("""
                create function lienket.stop_sheet() returns trigger language plpgsql as $$
                begin raise 'stopped by the test'; end $$""").update();
        jdbc.sql("""
                create trigger stop_sheet before insert on lienket.evidence_file
                for each row execute function lienket.stop_sheet()""").update();
    }

    private List<CaseDocument> sheets() {
        return documents.of(signed.code()).stream()
                .filter(document -> document.kind().equals("evidence"))
                .toList();
    }

    private ProcessInstance instance() {
        return jobs.instance(EvidenceModel.PROCESS, sheet);
    }

    private Job job() {
        return jobs.only(instance());
    }

    private void run() {
        managementService.executeJob(job().getId());
    }
}
