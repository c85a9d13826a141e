package vn.lienket.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienket.problem.NotKnownYetException;
import vn.lienket.problem.ProblemException;

/**
 * Runs a command again whose step did not know something yet: its transaction has been taken back, and what was missing is found out
 * between the two without holding the database. A crash in between leaves the task as it was.
 */
class SecondAttempt extends CommandInterceptor {

    /** What one attempt has found out may be out of date in the next, e.g. when an operator changes what it rests on. */
    private static final int MOST_ATTEMPTS = 5;

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return next.execute(command);
            } catch (RuntimeException failure) {
                Optional<NotKnownYetException> unknown = NotKnownYetException.in(failure);
                if (unknown.isEmpty()) {
                    throw failure;
                }
                findOut(unknown.get());
            }
        }
        return next.execute(command);
    }

    private static void findOut(NotKnownYetException unknown) {
        try {
            unknown.findOut();
        } catch (ProblemException refused) {
            throw Refusals.asBadRequest(refused);
        }
    }
}
