package vn.lienket.engine;

import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.StatusChanged;
import vn.lienket.cases.process.CaseVariables;

/**
 * Shows the status of a case as a variable of its instance: of the one whose step has just moved it, which the engine has at hand, so
 * that nothing is asked of the database.
 */
@Component
class CaseStatusMirror {

    @EventListener
    void on(StatusChanged changed) {
        BpmnExecutionContext step = Context.getBpmnExecutionContext();
        if (step != null && changed.caseCode().equals(step.getProcessInstance().getBusinessKey())) {
            ExecutionEntity instance = step.getProcessInstance();
            instance.setVariable(CaseVariables.CASE_STATUS, changed.status().number());
        }
    }
}
