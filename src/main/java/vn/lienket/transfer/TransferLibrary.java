package vn.lienket.transfer;

import java.util.UUID;
import java.util.stream.IntStream;
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
        addAccepted(event.transferCase());
    }

    @EventListener
    void on(TransferEvent.DefectsFound event) {
        addAccepted(event.transferCase());
    }

    private void addAccepted(TransferCase from) {
        IntStream.range(0, from.plan().items().size())
                .filter(item -> from.plan().items().get(item).accepted())
                .forEach(item -> from.delivery().deliveries().stream()
                        .filter(delivery -> delivery.item() == item)
                        .reduce((earlier, accepted) -> accepted)
                        .map(TransferDelivery::document)
                        .ifPresent(document -> library.add(contribution(from, item, document))));
    }

    private static Contribution contribution(TransferCase from, int item, UUID document) {
        return new Contribution(
                from.plan().items().get(item).title(),
                from.caseCode(),
                from.channel(),
                from.terms().category(),
                from.providingOrganisation(),
                document);
    }
}
