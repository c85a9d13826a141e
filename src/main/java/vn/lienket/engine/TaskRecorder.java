package vn.lienket.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.ApplicationEventPublisher;
import vn.lienket.cases.TaskStep;

/** Publishes what becomes of a user task once it is there. It sits at the history, past which no task changes. */
class TaskRecorder implements HistoryEventHandler {

    private final ApplicationEventPublisher events;

    TaskRecorder(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof HistoricTaskInstanceEventEntity task)) {
            return;
        }
        if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_UPDATE)
                || event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
            events.publishEvent(new TaskStep.Changed(
                    task.getTaskId(),
                    task.getProcessDefinitionId(),
                    task.getName(),
                    task.getAssignee(),
                    ClockUtil.getCurrentTime().toInstant(),
                    task.getDueDate() == null ? null : task.getDueDate().toInstant()));
        } else if (task.getEndTime() != null) {
            events.publishEvent(new TaskStep.Ended(
                    task.getTaskId(),
                    task.getEndTime().toInstant(),
                    TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason()),
                    Context.getCommandContext().getAuthenticatedUserId()));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
