package vn.lienket.cases;

import java.util.List;
import vn.lienket.problem.ProblemException;

/** What the aggregates of all modules have in common. Saving one moves its dossier to the status of its state. */
public interface Case {

    /** E.g. {@code H09-261123-0001}; also the business key. */
    String caseCode();

    CaseState state();

    /** 409 for a step that is due in none but these states. */
    default void requireState(CaseState... allowed) {
        if (!List.of(allowed).contains(state())) {
            throw ProblemException.conflict(
                    "Hồ sơ %s đang ở bước “%s”, không nhận thao tác này.".formatted(caseCode(), state().label()));
        }
    }

    /** 409 for a case that has ended, which nobody can withdraw. */
    default void requireWithdrawable() {
        if (state().isClosed()) {
            throw ProblemException.conflict("Hồ sơ %s đã kết thúc (%s), không thể rút."
                    .formatted(caseCode(), state().label().toLowerCase()));
        }
    }
}
