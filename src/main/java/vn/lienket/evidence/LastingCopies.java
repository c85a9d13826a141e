package vn.lienket.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.AgreementState;
import vn.lienket.agreement.Signature;
import vn.lienket.calendar.Deadlines;
import vn.lienket.calendar.Terms;
import vn.lienket.content.SpooledFile;
import vn.lienket.document.CheckedFile;
import vn.lienket.document.Documents;
import vn.lienket.engine.JobFailure;
import vn.lienket.evidence.LastingCopyStore.OfCase;
import vn.lienket.problem.NotKnownYetException;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.DocumentSignatures;
import vn.lienket.signature.LongTermSignatures;
import vn.lienket.signature.LongTermSignatures.Lasting;

/**
 * Keeps the electronic signatures of agreements in force: a copy of the last signed file in which they last, made by a job after the
 * agreement came into force and again before the archive time stamp of the last copy ends. A copy that cannot be made holds nothing up.
 */
@Service
public class LastingCopies {

    private static final Logger LOG = LoggerFactory.getLogger(LastingCopies.class);
    private static final String PDF = "application/pdf";
    private static final String RENEWAL = "signatureRenewal";

    private final LastingCopyStore store;
    private final LongTermSignatures longTerm;
    private final DocumentSignatures signatures;
    private final AgreementService agreements;
    private final Documents documents;
    private final Terms terms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LastingCopies(
            LastingCopyStore store,
            LongTermSignatures longTerm,
            DocumentSignatures signatures,
            AgreementService agreements,
            Documents documents,
            Terms terms,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.longTerm = longTerm;
        this.signatures = signatures;
        this.agreements = agreements;
        this.documents = documents;
        this.terms = terms;
        this.events = events;
        this.clock = clock;
    }

    /** An agreement gets its copy when it gets its sheet. */
    @EventListener
    void on(SheetDue event) {
        if (longTerm.possible()) {
            events.publishEvent(new CopyDue(event.id(), event.channel()));
        }
    }

    /** Has copies made that nobody makes, as of the time before there was an authority; while no other node starts. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ContextRefreshedEvent started) {
        if (longTerm.possible()) {
            store.due().forEach(events::publishEvent);
        }
    }

    /**
     * When the copy is to be renewed; empty if there is none to keep (any more): the agreement is not in force, nobody has signed it
     * electronically, or no authority stamps. A copy that is there is renewed, or is an incident.
     *
     * @param sheet of the agreement
     * @throws NotKnownYetException to have a copy made first that is due
     */
    public Optional<Instant> renewal(UUID sheet) {
        OfCase of = store.of(sheet);
        Agreement agreement = agreements.find(of.caseCode()).orElseThrow();
        if (agreement.state() != AgreementState.IN_FORCE) {
            return Optional.empty();
        }
        Optional<LastingCopy> newest = store.newest(of.caseCode());
        if (newest.isPresent()) {
            LastingCopy copy = newest.get();
            return Optional.of(copy.renewAt().isAfter(clock.instant()) ? copy.renewAt() : notYet(of, copy.document()));
        }
        Signature last = agreement.signatures().get(agreement.signatures().size() - 1);
        return longTerm.possible() && isSigned(last) ? Optional.of(notYet(of, last.document())) : Optional.empty();
    }

    private boolean isSigned(Signature last) {
        return !last.byHand()
                && signatures.known(last.document()).stream()
                        .anyMatch(found -> found.valid() || found.onlyItsCertificateFails());
    }

    private Instant notYet(OfCase of, UUID continued) {
        throw new NotKnownYetException(() -> make(of, continued));
    }

    private void make(OfCase of, UUID continued) {
        try (SpooledFile signed = SpooledFile.of(target -> documents.writeTo(continued, target));
                Lasting lasting = longTerm.of(signed.path())) {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            CheckedFile file = new CheckedFile(lasting.content(), name(of, lasting.lastsUntil()), PDF);
            store.keepOnce(of, continued, file, lasting.lastsUntil(), renewAt(at, lasting.lastsUntil()), at);
        } catch (ProblemException refused) {
            throw new JobFailure("%s: %s".formatted(notMade(of), refused.getMessage()), refused);
        } catch (IOException | RuntimeException e) {
            LOG.error("The lasting copy of {} was not made", of.caseCode(), e);
            throw JobFailure.unforeseen(notMade(of), e);
        }
    }

    /** It says until when it lasts. */
    private static String name(OfCase of, Instant until) {
        return "Ban-luu-tru-dai-han-%s-den-%s.pdf"
                .formatted(of.caseCode(), until.atZone(Deadlines.ZONE).toLocalDate());
    }

    private static String notMade(OfCase of) {
        return "Bản lưu trữ dài hạn của hồ sơ %s chưa lập được".formatted(of.caseCode());
    }

    /** Some days before it ends; of a time stamp that does not last so long, in the middle of its time. */
    private Instant renewAt(Instant madeAt, Instant lastsUntil) {
        Duration half = Duration.between(madeAt, lastsUntil).dividedBy(2);
        Duration before = Duration.ofDays(terms.days(RENEWAL));
        return lastsUntil.minus(before.compareTo(half) < 0 ? before : half).truncatedTo(ChronoUnit.MICROS);
    }
}
