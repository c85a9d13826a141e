package vn.lienket.library.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.engine.OnBehalf;
import vn.lienket.library.EntryAdded;

/** Has files of the library read by the job executor. As the product, for nobody may begin that himself. */
@Component
class LibraryTextProcess {

    private final RuntimeService runtimeService;
    private final OnBehalf onBehalf;

    LibraryTextProcess(RuntimeService runtimeService, OnBehalf onBehalf) {
        this.runtimeService = runtimeService;
        this.onBehalf = onBehalf;
    }

    /** In the transaction that put it into the library; one that is at work is left to it. */
    @EventListener
    void added(EntryAdded event) {
        onBehalf.doAsTheProduct(() -> {
            if (!isAtWork(event)) {
                runtimeService
                        .createProcessInstanceByKey(LibraryTextModel.PROCESS)
                        .businessKey(event.id().toString())
                        .setVariable(CaseVariables.CHANNEL, Variables.stringValue(event.channel(), true))
                        .setVariable(LibraryTextModel.ENTRY_ID, event.id().toString())
                        .execute();
            }
        });
    }

    private boolean isAtWork(EntryAdded event) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(LibraryTextModel.PROCESS)
                        .processInstanceBusinessKey(event.id().toString())
                        .count()
                > 0;
    }
}
