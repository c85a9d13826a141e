package vn.lienket.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.springframework.stereotype.Component;
import vn.lienket.dossier.Dossier;
import vn.lienket.dossier.Dossiers;

/** The tenant of an instance is its channel: the start variable {@code channel}, else the channel of the dossier it names. */
@Component
class ChannelTenantIdProvider implements TenantIdProvider {

    private final Dossiers dossiers;

    ChannelTenantIdProvider(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        if (context.getVariables().get(CaseVariables.CHANNEL) instanceof String channel && !channel.isBlank()) {
            return channel;
        }
        return context.getVariables().get(CaseVariables.CASE_CODE) instanceof String code
                ? dossiers.find(code).map(Dossier::channel).orElse(null)
                : null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        VariableScope execution = context.getExecution();
        return execution != null && execution.getVariable(CaseVariables.CHANNEL) instanceof String channel
                ? channel
                : null;
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }
}
