package vn.lienket.engine;

import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import vn.lienket.problem.ProblemException;

/** Lets delegates and listeners refuse with a {@link ProblemException}. */
class RefusalInterceptor extends DefaultDelegateInterceptor {

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        try {
            super.handleInvocation(invocation);
        } catch (ProblemException problem) {
            throw Refusals.asEngineException(problem);
        }
    }
}
