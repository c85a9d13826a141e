package vn.lienket.engine;

import java.util.UUID;
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
     * @param channel whose members see it
     */
    public void begin(String process, UUID id, String variable, String channel) {
        String key = id.toString();
        onBehalf.doAsTheProduct(() -> {
            if (!isGoingOn(process, key)) {
                runtimeService
                        .createProcessInstanceByKey(process)
                        .businessKey(key)
                        .setVariable(CaseVariables.CHANNEL, Variables.stringValue(channel, true))
                        .setVariable(variable, key)
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
