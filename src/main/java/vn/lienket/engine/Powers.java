package vn.lienket.engine;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which commands a person may send to the engine, by the names of their classes. What is named nowhere here is left to
 * administrators, so that what a later engine or a forgotten path offers is closed until somebody opens it. A command that is open
 * may still be refused for the thing it is about: by authorization, channel or {@link TaskAccessChecker}.
 */
final class Powers {

    /** Queries that the engine restricts to the channels of who asks, or to his own. */
    private static final Set<String> QUERIES = Set.of(
            "TaskQueryImpl",
            "ExecutionQueryImpl",
            "ProcessInstanceQueryImpl",
            "VariableInstanceQueryImpl",
            "EventSubscriptionQueryImpl",
            "IncidentQueryImpl",
            "JobQueryImpl",
            "JobDefinitionQueryImpl",
            "ExternalTaskQueryImpl",
            "BatchQueryImpl",
            "ProcessDefinitionQueryImpl",
            "DecisionDefinitionQueryImpl",
            "DecisionRequirementsDefinitionQueryImpl",
            "CaseDefinitionQueryImpl",
            "CaseInstanceQueryImpl",
            "CaseExecutionQueryImpl",
            "DeploymentQueryImpl",
            "FilterQueryImpl",
            "AuthorizationQueryImpl",
            "HistoricProcessInstanceQueryImpl",
            "HistoricActivityInstanceQueryImpl",
            "HistoricTaskInstanceQueryImpl",
            "HistoricVariableInstanceQueryImpl",
            "HistoricDetailQueryImpl",
            "HistoricIncidentQueryImpl",
            "HistoricJobLogQueryImpl",
            "HistoricDecisionInstanceQueryImpl",
            "HistoricIdentityLinkLogQueryImpl",
            "HistoricExternalTaskLogQueryImpl",
            "HistoricCaseInstanceQueryImpl",
            "HistoricCaseActivityInstanceQueryImpl",
            "HistoricBatchQueryImpl",
            "UserOperationLogQueryImpl",
            "CreateUserQueryCmd",
            "CreateGroupQueryCmd",
            "CreateTenantQueryCmd",
            "DbUserQueryImpl",
            "DbGroupQueryImpl",
            "DbTenantQueryImpl");

    /** Counts that the engine restricts to the channels of who asks; those of the history and the metrics it does not. */
    private static final Set<String> COUNTS = Set.of(
            "ProcessDefinitionStatisticsQueryImpl",
            "ActivityStatisticsQueryImpl",
            "DeploymentStatisticsQueryImpl",
            "TaskCountByCandidateGroupCmd",
            "ExecuteDurationReportCmd",
            "ExecuteDurationCmd",
            "HistoricTaskInstanceCountByNameCmd",
            "HistoricTaskInstanceCountByProcessDefinitionKey");

