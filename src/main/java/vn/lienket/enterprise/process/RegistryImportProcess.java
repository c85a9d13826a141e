package vn.lienket.enterprise.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.engine.OnBehalf;
import vn.lienket.enterprise.ImportAccepted;

/** Has files imported into the registry by the job executor. As the product, for nobody may begin that himself. */
@Component
class RegistryImportProcess {

    private final RuntimeService runtimeService;
    private final OnBehalf onBehalf;

    RegistryImportProcess(RuntimeService runtimeService, OnBehalf onBehalf) {
        this.runtimeService = runtimeService;
        this.onBehalf = onBehalf;
    }

    /** In the transaction of the request; one that is at work is left to it. */
    @EventListener
    void accepted(ImportAccepted event) {
        onBehalf.doAsTheProduct(() -> {
            if (!isAtWork(event)) {
                runtimeService
                        .createProcessInstanceByKey(RegistryImportModel.PROCESS)
                        .businessKey(event.id().toString())
                        .setVariable(CaseVariables.CHANNEL, Variables.stringValue(event.channel(), true))
                        .setVariable(RegistryImportModel.IMPORT_ID, event.id().toString())
                        .execute();
            }
        });
    }

    private boolean isAtWork(ImportAccepted event) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(RegistryImportModel.PROCESS)
                        .processInstanceBusinessKey(event.id().toString())
                        .count()
                > 0;
    }
}
