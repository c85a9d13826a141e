package vn.lienket.engine;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/**
 * Fails closed: without a user the engine checks nothing, so on the thread of a web request it does nothing without one, except what
 * the product does itself ({@link OnBehalf#ofTheProduct}). A hole in a door then does not open the engine behind it. Camunda's own
 * resources put the user aside for a moment here and there, so what counts is whether the request came with one.
 */
class UserRequired extends CommandInterceptor {

    /** Of the web request that a thread works on, if it does: the engine that knows whom it has come with. */
    private static final ThreadLocal<Optional<IdentityService>> REQUEST_KNOWN_TO = new ThreadLocal<>();

    private final ProcessEngineConfigurationImpl configuration;

    UserRequired(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    /** Holds whatever is done in this thread to the rule, until {@link #endRequest}. */
    static void beginRequest() {
        REQUEST_KNOWN_TO.set(Optional.empty());
    }

    /** Tells that the request on this thread has come with a user, whom this engine knows. */
    static void requestHasUser(IdentityService engine) {
        REQUEST_KNOWN_TO.set(Optional.of(engine));
    }

    static void endRequest() {
        REQUEST_KNOWN_TO.remove();
    }

    @Override
    public <T> T execute(Command<T> command) {
        IdentityService here = configuration.getIdentityService();
        Optional<IdentityService> knownTo = REQUEST_KNOWN_TO.get();
        if (knownTo != null
                && knownTo.filter(engine -> engine == here).isEmpty()
                && !OnBehalf.isTheProduct()
                && here.getCurrentAuthentication() == null) {
            throw Refusals.asEngineException(ProblemException.forbidden(Sentences.SIGN_IN));
        }
        return next.execute(command);
    }
}
