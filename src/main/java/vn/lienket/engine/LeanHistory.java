package vn.lienket.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import vn.lienket.cases.process.CaseVariables;

/**
 * Stores the history, but of the variables only what stands nowhere else. Here and not at the level of the history, for whoever
 * guards variables listens to all of them.
 */
class LeanHistory extends DbHistoryEventHandler {

    /** The business key and the tenant of every instance. */
    private static final Set<String> COLUMNS = Set.of(CaseVariables.CASE_CODE, CaseVariables.CHANNEL);

    /** As the contract names tasks that ask a decision table; the table's own history has the inputs. */
    private static final String DECISION = "Decision_";

    @Override
    public void handleEvent(HistoryEvent event) {
        RemovalTimes.provide(event);
        super.handleEvent(event);
    }

    @Override
    protected void insertHistoricVariableUpdateEntity(HistoricVariableUpdateEventEntity variable) {
        if (!isKnown(variable)) {
            super.insertHistoricVariableUpdateEntity(variable);
        }
    }

    private static boolean isKnown(HistoricVariableUpdateEventEntity variable) {
        String scope = variable.getScopeActivityInstanceId();
        return COLUMNS.contains(variable.getVariableName())
                || scope != null && scope.startsWith(DECISION)
                || isUnansweredField(variable);
    }

    /** A task declares the fields of its form as its own; one without an answer is written when the answer comes. */
    private static boolean isUnansweredField(HistoricVariableUpdateEventEntity variable) {
        return variable.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_CREATE)
                && "null".equals(variable.getSerializerName());
    }
}
