package vn.lienket.evidence.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.engine.ProductWork;
import vn.lienket.evidence.SheetDue;

/** Has sheets made by the job executor. */
@Component
class EvidenceProcess {

    private final ProductWork work;

    EvidenceProcess(ProductWork work) {
        this.work = work;
    }

    /** In the transaction in which the agreement came into force. */
    @EventListener
    void due(SheetDue event) {
        work.begin(EvidenceModel.PROCESS, event.id().toString(), EvidenceModel.SHEET_ID, event.channel());
    }
}
