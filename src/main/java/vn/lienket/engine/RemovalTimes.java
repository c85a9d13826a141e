package vn.lienket.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * How long history is kept. The engine says so when an instance ends, by updating every table of the history. A process without
 * people, such as the delivery of each mail, is over in moments: there each row says so when it is written, and the end updates nothing.
 */
class RemovalTimes extends CacheAwareHistoryEventProducer {

    @Override
    protected Date calculateRemovalTime(HistoryEvent ended) {
        Date time = super.calculateRemovalTime(ended);
        if (!isWithoutPeople(ended)) {
            return time;
        }
        ended.setRemovalTime(time);
        return null;
    }

    /** Of what is about to be written; the row of an instance itself waits for its end. */
    static void provide(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity || !isWithoutPeople(event)) {
            return;
        }
        Integer days = definition(event.getProcessDefinitionId()).getHistoryTimeToLive();
        if (days == null) {
            return;
        }
        Date time = DefaultHistoryRemovalTimeProvider.determineRemovalTime(ClockUtil.getCurrentTime(), days);
        event.setRemovalTime(time);
        if (event instanceof HistoricJobLogEventEntity log && log.getExceptionByteArrayId() != null) {
            Context.getCommandContext()
                    .getDbEntityManager()
                    .selectById(ByteArrayEntity.class, log.getExceptionByteArrayId())
                    .setRemovalTime(time);
        }
    }

    /** Whether it tells of an instance, not called by another, of a process that passes without people. */
    static boolean isWithoutPeople(HistoryEvent event) {
        return event.getProcessDefinitionId() != null
                && event.getRootProcessInstanceId() != null
                && event.getRootProcessInstanceId().equals(event.getProcessInstanceId())
                && !asksOthers(definition(event.getProcessDefinitionId()));
    }

    private static ProcessDefinitionEntity definition(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
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
}
