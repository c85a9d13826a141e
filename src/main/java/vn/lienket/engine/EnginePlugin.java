package vn.lienket.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Puts our authorization, tenants, expressions and listeners into the engine. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final ChannelTenantIdProvider tenantIdProvider;
    private final TaskEventPublisher taskEventPublisher;
    private final List<KeptVariables> keptVariables;

    EnginePlugin(
            ApplicationContext context,
            ChannelTenantIdProvider tenantIdProvider,
            TaskEventPublisher taskEventPublisher,
            List<KeptVariables> keptVariables) {
        this.context = context;
        this.tenantIdProvider = tenantIdProvider;
        this.taskEventPublisher = taskEventPublisher;
        this.keptVariables = keptVariables;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        CurrentCommand currentCommand = new CurrentCommand();
        configuration.setCustomPreCommandInterceptorsTxRequired(List.of(currentCommand));
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskAccessChecker(currentCommand)));
        configuration.setAuthorizationEnabled(true);
        configuration.setResourceAuthorizationProvider(new LeanAuthorizations());
        configuration.setPasswordEncryptor(new Pbkdf2PasswordEncryptor());
        configuration.setTenantIdProvider(tenantIdProvider);
        configuration.setExpressionManager(new SafeExpressionManager(context));
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setDelegateInterceptor(new RefusalInterceptor(currentCommand));
        configuration.getCustomHistoryEventHandlers().add(new CaseVariableGuard(keptNames(), currentCommand));
        configuration.setCustomSessionFactories(List.of(CaseRemarks.FACTORY));
        configuration.getCustomPostBPMNParseListeners().add(taskEventPublisher);
    }

    private Set<String> keptNames() {
        Set<String> names = new HashSet<>(CaseVariables.PROTECTED);
        keptVariables.forEach(kept -> names.addAll(kept.names()));
        return names;
    }
}
