package vn.lienket.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
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
    private final ObjectProvider<ConfidentialVariables> confidentialVariables;
    private final Parties parties;

    EnginePlugin(
            ApplicationContext context,
            ChannelTenantIdProvider tenantIdProvider,
            TaskEventPublisher taskEventPublisher,
            List<KeptVariables> keptVariables,
            ObjectProvider<ConfidentialVariables> confidentialVariables,
            Parties parties) {
        this.context = context;
        this.tenantIdProvider = tenantIdProvider;
        this.taskEventPublisher = taskEventPublisher;
        this.keptVariables = keptVariables;
        this.confidentialVariables = confidentialVariables;
        this.parties = parties;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        CurrentCommand currentCommand = new CurrentCommand();
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(
                currentCommand,
                new CommandGuard(
                        configuration,
                        currentCommand,
                        parties,
                        context.getEnvironment().getProperty(DEPLOYMENT_REST, boolean.class, false))));
        configuration.setCustomPostCommandInterceptorsTxRequired(List.of(new ChannelGuard(currentCommand)));
        configuration.setCommandCheckers(
                List.of(new TenantCommandChecker(), new TaskAccessChecker(currentCommand, parties)));
        configuration.setAuthorizationEnabled(true);
        configuration.setResourceAuthorizationProvider(new LeanAuthorizations());
        configuration.setPasswordEncryptor(new Pbkdf2PasswordEncryptor());
        configuration.setTenantIdProvider(tenantIdProvider);
        configuration.setExpressionManager(new SafeExpressionManager(context));
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setDelegateInterceptor(new RefusalInterceptor(currentCommand));
        configuration.setCustomHistoryLevels(List.of(new DiscreetHistory(confidentialNames())));
        configuration.getCustomHistoryEventHandlers().add(new CaseVariableGuard(keptVariables, currentCommand));
        configuration.setCustomSessionFactories(List.of(CaseRemarks.FACTORY));
        configuration.getCustomPostBPMNParseListeners().add(taskEventPublisher);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setVariableTypes(
                new LastingVariables(configuration.getVariableSerializers(), configuration.getIdentityService()));
    }

    private Set<String> confidentialNames() {
        return confidentialVariables.stream()
                .flatMap(confidential -> confidential.names().stream())
                .collect(Collectors.toSet());
    }
}
