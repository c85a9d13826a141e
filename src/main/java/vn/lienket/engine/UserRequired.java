package vn.lienket.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestContextHolder;
import vn.lienket.problem.ProblemException;

/**
 * Fails closed: without a user the engine checks nothing, so on the thread of a web request it does nothing without one, except what
 * the product does itself ({@link OnBehalf#ofTheProduct}). A hole in a door then does not open the engine behind it. Camunda's own
 * resources put the user aside for a moment here and there, so what counts is whether the request came with one.
 */
class UserRequired extends CommandInterceptor {

    private static final ThreadLocal<Boolean> WITH_USER = ThreadLocal.withInitial(() -> false);

    private final ProcessEngineConfigurationImpl configuration;

    UserRequired(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    /** Tells that the request on this thread has its user, or no longer. */
    static void requestHasUser(boolean known) {
        WITH_USER.set(known);
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (RequestContextHolder.getRequestAttributes() != null
                && !WITH_USER.get()
                && !OnBehalf.isTheProduct()
                && configuration.getIdentityService().getCurrentAuthentication() == null) {
            throw Refusals.asEngineException(
                    ProblemException.forbidden("Bạn cần đăng nhập để thực hiện thao tác này."));
        }
        return next.execute(command);
    }
}
