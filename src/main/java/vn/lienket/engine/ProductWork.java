package vn.lienket.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;

/** Work of the product that the job executor does, by a process that no person may begin. */
@Component
public class ProductWork {

    private final RuntimeService runtimeService;
    private final OnBehalf onBehalf;

    ProductWork(RuntimeService runtimeService, OnBehalf onBehalf) {
        this.runtimeService = runtimeService;
        this.onBehalf = onBehalf;
    }

    /**
     * Begins the work in the caller's transaction; work that is going on is left to it.
     *
     * @param process key of the process
     * @param id what the work is on: the business key
     * @param variable under which the process has the id
     * @param channel whose members see it, or null for the administrators alone
     */
    public void begin(String process, String id, String variable, String channel) {
        onBehalf.doAsTheProduct(() -> {
            if (!isGoingOn(process, id)) {
                runtimeService
                        .createProcessInstanceByKey(process)
                        .businessKey(id)
                        .setVariable(CaseVariables.CHANNEL, Variables.stringValue(channel, true))
                        .setVariable(variable, id)
                        .execute();
            }
        });
    }

    private boolean isGoingOn(String process, String key) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }
}
