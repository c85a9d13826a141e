package vn.lienket.engine;

import static java.util.Map.entry;
import static org.camunda.bpm.engine.EntityTypes.ATTACHMENT;
import static org.camunda.bpm.engine.EntityTypes.AUTHORIZATION;
import static org.camunda.bpm.engine.EntityTypes.BATCH;
import static org.camunda.bpm.engine.EntityTypes.COMMENT;
import static org.camunda.bpm.engine.EntityTypes.DECISION_DEFINITION;
import static org.camunda.bpm.engine.EntityTypes.DECISION_INSTANCE;
import static org.camunda.bpm.engine.EntityTypes.DEPLOYMENT;
import static org.camunda.bpm.engine.EntityTypes.EXTERNAL_TASK;
import static org.camunda.bpm.engine.EntityTypes.FILTER;
import static org.camunda.bpm.engine.EntityTypes.GROUP;
import static org.camunda.bpm.engine.EntityTypes.GROUP_MEMBERSHIP;
import static org.camunda.bpm.engine.EntityTypes.HISTORIC_TASK;
import static org.camunda.bpm.engine.EntityTypes.INCIDENT;
import static org.camunda.bpm.engine.EntityTypes.JOB;
import static org.camunda.bpm.engine.EntityTypes.JOB_DEFINITION;
import static org.camunda.bpm.engine.EntityTypes.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.EntityTypes.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.EntityTypes.TASK;
import static org.camunda.bpm.engine.EntityTypes.TENANT;
import static org.camunda.bpm.engine.EntityTypes.TENANT_MEMBERSHIP;
import static org.camunda.bpm.engine.EntityTypes.USER;
import static org.camunda.bpm.engine.EntityTypes.VARIABLE;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_ACTIVATE;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_ASSIGN;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_CLAIM;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_COMPLETE;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_CORRELATE_MESSAGE;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_CREATE;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_CREATE_INCIDENT;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_DELEGATE;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_DELETE_HISTORY;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_RESOLVE;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES;
import static org.camunda.bpm.engine.history.UserOperationLogEntry.OPERATION_TYPE_SUSPEND;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.ApplicationEventPublisher;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;

/**
 * Tells the audit trail what a person does at the engine's doors, from the engine's own log of user operations: starts and
 * completions, and whatever an administrator changes. What our code does for him within such a call is part of it.
 */
class OperationTrail implements HistoryEventHandler {

    private static final Map<String, AuditAct> BY_OPERATION = Map.ofEntries(
            entry(OPERATION_TYPE_CORRELATE_MESSAGE, AuditAct.MESSAGE_SENT),
            entry(OPERATION_TYPE_CREATE_INCIDENT, AuditAct.INCIDENT_CHANGED),
            entry(OPERATION_TYPE_DELETE_HISTORY, AuditAct.HISTORY_CHANGED),
            entry(OPERATION_TYPE_SET_JOB_RETRIES, AuditAct.JOB_RETRIED));

    private static final Map<String, AuditAct> BY_ENTITY = Map.ofEntries(
            entry(ATTACHMENT, AuditAct.COMMENT_CHANGED),
            entry(COMMENT, AuditAct.COMMENT_CHANGED),
            entry(AUTHORIZATION, AuditAct.AUTHORIZATION_CHANGED),
            entry(FILTER, AuditAct.FILTER_CHANGED),
            entry(USER, AuditAct.USER_CHANGED),
            entry(GROUP, AuditAct.GROUP_CHANGED),
            entry(GROUP_MEMBERSHIP, AuditAct.GROUP_CHANGED),
            entry(TENANT, AuditAct.TENANT_CHANGED),
            entry(TENANT_MEMBERSHIP, AuditAct.TENANT_CHANGED),
            entry(DEPLOYMENT, AuditAct.DEPLOYMENT_CHANGED),
            entry(PROCESS_DEFINITION, AuditAct.DEFINITION_CHANGED),
            entry(DECISION_DEFINITION, AuditAct.DEFINITION_CHANGED),
            entry(JOB, AuditAct.JOB_CHANGED),
            entry(JOB_DEFINITION, AuditAct.JOB_CHANGED),
            entry(EXTERNAL_TASK, AuditAct.JOB_CHANGED),
            entry(BATCH, AuditAct.JOB_CHANGED),
            entry(VARIABLE, AuditAct.VARIABLE_CHANGED),
            entry(PROCESS_INSTANCE, AuditAct.INSTANCE_CHANGED),
            entry(INCIDENT, AuditAct.INCIDENT_CHANGED),
            entry(TASK, AuditAct.TASK_CHANGED),
            entry(HISTORIC_TASK, AuditAct.HISTORY_CHANGED),
            entry(DECISION_INSTANCE, AuditAct.HISTORY_CHANGED));

    private static final Map<String, AuditAct> OF_TASKS = Map.of(
            OPERATION_TYPE_COMPLETE, AuditAct.TASK_COMPLETED,
            OPERATION_TYPE_RESOLVE, AuditAct.TASK_COMPLETED,
            OPERATION_TYPE_CLAIM, AuditAct.TASK_CLAIMED,
            OPERATION_TYPE_ASSIGN, AuditAct.TASK_ASSIGNED,
            OPERATION_TYPE_DELEGATE, AuditAct.TASK_ASSIGNED);

