package vn.lienket.evidence.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.engine.ProductWork;
import vn.lienket.evidence.CopyDue;
import vn.lienket.evidence.SheetDue;

/** Has sheets, and copies in which signatures last, made by the job executor. */
@Component
class EvidenceProcess {

    private final ProductWork work;

    EvidenceProcess(ProductWork work) {
        this.work = work;
    }

    /** In the transaction in which the agreement came into force, as the other. */
    @EventListener
    void due(SheetDue event) {
        work.begin(EvidenceModel.PROCESS, event.id().toString(), EvidenceModel.SHEET_ID, event.channel());
    }

    @EventListener
    void due(CopyDue event) {
        work.begin(LastingModel.PROCESS, event.sheet().toString(), EvidenceModel.SHEET_ID, event.channel());
    }
}
