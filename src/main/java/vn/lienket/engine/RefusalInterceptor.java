package vn.lienket.engine;

import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import vn.lienket.problem.ProblemException;

/** Runs delegates, listeners and expressions: lets them refuse with a {@link ProblemException}, and knows that they run. */
class RefusalInterceptor extends DefaultDelegateInterceptor {

    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        depth.set(depth.get() + 1);
        try {
            super.handleInvocation(invocation);
        } catch (ProblemException problem) {
            throw Refusals.asEngineException(problem);
        } finally {
            depth.set(depth.get() - 1);
        }
    }

    /** Whether code of ours runs in this thread, and not merely the engine on behalf of a caller. */
    boolean running() {
        return depth.get() > 0;
    }
}
