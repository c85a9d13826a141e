package vn.lienket.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.stereotype.Component;
import vn.lienket.problem.ProblemException;

/**
 * Refuses every attempt to overwrite a variable that says what a case is: a completion may carry any variable, and one that
 * changes {@code caseCode} would act on another case. It sits at the history because that is the one place all writes pass.
 */
@Component
class CaseVariableGuard implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity update
                && update.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE)
                && CaseVariables.PROTECTED.contains(update.getVariableName())
                && !CaseVariables.writing()) {
            throw Refusals.asEngineException(ProblemException.invalid(
                    update.getVariableName(),
                    "Không được thay đổi thông tin nhận dạng của hồ sơ (%s).".formatted(update.getVariableName())));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
