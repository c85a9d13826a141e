package vn.lienket.enterprise.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.engine.ProductWork;
import vn.lienket.enterprise.ImportAccepted;

/** Has files imported into the registry by the job executor. */
@Component
class RegistryImportProcess {

    private final ProductWork work;

    RegistryImportProcess(ProductWork work) {
        this.work = work;
    }

    /** In the transaction of the request. */
    @EventListener
    void accepted(ImportAccepted event) {
        work.begin(RegistryImportModel.PROCESS, event.id().toString(), RegistryImportModel.IMPORT_ID, event.channel());
    }
}
