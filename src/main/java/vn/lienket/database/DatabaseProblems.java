package vn.lienket.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemTranslator;

/** Tells the user that the database did not manage in time, or cannot hold what he has sent. */
@Component
public class DatabaseProblems implements ProblemTranslator {

    /** Waited for a lock, or found the connection broken or the server starting: another try may well succeed. */
    private static final Set<String> IN_VAIN =
            Set.of("55P03", "25P03", "08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "53300");

    /** A NUL, a text too long, a day out of range, a pattern that ends in a backslash. */
    private static final Set<String> UNFIT = Set.of("22021", "22001", "22008", "22025");

    @Override
    public Optional<ProblemException> translate(Throwable exception) {
        if (exception instanceof SQLException failure
                && PSQLState.QUERY_CANCELED.getState().equals(failure.getSQLState())) {
            return Optional.of(ProblemException.busy(
                    "Yêu cầu này mất quá nhiều thời gian nên đã bị dừng. Hãy thu hẹp điều kiện, hoặc thử lại sau."));
        }
        if (exception instanceof SQLException failure && IN_VAIN.contains(Objects.toString(failure.getSQLState(), ""))
                || exception instanceof SQLTransientConnectionException
                || exception instanceof TransactionSystemException step && isLost(step)) {
            return Optional.of(ProblemException.busy("Hệ thống đang bận. Hãy thử lại sau ít giây."));
        }
        if (exception instanceof SQLException failure && UNFIT.contains(Objects.toString(failure.getSQLState(), ""))) {
            return Optional.of(ProblemException.invalid("value", "Một giá trị được gửi lên không được chấp nhận."));
        }
        return Optional.empty();
    }

    /** Whether a step failed and could not even be taken back: its connection is gone, and what it did with it. */
    private static boolean isLost(TransactionSystemException step) {
        return step.getApplicationException() != null;
    }
}
