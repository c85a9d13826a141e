package vn.lienket.consulting;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.paper.PaperEvent;
import vn.lienket.paper.PaperSigning;

/** Says of papers that have been signed to which enterprise they went. */
@Component
class SignedPapers {

    private final ConsultingCases cases;
    private final ApplicationEventPublisher events;

    SignedPapers(ConsultingCases cases, ApplicationEventPublisher events) {
        this.cases = cases;
        this.events = events;
    }

    @EventListener
    void on(PaperEvent.Signed event) {
        cases.findByCaseCode(event.signing().caseCode())
                .ifPresent(found -> events.publishEvent(new ConsultingEvent.PaperSigned(
                        found.about(),
                        event.signing().kind(),
                        event.signing().name(),
                        event.signing().number(),
                        event.document(),
                        isScan(event.signing()))));
    }

    private static boolean isScan(PaperSigning signing) {
        return signing.scan().filter(signing.documentToSign()::equals).isPresent();
    }
}
