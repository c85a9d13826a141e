package vn.lienket.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/** The full history without confidential variables; it takes the place of {@code full}, of which it has the name and the number. */
class DiscreetHistory extends HistoryLevelFull {

    private final Set<String> confidential;

    DiscreetHistory(Set<String> confidential) {
        this.confidential = confidential;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        // a form that is submitted would write each of its fields once more, as text and whatever its name
        return type != HistoryEventTypes.FORM_PROPERTY_UPDATE
                && !(entity instanceof VariableInstanceEntity variable && confidential.contains(variable.getName()));
    }
}
