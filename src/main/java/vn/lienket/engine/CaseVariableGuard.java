package vn.lienket.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.KeptVariables;
import vn.lienket.problem.ProblemException;

/**
 * Refuses every attempt from outside to overwrite or hide a variable that the product keeps: a completion or a message may carry any
 * variable, and another {@code caseCode}, if only in a scope below the case, would act on another case. It sits at the history
 * because that is the one place all writes pass.
 */
class CaseVariableGuard implements HistoryEventHandler {

    private final List<KeptVariables> kept;
    private final CurrentCommand currentCommand;

    CaseVariableGuard(List<KeptVariables> kept, CurrentCommand currentCommand) {
        this.kept = kept;
        this.currentCommand = currentCommand;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity update
                && isKept(update)
                && isCallersDoing(update)
                && Context.getCommandContext().getAuthenticatedUserId() != null) {
            throw Refusals.asEngineException(refusal(update.getVariableName()));
        }
    }

    static ProblemException refusal(String variable) {
        return ProblemException.invalid(variable, "Không được thay đổi thông tin “%s” của hồ sơ.".formatted(variable));
    }

    private boolean isKept(HistoricVariableUpdateEventEntity update) {
        String name = update.getVariableName();
        return CaseVariables.PROTECTED.contains(name)
                || kept.stream().anyMatch(module -> module.keeps(update.getProcessDefinitionKey(), name));
    }

    private boolean isCallersDoing(HistoricVariableUpdateEventEntity update) {
        boolean created = update.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_CREATE);
        if (currentCommand.isStart()) {
            // a start brings the fields of the case, which its listener checks; nothing makes a person's case quiet
            return created
                    ? update.getVariableName().equals(CaseVariables.QUIET)
                    : update.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE)
                            && currentCommand.onlyCallersDoing();
        }
        // what a message brings for the scope it triggers is written only when code of ours has run already
        return (created || update.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE))
                && (currentCommand.onlyCallersDoing()
                        || currentCommand.callersVariables().contains(update.getVariableName()));
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
