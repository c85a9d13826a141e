package vn.lienket.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.postgresql.util.PSQLState;
import org.springframework.stereotype.Component;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemTranslator;

/** Tells the user that the database did not manage in time. */
@Component
public class TimeoutProblems implements ProblemTranslator {

    @Override
    public Optional<ProblemException> translate(Throwable exception) {
        if (exception instanceof SQLException failure
                && PSQLState.QUERY_CANCELED.getState().equals(failure.getSQLState())) {
            return Optional.of(ProblemException.busy(
                    "Yêu cầu này mất quá nhiều thời gian nên đã bị dừng. Hãy thu hẹp điều kiện, hoặc thử lại sau."));
        }
        if (exception instanceof SQLTransientConnectionException) {
            return Optional.of(ProblemException.busy("Hệ thống đang bận. Hãy thử lại sau ít giây."));
        }
        return Optional.empty();
    }
}
