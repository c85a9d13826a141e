package vn.lienket.consulting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.document.Documents;
import vn.lienket.document.PaperNumbers;
import vn.lienket.document.PaperType;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;

/**
 * The papers that go out to the enterprise: a clerk enters each in the register, whereupon it is made with its number, its date and
 * the leader's name, and sent.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OutcomePapers {

    private final ConsultingCases cases;
    private final ConsultingDocuments texts;
    private final Documents documents;
    private final PaperNumbers numbers;
    private final Parties parties;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutcomePapers(
            ConsultingCases cases,
            ConsultingDocuments texts,
            Documents documents,
            PaperNumbers numbers,
            Parties parties,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.texts = texts;
        this.documents = documents;
        this.numbers = numbers;
        this.parties = parties;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /** The number that the register would give next to the paper that waits, see {@link PaperNumbers#propose}. */
    public String proposedNumber(String caseCode) {
        ConsultingCase found = cases.findByCaseCode(caseCode).orElseThrow();
        return numbers.propose(caseCode, found.leadOrganisation(), typeOf(found, found.paperToRegister()));
    }

    /** The paper that waits for its number, as PDF without number and date; 409 if none does. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public byte[] draft(ConsultingCase found) {
        OutcomePaper.Kind kind = found.paperToRegister();
        return texts.paper(
                found,
                kind,
                new PaperHead(
                        typeOf(found, kind),
                        null,
                        null,
                        signer(found).map(Person::name).orElse(null)));
    }

    /** Enters the paper that waits, see {@link PaperNumbers#enter}, and sends it; with the report the case ends in status 10. */
    public OutcomePaper register(String caseCode, String number, String date) {
        ConsultingCase found = cases.require(caseCode);
        OutcomePaper.Kind kind = found.paperToRegister();
        PaperType type = typeOf(found, kind);
        PaperNumbers.Entry entry = numbers.enter(caseCode, found.leadOrganisation(), type, number, date);
        found.requireDated(entry.on());
        Optional<Person> signer = signer(found);
        PaperHead head = new PaperHead(
                type,
                entry.number().toString(),
                entry.on(),
                signer.map(Person::name).orElse(null));
        UUID document = documents
                .store(
                        texts.paper(found, kind, head),
                        "%s-%s.pdf".formatted(kind.fileName(), caseCode),
                        found.channel())
                .id();
        documents.attach(caseCode, found.channel(), kind.documentKind(), document);
        OutcomePaper paper = new OutcomePaper(
                kind,
                head.number(),
                head.date(),
                signer.map(Person::id).orElse(null),
                currentUser.actor(),
                clock.instant(),
                document);
        found.register(paper, LocalDate.now(clock));
        cases.save(found);
        events.publishEvent(told(found, paper));
        return paper;
    }

    private static ConsultingEvent told(ConsultingCase found, OutcomePaper paper) {
        return switch (paper.kind()) {
            case DECISION -> ConsultingEvent.SupportDecided.of(found, paper.document());
            case REPORT -> ConsultingEvent.Closed.of(found, paper.document());
        };
    }

    private static PaperType typeOf(ConsultingCase found, OutcomePaper.Kind kind) {
        return switch (kind) {
            // a refusal is told by a notice
            case DECISION -> "grant".equals(found.supportDecision()) ? PaperType.DECISION : PaperType.NOTICE;
            case REPORT -> PaperType.REPORT;
        };
    }

    /** The leader who decided on the support, or if he leads no more, the first who does. */
    private Optional<Person> signer(ConsultingCase found) {
        List<Person> leaders = parties.members(Role.LEADER.groupOf(found.leadOrganisation()));
        return leaders.stream()
                .filter(leader -> leader.id().equals(found.supportDecidedBy()))
                .findFirst()
                .or(() -> leaders.stream().findFirst());
    }
}
