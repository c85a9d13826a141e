package vn.lienket.transfer;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.library.Contribution;
import vn.lienket.library.Library;

/** Puts the documents of accepted items into the library; one that came back with defects is not what the parties rely on. */
@Component
class TransferLibrary {

    private final Library library;

    TransferLibrary(Library library) {
        this.library = library;
    }

    @EventListener
    void on(TransferEvent.Accepted event) {
        add(event.about(), event.handedOver());
    }

    @EventListener
    void on(TransferEvent.DefectsFound event) {
        add(event.about(), event.handedOver());
    }

    private void add(TransferEvent.About about, List<TransferEvent.Handover> documents) {
        documents.forEach(handover -> library.add(new Contribution(
                handover.title(),
                about.caseCode(),
                about.channel(),
                about.category(),
                about.providingOrganisation(),
                handover.document())));
    }
}
