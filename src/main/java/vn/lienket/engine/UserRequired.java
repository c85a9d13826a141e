package vn.lienket.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.lienket.problem.ProblemException;

/**
 * Fails closed: without a user the engine checks nothing, so on the thread of a web request it does nothing without one, except what
 * the product does itself ({@link OnBehalf#ofTheProduct}). A hole in a door then does not open the engine behind it. Camunda's own
 * resources put the user aside for a moment here and there, so what counts is whether the request came with one.
 */
class UserRequired extends CommandInterceptor {

    /** Of the web request that a thread works on, if it does: whether it has come with a user. */
    private static final ThreadLocal<Boolean> REQUEST_WITH_USER = new ThreadLocal<>();

    private final ProcessEngineConfigurationImpl configuration;

    UserRequired(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    /** Holds whatever is done in this thread to the rule, until {@link #endRequest}. */
    static void beginRequest() {
        REQUEST_WITH_USER.set(false);
    }

    /** Tells whether the request on this thread has come with a user. */
    static void requestHasUser(boolean known) {
        REQUEST_WITH_USER.set(known);
    }

    static void endRequest() {
        REQUEST_WITH_USER.remove();
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Boolean.FALSE.equals(REQUEST_WITH_USER.get())
                && !OnBehalf.isTheProduct()
                && configuration.getIdentityService().getCurrentAuthentication() == null) {
            throw Refusals.asEngineException(
                    ProblemException.forbidden("Bạn cần đăng nhập để thực hiện thao tác này."));
        }
        return next.execute(command);
    }
}