    private static final Set<String> READING = Set.of(
            "FindActiveActivityIdsCmd",
            "GetActivityInstanceCmd",
            "GetExecutionVariableCmd",
            "GetExecutionVariableTypedCmd",
            "GetExecutionVariablesCmd",
            "GetTaskVariableCmd",
            "GetTaskVariableCmdTyped",
            "GetTaskVariablesCmd",
            "GetSubTasksCmd",
            "GetIdentityLinksForTaskCmd",
            "GetTaskCommentCmd",
            "GetTaskCommentsCmd",
            "GetTaskEventsCmd",
            "GetProcessInstanceCommentsCmd",
            "GetTaskAttachmentCmd",
            "GetTaskAttachmentContentCmd",
            "GetTaskAttachmentsCmd",
            "GetProcessInstanceAttachmentsCmd",
            "GetFormKeyCmd",
            "GetStartFormCmd",
            "GetStartFormVariablesCmd",
            "GetRenderedStartFormCmd",
            "GetDeployedStartFormCmd",
            "GetTaskFormCmd",
            "GetTaskFormVariablesCmd",
            "GetRenderedTaskFormCmd",
            "GetDeployedTaskFormCmd",
            "GetCamundaFormDefinitionCmd",
            "GetFilterCmd",
            "ExecuteFilterCountCmd",
            "ExecuteFilterListCmd",
            "ExecuteFilterListPageCmd",
            "ExecuteFilterSingleResultCmd",
            "GetDeployedProcessDefinitionCmd",
            "GetDeploymentBpmnModelInstanceCmd",
            "GetDeploymentProcessModelCmd",
            "GetDeploymentProcessDiagramCmd",
            "GetDeploymentProcessDiagramLayoutCmd",
            "GetStaticCalledProcessDefinitionCmd",
            "GetDeploymentDecisionDefinitionCmd",
            "GetDeploymentDecisionModelCmd",
            "GetDeploymentDecisionDiagramCmd",
            "GetDeploymentDmnModelInstanceCmd",
            "GetDeploymentDecisionRequirementsDefinitionCmd",
            "GetDeploymentDecisionRequirementsModelCmd",
            "GetDeploymentDecisionRequirementsDiagramCmd",
            "GetDeploymentResourceCmd",
            "GetDeploymentResourceForIdCmd",
            "GetDeploymentResourceNamesCmd",
            "GetDeploymentResourcesCmd",
            "GetJobExceptionStacktraceCmd",
            "GetHistoricJobLogExceptionStacktraceCmd",
            "AuthorizationCheckCmd",
            "GetPasswordPolicyCmd",
            "IsIdentityServiceReadOnlyCmd",
            "IsTelemetryEnabledCmd");

    /** What managers read of {@link #OF_STAFF} only. */
    static final Set<String> STACK_TRACES =
            Set.of("GetJobExceptionStacktraceCmd", "GetHistoricJobLogExceptionStacktraceCmd");

    private static final Set<String> WORKING = Set.of(
            "StartProcessInstanceCmd",
            "SubmitStartFormCmd",
            "CompleteTaskCmd",
            "SubmitTaskFormCmd",
            "ResolveTaskCmd",
            "ClaimTaskCmd",
            "AssignTaskCmd",
            "DelegateTaskCmd",
            "SaveTaskCmd",
            "SetTaskFollowUpDateCmd",
            "AddCommentCmd",
            "CorrelateMessageCmd",
            "CorrelateAllMessageCmd",
            "MessageEventReceivedCmd",
            "SetJobRetriesCmd",
            "CheckPassword",
            "SaveUserCmd");

    /** Open to everybody who is signed in. */
    static final Set<String> OF_STAFF =
            Stream.of(QUERIES, COUNTS, READING, WORKING).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    /** What changes or takes away a remark that somebody has made; nobody's, for a remark carries the name of its writer. */
    static final Set<String> REWRITING_REMARKS =
            Set.of("UpdateCommentCmd", "DeleteTaskCommentCmd", "DeleteProcessInstanceCommentCmd");

    /** Files beside the case's documents, past all that documents are checked for; nobody's. */
    static final Set<String> ATTACHING = Set.of("CreateAttachmentCmd", "SaveAttachmentCmd", "DeleteAttachmentCmd");

    /** What brings models in or takes them away. */
    static final Set<String> DEPLOYING = Set.of(
            "DeployCmd", "DeleteDeploymentCmd", "DeleteProcessDefinitionsByIdsCmd", "DeleteProcessDefinitionsByKeyCmd");

    /** Remarks of one task, whose id is the field {@code taskId}. */
    static final Set<String> REMARKS_OF_A_TASK = Set.of(
            "GetTaskCommentCmd",
            "GetTaskCommentsCmd",
            "GetTaskEventsCmd",
            "GetTaskAttachmentCmd",
            "GetTaskAttachmentContentCmd",
            "GetTaskAttachmentsCmd");

    /** Remarks of one case, whose id is the field {@code processInstanceId}. */
    static final Set<String> REMARKS_OF_A_CASE =
            Set.of("GetProcessInstanceCommentsCmd", "GetProcessInstanceAttachmentsCmd");

    private Powers() {}
}
