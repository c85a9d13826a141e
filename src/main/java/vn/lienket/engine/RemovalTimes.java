package vn.lienket.engine;

import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskDelegateExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * How long history is kept. The engine says so when an instance ends, by updating every table of the history. A process that waits for
 * nothing but its own jobs, such as the delivery of each mail, is over in moments: there each row says so when it is written, and the
 * end has nothing to update unless it was long in coming.
 */
class RemovalTimes extends CacheAwareHistoryEventProducer {

    private static final Set<Class<?>> NOT_WAITING = Set.of(
            NoneStartEventActivityBehavior.class,
            NoneEndEventActivityBehavior.class,
            ExclusiveGatewayActivityBehavior.class,
            ServiceTaskExpressionActivityBehavior.class,
            ServiceTaskDelegateExpressionActivityBehavior.class);

    private static final Duration MOMENTS = Duration.ofHours(1);

    /** A task began when it was created, not when the history heard of it. */
    @Override
    public HistoryEvent createTaskInstanceCreateEvt(DelegateTask task) {
        HistoryEvent event = super.createTaskInstanceCreateEvt(task);
        ((HistoricTaskInstanceEventEntity) event).setStartTime(task.getCreateTime());
        return event;
    }

    @Override
    protected Date calculateRemovalTime(HistoryEvent ended) {
        Date time = super.calculateRemovalTime(ended);
        if (!waitsForNobody(ended) || !isSoon()) {
            return time;
        }
        ended.setRemovalTime(time);
        return null;
    }

    /** Whether the job that ends the instance is no older than that; the row with the instance's own begin is not read for it. */
    private static boolean isSoon() {
        JobExecutorContext executing = Context.getJobExecutorContext();
        return executing != null
                && executing.getCurrentJob().getCreateTime() != null
                && executing
                        .getCurrentJob()
                        .getCreateTime()
                        .toInstant()
                        .plus(MOMENTS)
                        .isAfter(ClockUtil.getCurrentTime().toInstant());
    }

    /** Of what is about to be written; the row of an instance itself waits for its end. */
    static void provide(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity || !waitsForNobody(event)) {
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

    /** Whether it tells of an instance, not called by another, of such a process. */
    static boolean waitsForNobody(HistoryEvent event) {
        return event.getProcessDefinitionId() != null
                && event.getRootProcessInstanceId() != null
                && event.getRootProcessInstanceId().equals(event.getProcessInstanceId())
                && definition(event.getProcessDefinitionId()).getActivities().stream()
                        .allMatch(activity -> NOT_WAITING.contains(
                                activity.getActivityBehavior().getClass()));
    }

    private static ProcessDefinitionEntity definition(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }
}
