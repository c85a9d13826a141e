package vn.lienket.engine;

import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.FORM_PROPERTY_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_CREATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_DELETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_SUCCESS;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL;

import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The full history without confidential variables and without what is known already; it takes the place of {@code full}, of which it
 * has the name and the number. Of a variable of a case every value is a detail, of one of a step, or of a process that waits for
 * nobody, only those after the first; of jobs, only failures are told.
 */
class DiscreetHistory extends HistoryLevelFull {

    /** A form that is submitted would write each of its fields once more, as text and whatever its name. */
    private static final Set<HistoryEventType> KNOWN =
            Set.of(FORM_PROPERTY_UPDATE, JOB_CREATE, JOB_SUCCESS, JOB_DELETE);

    private final Set<String> confidential;
    private final Set<String> unrecorded;

    DiscreetHistory(Set<String> confidential, Set<String> unrecorded) {
        this.confidential = confidential;
        this.unrecorded = unrecorded;
    }

    private static boolean isOfCase(HistoricVariableUpdateEventEntity value) {
        return value.getProcessInstanceId() != null
                && value.getProcessInstanceId().equals(value.getScopeActivityInstanceId())
                && (value.getUserOperationId() != null || !RemovalTimes.waitsForNobody(value));
    }

    private boolean isUnrecorded(Object entity) {
        String definition = null;
        if (entity instanceof ExecutionEntity execution) {
            definition = execution.getProcessDefinitionId();
        } else if (entity instanceof VariableInstanceEntity variable) {
            definition = variable.getProcessDefinitionId();
        }
        return definition != null
                && unrecorded.contains(Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(definition)
                        .getKey());
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        if (isUnrecorded(entity)) {
            return false;
        }
        if (type == VARIABLE_INSTANCE_UPDATE_DETAIL) {
            return entity instanceof HistoricVariableUpdateEventEntity value
                    && (value.isEventOfType(VARIABLE_INSTANCE_UPDATE) || isOfCase(value));
        }
        return !KNOWN.contains(type)
                && !(entity instanceof VariableInstanceEntity variable && confidential.contains(variable.getName()));
    }
}
