package vn.lienket.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.Dossiers;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;

/**
 * The tenant of an instance is its channel: the start variable {@code channel}, else the channel of the dossier it names, which is the case or the
 * agreement that the case will belong to. A person
 * starts nothing in a channel of others, and what he starts about a case runs in that case's channel whatever he says.
 */
@Component
class ChannelTenantIdProvider implements TenantIdProvider {

    private final Dossiers dossiers;
    private final CurrentUser currentUser;

    ChannelTenantIdProvider(Dossiers dossiers, CurrentUser currentUser) {
        this.dossiers = dossiers;
        this.currentUser = currentUser;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        String channel = context.getVariables().get(CaseVariables.CHANNEL) instanceof String given && !given.isBlank()
                ? given
                : null;
        String code = code(context, CaseVariables.CASE_CODE)
                .or(() -> code(context, CaseVariables.AGREEMENT_CODE))
                .orElse(null);
        Optional<User> user = currentUser.find();
        if (user.isPresent()) {
            return startedBy(user.get(), channel, code);
        }
        return channel != null ? channel : channelOf(code).orElse(null);
    }

    private static Optional<String> code(TenantIdProviderProcessInstanceContext context, String variable) {
        return context.getVariables().get(variable) instanceof String given ? Optional.of(given) : Optional.empty();
    }

    /** A case of a channel he is not in is to him as one that is not there: the start itself then says so. */
    private String startedBy(User user, String channel, String code) {
        if (code != null && channel != null && !user.inChannel(channel)) {
            throw Refusals.asEngineException(ProblemException.invalid(
                    CaseVariables.CHANNEL,
                    "Kênh hợp tác: đơn vị của bạn không tham gia kênh “%s”.".formatted(channel)));
        }
        Optional<String> ofTheCase = channelOf(code).filter(user::inChannel);
        if (channel != null && ofTheCase.filter(other -> !other.equals(channel)).isPresent()) {
            throw Refusals.asEngineException(ProblemException.invalid(
                    CaseVariables.CHANNEL, "Kênh hợp tác: không phải kênh của hồ sơ %s.".formatted(code)));
        }
        return ofTheCase.orElse(channel);
    }

    private Optional<String> channelOf(String code) {
        return code == null ? Optional.empty() : dossiers.find(code.strip()).map(Dossier::channel);
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        DelegateExecution execution = context.getExecution();
        return execution == null ? null : execution.getTenantId();
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }
}
