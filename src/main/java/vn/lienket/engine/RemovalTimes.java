package vn.lienket.engine;

import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/**
 * Says of an ended instance how long its history is kept, in every table of the history; of a process without tasks for people,
 * such as the delivery of each mail, only in those tables in which it can have left anything.
 */
class RemovalTimes extends CacheAwareHistoryEventProducer {

    private static final Set<String> OF_PROCESSES_WITHOUT_PEOPLE = Stream.of(
                    HistoricProcessInstanceEventEntity.class,
                    HistoricActivityInstanceEventEntity.class,
                    HistoricVariableInstanceEntity.class,
                    HistoricDetailEventEntity.class,
                    HistoricIncidentEventEntity.class,
                    HistoricJobLogEventEntity.class,
                    UserOperationLogEntryEventEntity.class,
                    ByteArrayEntity.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final ThreadLocal<Boolean> withoutPeople = ThreadLocal.withInitial(() -> false);

    @Override
    public HistoryEvent createProcessInstanceEndEvt(DelegateExecution execution) {
        withoutPeople.set(!asksOthers(((ExecutionEntity) execution).getProcessDefinition()));
        try {
            return super.createProcessInstanceEndEvt(execution);
        } finally {
            withoutPeople.remove();
        }
    }

    /** Whether a person, a decision table or another process has to do with it. */
    private static boolean asksOthers(ScopeImpl scope) {
        return scope.getActivities().stream().anyMatch(activity -> asks(activity) || asksOthers(activity));
    }

    private static boolean asks(ActivityImpl activity) {
        Object behaviour = activity.getActivityBehavior();
        return behaviour instanceof UserTaskActivityBehavior
                || behaviour instanceof DmnBusinessRuleTaskActivityBehavior
                || behaviour instanceof CallActivityBehavior;
    }

    @Override
    protected void addRemovalTimeToHistoricProcessInstances(String rootProcessInstanceId, Date removalTime) {
        Context.getCommandContext()
                .getHistoricProcessInstanceManager()
                .addRemovalTimeToProcessInstancesByRootProcessInstanceId(
                        rootProcessInstanceId,
                        removalTime,
                        null,
                        withoutPeople.get() ? OF_PROCESSES_WITHOUT_PEOPLE : Set.of());
    }

    @Override
    protected boolean isDmnEnabled() {
        return super.isDmnEnabled() && !withoutPeople.get();
    }
}
