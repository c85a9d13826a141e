package vn.lienket.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.factory.ObjectProvider;
import vn.lienket.password.PasswordHashing;
import vn.lienket.password.PasswordPolicy.Rule;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/**
 * Whoever asks the engine to check a password asks {@link PasswordCheck}, and whoever sets one is held to the product's policy: all
 * doors of the engine lead here. Refuses everybody where there is no {@link PasswordCheck}.
 */
class GuardedIdentityService extends IdentityServiceImpl {

    static final PasswordPolicy POLICY = new PasswordPolicy() {
        private final List<PasswordPolicyRule> rules = Arrays.stream(Rule.values())
                .<PasswordPolicyRule>map(RuleOfEngine::new)
                .toList();

        @Override
        public List<PasswordPolicyRule> getRules() {
            return rules;
        }
    };

    private final ObjectProvider<PasswordCheck> check;

    GuardedIdentityService(ObjectProvider<PasswordCheck> check) {
        this.check = check;
    }

    /** Outside a command: the check holds no connection while it hashes. */
    @Override
    public boolean checkPassword(String userId, String password) {
        PasswordCheck available = check.getIfAvailable();
        if (available == null || userId == null || password == null) {
            return false;
        }
        try {
            return available.accepts(userId, password);
        } catch (ProblemException refused) {
            throw refused(refused);
        }
    }

    @Override
    public void unlockUser(String userId) {
        super.unlockUser(userId);
        check.ifAvailable(available -> available.forgive(userId));
    }

    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        try {
            super.saveUser(user, skipPasswordPolicy);
        } catch (PasswordHashing.BusyException busy) {
            throw refused(ProblemException.conflict(Sentences.TOO_MANY_SIGN_INS));
        }
    }

    /** Before the engine stores a password it asks here, and would itself say no more than that there is a policy. */
    @Override
    public PasswordPolicyResult checkPasswordAgainstPolicy(String password, User user) {
        PasswordPolicyResult result = super.checkPasswordAgainstPolicy(password, user);
        if (!result.isValid() && user instanceof UserEntity stored && stored.hasNewPassword()) {
            throw refused(ProblemException.invalid(result.getViolatedRules().stream()
                    .map(rule -> new ProblemException.Field(
                            "password", ((RuleOfEngine) rule).rule().sentence()))
                    .toList()));
        }
        return result;
    }

    /** As the resources of identities answer it without taking it for a failure of the engine. */
    private static ProcessEngineException refused(ProblemException problem) {
        ProcessEngineException refusal = Refusals.asEngineException(problem);
        return refusal instanceof AuthorizationException
                ? refusal
                : new BadUserRequestException(problem.getMessage(), problem);
    }

    static String nameOf(User user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(name -> name != null && !name.isBlank())
                .collect(Collectors.joining(" "));
    }

    private record RuleOfEngine(Rule rule) implements PasswordPolicyRule {

        /** The label under which the web applications show the rule. */
        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_" + rule.name();
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of("minLength", String.valueOf(vn.lienket.password.PasswordPolicy.SHORTEST));
        }

        @Override
        public boolean execute(String password) {
            return execute(password, null);
        }

        @Override
        public boolean execute(String password, User user) {
            return user == null ? rule.keptBy(password, null, null) : rule.keptBy(password, user.getId(), nameOf(user));
        }
    }
}
