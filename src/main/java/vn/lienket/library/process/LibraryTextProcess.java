package vn.lienket.library.process;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.engine.ProductWork;
import vn.lienket.library.EntryAdded;

/** Has files of the library read by the job executor. */
@Component
class LibraryTextProcess {

    private final ProductWork work;

    LibraryTextProcess(ProductWork work) {
        this.work = work;
    }

    /** In the transaction that put it into the library. */
    @EventListener
    void added(EntryAdded event) {
        work.begin(LibraryTextModel.PROCESS, event.id().toString(), LibraryTextModel.ENTRY_ID, event.channel());
    }
}
