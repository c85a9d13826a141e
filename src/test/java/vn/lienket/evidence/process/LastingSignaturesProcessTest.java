package vn.lienket.evidence.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
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
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.database.Moments;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.document.SampleFiles;
import vn.lienket.evidence.CopyDue;
import vn.lienket.signature.DocumentSignatures;
import vn.lienket.signature.TimeSource;
import vn.lienket.support.Jobs;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TestClock;

@ProcessTest
class LastingSignaturesProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(LastingModel.PROCESS);

    private static final String CHANNEL = "binhduong-tayninh";

    @Autowired
    Jobs jobs;

    @Autowired
    SigningCases cases;

    @Autowired
    Documents documents;

    @Autowired
    DocumentSignatures signatures;

    @Autowired
    AgreementService agreements;

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
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private SigningCase signed;
    private UUID sheet;

    @AfterEach
    void nothingIsInTheWayAnyMore() {
        clock.reset();
        jdbc.sql("drop function if exists lienket.stop_copy() cascade").update();
    }

    @Test
    void anAgreementInForceGetsACopyInWhichItsSignaturesLastAndWaitsForItsRenewal() {
        bringIntoForce(signed -> signed.inForce());
        ProcessInstance instance = instance();
        assertThat(instance).isWaitingAtExactly(LastingModel.TASK_KEEP_COPY);
        assertThat(instance.getTenantId()).isEqualTo(CHANNEL);

        run();

        assertThat(instance).isWaitingAtExactly(LastingModel.EVENT_RENEWAL_DUE);
        assertThat(copies()).singleElement().satisfies(copy -> {
            assertThat(copy.version()).isEqualTo(1);
            assertThat(copy.addedBy()).isEqualTo("system");
            assertThat(copy.fileName())
                    .isEqualTo("Ban-luu-tru-dai-han-%s-den-%s.pdf"
                            .formatted(
                                    signed.code(),
                                    lastsUntil().atZone(clock.getZone()).toLocalDate()));
            assertThat(documents.continues(copy.id(), lastSigned())).isTrue();
            assertThat(signatures.of(copy.id())).hasSize(2).allSatisfy(signature -> {
                assertThat(signature.sentence()).startsWith("Chữ ký hợp lệ");
                assertThat(signature.timeSource()).isEqualTo(TimeSource.TIMESTAMP);
            });
        });
        assertThat(Duration.between(jobs.only(instance).getDuedate().toInstant(), lastsUntil()))
                .isEqualTo(Duration.ofDays(90));
    }

    @Test
    void itIsRenewedBeforeItsTimeStampEndsUntilTheAgreementEnds() {
        bringIntoForce(signed -> signed.inForce());
        ProcessInstance instance = instance();
        run();
        Instant due = jobs.only(instance).getDuedate().toInstant();

        clock.set(Moments.of(due.plusSeconds(60))
                .atZoneSameInstant(clock.getZone())
                .toLocalDateTime()
                .toString());
        jobs.fireTimer(instance, LastingModel.EVENT_RENEWAL_DUE);

        assertThat(instance).isWaitingAtExactly(LastingModel.EVENT_RENEWAL_DUE);
        assertThat(copies()).hasSize(2).last().satisfies(copy -> {
            assertThat(copy.version()).isEqualTo(2);
            assertThat(documents.continues(copy.id(), copies().get(0).id())).isTrue();
            assertThat(signatures.of(copy.id())).hasSize(2).allMatch(signature -> signature.valid());
        });
        assertThat(jobs.only(instance).getDuedate().toInstant()).isAfter(due.plus(Duration.ofDays(365)));

        transaction.executeWithoutResult(nothing -> agreements.expire(signed.code()));
        jobs.fireTimer(instance, LastingModel.EVENT_RENEWAL_DUE);

        assertThat(instance).isEnded().hasPassed(LastingModel.END_NOTHING_TO_KEEP);
        assertThat(copies()).hasSize(2);
    }

    @Test
    void anAgreementSignedByHandHasNoneToKeep() {
        bringIntoForce(signed -> signed.upTo(AgreementModel.TASK_SIGN)
                .each(party -> signed.signByHand(party, SampleFiles.page()))
                .each(signed::register));
        ProcessInstance instance = instance();

        run();

        assertThat(instance).isEnded().hasNotPassed(LastingModel.EVENT_RENEWAL_DUE);
        assertThat(copies()).isEmpty();
    }

    @Test
    void aCopyIsStoredOnceHoweverOftenItIsAskedFor() {
        bringIntoForce(signed -> signed.inForce());
        run();
        runtimeService.deleteProcessInstance(instance().getId(), "as if killed before its step was noted");

        events.publishEvent(new CopyDue(sheet, CHANNEL));
        run();

        assertThat(instance()).isWaitingAtExactly(LastingModel.EVENT_RENEWAL_DUE);
        assertThat(copies()).hasSize(1);
    }

    @Test
    void anAgreementOfTheTimeBeforeGetsItsCopyAtTheNextStart() {
        bringIntoForce(signed -> signed.inForce());
        runtimeService.deleteProcessInstance(instance().getId(), "the version before had none");

        events.publishEvent(new ContextRefreshedEvent(context));
        run();

        assertThat(copies()).hasSize(1);
    }

    @Test
    void aCopyThatCannotBeMadeIsAnIncidentThatSaysWhyAndNothingOfItIsLeft() {
        bringIntoForce(signed -> signed.inForce());
        refuseCopies();
        ProcessInstance instance = instance();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(jobs.incidents(instance)).isEmpty();
            assertThatThrownBy(this::run).hasMessageContaining("chưa lập được vì lỗi kỹ thuật");
        }
        assertThat(jobs.incidents(instance))
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage())
                        .startsWith("Bản lưu trữ dài hạn của hồ sơ %s chưa lập được".formatted(signed.code())));
        assertThat(copies()).isEmpty();
        nothingIsInTheWayAnyMore();

        people.does("binhduong.manager1", () -> managementService.setJobRetries(job().getId(), 1));
        run();

        assertThat(instance).isWaitingAtExactly(LastingModel.EVENT_RENEWAL_DUE);
        assertThat(copies()).hasSize(1);
    }

    /** A step on the way of an agreement. */
    private interface Way {
        void take(SigningCase opened);
    }

    private void bringIntoForce(Way way) {
        signed = cases.open();
        way.take(signed);
        sheet = jdbc.sql("select id from lienket.evidence_sheet where case_code = ?")
                .param(signed.code())
                .query(UUID.class)
                .single();
    }

    private void refuseCopies() {
        jdbc.sql("""
                create function lienket.stop_copy() returns trigger language plpgsql as $$
                begin raise 'stopped by the test'; end $$""").update();
        jdbc.sql("""
                create trigger stop_copy before insert on lienket.lasting_copy
                for each row execute function lienket.stop_copy()""").update();
    }

    private UUID lastSigned() {
        return signed.agreement().signatures().get(1).document();
    }

    private Instant lastsUntil() {
        return jdbc.sql("select lasts_until from lienket.lasting_copy where case_code = ?")
                .param(signed.code())
                .query((row, number) -> Moments.in(row, "lasts_until"))
                .single();
    }

    private List<CaseDocument> copies() {
        return documents.of(signed.code()).stream()
                .filter(document -> document.kind().equals("lasting"))
                .toList();
    }

    private ProcessInstance instance() {
        return jobs.instance(LastingModel.PROCESS, sheet);
    }

    private Job job() {
        return jobs.only(instance());
    }

    private void run() {
        managementService.executeJob(job().getId());
    }
}
