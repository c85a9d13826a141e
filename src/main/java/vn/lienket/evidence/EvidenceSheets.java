package vn.lienket.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementEvent;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.Draft;
import vn.lienket.agreement.Signature;
import vn.lienket.content.InTime;
import vn.lienket.content.SpooledFile;
import vn.lienket.document.AttachedFile;
import vn.lienket.document.CheckedFile;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.engine.JobFailure;
import vn.lienket.evidence.EvidenceStore.Due;
import vn.lienket.party.CurrentUser;

/**
 * The sheets that say how agreements were signed, one each, made by a job after the agreement came into force: a sheet that cannot be made
 * holds nothing up.
 */
@Service
public class EvidenceSheets {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceSheets.class);
    private static final String PDF = "application/pdf";

    private final EvidenceStore store;
    private final EvidencePaper paper;
    private final SignedFiles signedFiles;
    private final KnownFiles files;
    private final AgreementService agreements;
    private final Documents documents;
    private final EvidenceProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvidenceSheets(
            EvidenceStore store,
            EvidencePaper paper,
            SignedFiles signedFiles,
            KnownFiles files,
            AgreementService agreements,
            Documents documents,
            EvidenceProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.paper = paper;
        this.signedFiles = signedFiles;
        this.files = files;
        this.agreements = agreements;
        this.documents = documents;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(AgreementEvent.InForce event) {
        Due due = new Due(
                UUID.randomUUID(), event.about().caseCode(), event.about().channel(), now());
        if (store.insert(due)) {
            events.publishEvent(new SheetDue(due.id(), due.channel()));
        }
    }

    /** Has sheets made that nobody makes, as of agreements of the time before there were any; while no other node starts. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ContextRefreshedEvent started) {
        store.due().forEach(events::publishEvent);
    }

    /**
     * Makes a sheet that is still due, there once or not at all. Not in the caller's transaction, which a refusal of the database would take
     * away.
     *
     * @throws JobFailure with a Vietnamese sentence
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void make(UUID id) {
        store.hold(id).ifPresent(this::make);
    }

    private void make(Due due) {
        try {
            Agreement agreement = agreements.find(due.caseCode()).orElseThrow();
            List<SignedFile> signed = InTime.call("evidence", properties.deadline(), () -> signedFiles.of(agreement));
            DocumentInfo last =
                    documents.info(signed.get(signed.size() - 1).last().document());
            if (last.size() > properties.maxAttached().toBytes()) {
                keep(due, agreement, signed, last, Optional.empty());
            } else {
                try (SpooledFile content = SpooledFile.of(target -> documents.writeTo(last.id(), target))) {
                    keep(due, agreement, signed, last, Optional.of(attached(last, content)));
                }
            }
        } catch (IOException | RuntimeException | ExecutionException | TimeoutException e) {
            LOG.error("The sheet of evidence of {} was not made", due.caseCode(), e);
            throw JobFailure.unforeseen("Phiếu chứng cứ ký của hồ sơ %s chưa lập được".formatted(due.caseCode()), e);
        }
    }

    private AttachedFile attached(DocumentInfo last, SpooledFile content) {
        return new AttachedFile(
                last.fileName(), last.mediaType(), "Bản đã ký cuối cùng", last.uploadedAt(), content.path());
    }

    private void keep(
            Due due, Agreement agreement, List<SignedFile> signed, DocumentInfo last, Optional<AttachedFile> attached)
            throws IOException {
        Instant at = now();
        try (SpooledFile made = SpooledFile.of(target ->
                        paper.write(new Evidence(agreement, signed, last, due.inForceAt(), at), attached, target));
                CheckedFile sheet = new CheckedFile(made, "Phieu-chung-cu-ky-%s.pdf".formatted(due.caseCode()), PDF)) {
            DocumentInfo kept = documents.keep(sheet, due.channel(), CurrentUser.SYSTEM);
            documents.attach(due.caseCode(), due.channel(), Evidence.KIND, kept.id(), CurrentUser.SYSTEM);
            store.made(due.id(), kept.id(), at);
            for (UUID document : documentsOf(agreement, kept)) {
                store.add(due.id(), files.of(due.caseCode(), null, document));
            }
        }
    }

    private static List<UUID> documentsOf(Agreement agreement, DocumentInfo sheet) {
        return Stream.of(
                        agreement.drafts().stream().map(Draft::document),
                        agreement.signatures().stream().map(Signature::document),
                        Stream.of(sheet.id()))
                .flatMap(each -> each)
                .toList();
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
