package vn.lienket.problem;

import java.util.Optional;

/** Says what an exception of another layer, such as the engine, means to a user of {@code /api/v1}. */
@FunctionalInterface
public interface ProblemTranslator {

    /** The refusal this exception stands for, or empty if it is none of its business. */
    Optional<ProblemException> translate(Throwable exception);
}
