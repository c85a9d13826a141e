package vn.lienket.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import vn.lienket.database.DatabaseProblems;
import vn.lienket.problem.ProblemException;

/**
 * Bounds what a query from outside may answer, and says so if the database did not manage it in time. The engine itself would refuse
 * every list without {@code maxResults}; here such a list is answered as long as it is short. Our own code may ask for more.
 */
class QueryLimits extends CommandInterceptor {

    private final DatabaseProblems databaseProblems;

    QueryLimits(DatabaseProblems databaseProblems) {
        this.databaseProblems = databaseProblems;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        if (command instanceof AbstractQuery<?, ?> query) {
            query.disableMaxResultsLimit();
        }
        Optional<EngineDoor> door = EngineDoor.open();
        return door.isPresent() ? executeForOutside(command, door.get()) : next.execute(command);
    }

    private <T> T executeForOutside(Command<T> command, EngineDoor door) {
        if (command instanceof AbstractQuery<?, ?> query && query.getMaxResults() > EngineDoor.MAX_RESULTS) {
            // Tasklist asks for 2,000 filters and means all of them
            if (query.getMaxResults() < Integer.MAX_VALUE && door == EngineDoor.REST) {
                throw tooMany();
            }
            query.setMaxResults(EngineDoor.MAX_RESULTS + 1);
        }
        T result;
        try {
            result = next.execute(command);
        } catch (RuntimeException e) {
            throw outOfTime(e).map(Refusals::asBadRequest).orElse(e);
        }
        if (command instanceof AbstractQuery<?, ?>
                && result instanceof List<?> list
                && list.size() > EngineDoor.MAX_RESULTS) {
            throw tooMany();
        }
        return result;
    }

    private Optional<ProblemException> outOfTime(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> databaseProblems.translate(cause).stream())
                .findFirst();
    }

    private static RuntimeException tooMany() {
        return Refusals.asBadRequest(ProblemException.invalid("maxResults", EngineDoor.TOO_MANY));
    }
}
