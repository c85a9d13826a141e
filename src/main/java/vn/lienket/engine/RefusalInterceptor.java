package vn.lienket.engine;

import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.form.handler.SubmitFormVariablesInvocation;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import vn.lienket.problem.ProblemException;

/** Runs delegates, listeners and expressions, and lets them refuse with a {@link ProblemException}. */
class RefusalInterceptor extends DefaultDelegateInterceptor {

    private final CurrentCommand currentCommand;

    RefusalInterceptor(CurrentCommand currentCommand) {
        this.currentCommand = currentCommand;
    }

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        // the engine also stores what a form brings by way of a delegate, and that is still the caller's doing
        if (!(invocation instanceof SubmitFormVariablesInvocation)) {
            currentCommand.enterOwnCode();
        }
        try {
            super.handleInvocation(invocation);
        } catch (ProblemException problem) {
            throw Refusals.asEngineException(problem);
        } catch (ELException wrapped) {
            if (wrapped.getCause() instanceof ProblemException problem) {
                throw Refusals.asEngineException(problem);
            }
            throw wrapped.getCause() instanceof RuntimeException thrown ? thrown : wrapped;
        }
    }
}
