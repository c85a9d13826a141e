package vn.lienket.engine;

import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.FORM_PROPERTY_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_CREATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_DELETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_SUCCESS;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The full history without confidential variables and without what is known already; it takes the place of {@code full}, of which it
 * has the name and the number. The first value of a variable stands in its own row, and only a later one is a detail more; of jobs,
 * only failures are told.
 */
class DiscreetHistory extends HistoryLevelFull {

    /** A form that is submitted would write each of its fields once more, as text and whatever its name. */
    private static final Set<HistoryEventType> KNOWN =
            Set.of(FORM_PROPERTY_UPDATE, JOB_CREATE, JOB_SUCCESS, JOB_DELETE);

    private final Set<String> confidential;

    DiscreetHistory(Set<String> confidential) {
        this.confidential = confidential;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        if (type == VARIABLE_INSTANCE_UPDATE_DETAIL) {
            return entity instanceof HistoryEvent event && event.isEventOfType(VARIABLE_INSTANCE_UPDATE);
        }
        return !KNOWN.contains(type)
                && !(entity instanceof VariableInstanceEntity variable && confidential.contains(variable.getName()));
    }
}
