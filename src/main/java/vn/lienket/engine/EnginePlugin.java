package vn.lienket.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import vn.lienket.calendar.Limits;
import vn.lienket.cases.process.ConfidentialVariables;
import vn.lienket.cases.process.KeptVariables;
import vn.lienket.cases.process.MessageFields;
import vn.lienket.cases.process.StartPermission;
import vn.lienket.database.DatabaseProblems;
import vn.lienket.party.Parties;

/** Puts our authorization, tenants, expressions and listeners into the engine. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    /** Off unless set; the product's own models never come over REST. */
    private static final String DEPLOYMENT_REST = "lienket.deployment-rest";

    private final ApplicationContext context;
    private final ChannelTenantIdProvider tenantIdProvider;
    private final TaskEventPublisher taskEventPublisher;
    private final List<KeptVariables> keptVariables;
    private final List<StartPermission> startPermissions;
    private final List<MessageFields> messageFields;
    private final ObjectProvider<ConfidentialVariables> confidentialVariables;
    private final DatabaseProblems databaseProblems;
    private final Parties parties;
    private final Limits limits;
    private final ObjectProvider<PasswordCheck> passwordCheck;

    EnginePlugin(
            ApplicationContext context,
            ChannelTenantIdProvider tenantIdProvider,
            TaskEventPublisher taskEventPublisher,
            List<KeptVariables> keptVariables,
            List<StartPermission> startPermissions,
            List<MessageFields> messageFields,
            ObjectProvider<ConfidentialVariables> confidentialVariables,
            DatabaseProblems databaseProblems,
            Parties parties,
            Limits limits,
            ObjectProvider<PasswordCheck> passwordCheck) {
        this.context = context;
        this.tenantIdProvider = tenantIdProvider;
        this.taskEventPublisher = taskEventPublisher;
        this.keptVariables = keptVariables;
        this.startPermissions = startPermissions;
        this.messageFields = messageFields;
        this.confidentialVariables = confidentialVariables;
        this.databaseProblems = databaseProblems;
        this.parties = parties;
        this.limits = limits;
        this.passwordCheck = passwordCheck;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        CurrentCommand currentCommand = new CurrentCommand();
        CommandGuard commandGuard = new CommandGuard(
                configuration,
                currentCommand,
                parties,
                limits,
                messageFields,
                context.getEnvironment().getProperty(DEPLOYMENT_REST, boolean.class, false));
        FilterCounts filterCounts = new FilterCounts();
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(
                new UserRequired(configuration),
                new QueryLimits(databaseProblems),
                filterCounts,
                // outside of what remembers how far a command has come: it begins anew
                new SecondAttempt(),
                currentCommand,
                commandGuard));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new UserRequired(configuration)));
        configuration.setQueryMaxResultsLimit(EngineDoor.MAX_RESULTS);
        configuration.setCustomPostCommandInterceptorsTxRequired(List.of(new ChannelGuard(currentCommand, context)));
        configuration.setCommandCheckers(
                List.of(new TenantCommandChecker(), new TaskAccessChecker(currentCommand, parties, startPermissions)));
        configuration.setAuthorizationEnabled(true);
        configuration.setResourceAuthorizationProvider(new LeanAuthorizations());
        configuration.setIdentityProviderSessionFactory(IdentityChanges.factory(context));
        configuration.setPasswordEncryptor(StoredPassword.today());
        configuration.setCustomPasswordChecker(StoredPassword.former());
        configuration.setIdentityService(new GuardedIdentityService(passwordCheck));
        configuration.setPasswordPolicy(GuardedIdentityService.POLICY);
        configuration.setEnablePasswordPolicy(true);
        configuration.setTenantIdProvider(tenantIdProvider);
        configuration.setHistoryCleanupJobPriority(JobLane.ENGINES_OWN);
        configuration.setBatchJobPriority(JobLane.ENGINES_OWN);
        FailedJobs failedJobs = new FailedJobs();
        configuration.setFailedJobCommandFactory(failedJobs);
        ExecuteJobHelper.LOGGING_HANDLER = failedJobs;
        configuration.setExpressionManager(new SafeExpressionManager(context));
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setDelegateInterceptor(new RefusalInterceptor(currentCommand));
        configuration.setCustomHistoryLevels(List.of(new DiscreetHistory(confidentialNames(), unrecordedProcesses())));
        configuration.setHistoryEventProducer(new RemovalTimes());
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.getCustomHistoryEventHandlers().add(new CaseVariableGuard(keptVariables, currentCommand));
        configuration.getCustomHistoryEventHandlers().add(new OperationTrail(context, currentCommand));
        configuration.getCustomHistoryEventHandlers().add(new TaskRecorder(context));
        configuration.getCustomHistoryEventHandlers().add(new LeanHistory());
        configuration.setDmnEngineConfiguration(RememberingFeel.dmnConfiguration());
        configuration.setCustomSessionFactories(
                List.of(CaseRemarks.FACTORY, LaneJobManager.FACTORY, LeanPermissions.FACTORY, filterCounts.tasks()));
        configuration.getCustomPostBPMNParseListeners().add(taskEventPublisher);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setVariableTypes(
                new LastingVariables(configuration.getVariableSerializers(), configuration.getIdentityService()));
        FilterCounts.addStatement(configuration.getSqlSessionFactory().getConfiguration());
    }

    private Set<String> unrecordedProcesses() {
        return confidentialVariables.stream()
                .flatMap(confidential -> confidential.processes().stream())
                .collect(Collectors.toSet());
    }

    private Set<String> confidentialNames() {
        return confidentialVariables.stream()
                .flatMap(confidential -> confidential.names().stream())
                .collect(Collectors.toSet());
    }
}