    /** Their old and new values are the words of people, and belong to the case. */
    private static final Set<String> WORDS_OF_PEOPLE =
            Set.of("comment", "name", "description", "annotation", "message");

    private static final Set<String> WITH_CONTENT = Set.of(ATTACHMENT, COMMENT, VARIABLE);

    private final ApplicationEventPublisher events;
    private final CurrentCommand currentCommand;

    OperationTrail(ApplicationEventPublisher events, CurrentCommand currentCommand) {
        this.events = events;
        this.currentCommand = currentCommand;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        handleEvents(List.of(event));
    }

    /** The properties that an operation changes come together, one event each. */
    @Override
    public void handleEvents(List<HistoryEvent> changes) {
        if (!currentCommand.isOutermost()) {
            return;
        }
        changes.stream()
                .filter(UserOperationLogEntryEventEntity.class::isInstance)
                .map(UserOperationLogEntryEventEntity.class::cast)
                .filter(operation -> operation.getUserId() != null)
                .collect(Collectors.groupingBy(OperationTrail::subject, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(this::tell);
    }

    private static List<String> subject(UserOperationLogEntryEventEntity operation) {
        return Stream.of(
                        operation.getEntityType(),
                        operation.getOperationType(),
                        operation.getTaskId(),
                        operation.getProcessInstanceId(),
                        operation.getJobId())
                .map(part -> Objects.toString(part, ""))
                .toList();
    }

    private void tell(List<UserOperationLogEntryEventEntity> operations) {
        UserOperationLogEntryEventEntity operation = operations.get(0);
        events.publishEvent(AuditEvent.done(act(operation))
                .by(operation.getUserId())
                .onBehalfOf(absentee(operation))
                .inCase(caseCode(operation))
                .onTask(operation.getTaskId())
                .inChannel(operation.getTenantId())
                .saying(detail(operation, operations)));
    }

    private static AuditAct act(UserOperationLogEntryEventEntity operation) {
        String type = operation.getOperationType();
        String entity = operation.getEntityType();
        if (entity.equals(PROCESS_INSTANCE) && type.equals(OPERATION_TYPE_CREATE)) {
            return AuditAct.CASE_STARTED;
        }
        if (entity.equals(TASK) && OF_TASKS.containsKey(type)) {
            return OF_TASKS.get(type);
        }
        // of an instance, a definition, a job or a batch
        if (type.startsWith(OPERATION_TYPE_SUSPEND) || type.startsWith(OPERATION_TYPE_ACTIVATE)) {
            return AuditAct.SUSPENSION_CHANGED;
        }
        return BY_OPERATION.getOrDefault(type, BY_ENTITY.getOrDefault(entity, AuditAct.ENGINE_CHANGED));
    }

    /** Whose task it was that somebody else has completed, or has completed as a substitute. */
    private static String absentee(UserOperationLogEntryEventEntity operation) {
        if (act(operation) != AuditAct.TASK_COMPLETED || operation.getTaskId() == null) {
            return null;
        }
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(operation.getTaskId());
        if (task == null) {
            return null;
        }
        return operation.getUserId().equals(task.getAssignee()) ? task.getOwner() : task.getAssignee();
    }

    private static String caseCode(UserOperationLogEntryEventEntity operation) {
        return Stream.of(operation.getProcessInstanceId(), operation.getRootProcessInstanceId())
                .filter(Objects::nonNull)
                .distinct()
                .map(id -> Context.getCommandContext().getExecutionManager().findExecutionById(id))
                .filter(Objects::nonNull)
                .map(ExecutionEntity::getBusinessKey)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String detail(
            UserOperationLogEntryEventEntity operation, Collection<UserOperationLogEntryEventEntity> changes) {
        Stream<String> what = Stream.of(operation.getEntityType() + " " + operation.getOperationType());
        Stream<String> ofWhat = Stream.of(
                        entryOf("definition", operation.getProcessDefinitionKey()),
                        entryOf("instance", operation.getProcessInstanceId()),
                        entryOf("job", operation.getJobId()),
                        entryOf("jobDefinition", operation.getJobDefinitionId()),
                        entryOf("deployment", operation.getDeploymentId()),
                        entryOf("batch", operation.getBatchId()))
                .filter(Objects::nonNull);
        return Stream.of(
                        what,
                        ofWhat,
                        changes.stream().map(OperationTrail::change).filter(Objects::nonNull))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", "));
    }

    private static String entryOf(String name, String value) {
        return value == null ? null : name + "=" + value;
    }

    private static String change(UserOperationLogEntryEventEntity change) {
        if (change.getProperty() == null || WITH_CONTENT.contains(change.getEntityType())) {
            return change.getProperty();
        }
        return WORDS_OF_PEOPLE.contains(change.getProperty())
                ? change.getProperty()
                : "%s: %s → %s"
                        .formatted(
                                change.getProperty(),
                                Objects.toString(change.getOrgValue(), ""),
                                Objects.toString(change.getNewValue(), ""));
    }
}
