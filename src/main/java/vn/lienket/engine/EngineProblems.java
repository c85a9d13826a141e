package vn.lienket.engine;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.stereotype.Component;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.ProblemTranslator;

/** The engine's refusals as users of the API read them. */
@Component
class EngineProblems implements ProblemTranslator {

    @Override
    public Optional<ProblemException> translate(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return Optional.of(problem);
            }
        }
        if (exception instanceof OptimisticLockingException) {
            return Optional.of(
                    ProblemException.conflict("Công việc vừa được người khác thay đổi. Hãy tải lại và thử lại."));
        }
        if (exception instanceof AuthorizationException) {
            return Optional.of(ProblemException.forbidden("Bạn không có quyền thực hiện việc này."));
        }
        return Optional.empty();
    }
}
