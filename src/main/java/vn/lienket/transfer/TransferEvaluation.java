package vn.lienket.transfer;

import java.time.LocalDate;
import org.springframework.data.relational.core.mapping.Column;
import vn.lienket.problem.ProblemException;

/**
 * What the requester says of the whole transfer.
 *
 * @param score 1 to 5; null while it is not evaluated, like the others
 */
public record TransferEvaluation(
        Integer score, @Column("evaluation_comment") String comment, LocalDate evaluatedOn) {

    static final int MAX_SCORE = 5;
    static final TransferEvaluation OPEN = new TransferEvaluation(null, null, null);

    static TransferEvaluation of(int score, String comment, LocalDate on) {
        if (score < 1 || score > MAX_SCORE) {
            throw ProblemException.invalid("score", "Điểm đánh giá: từ 1 đến %d.".formatted(MAX_SCORE));
        }
        return new TransferEvaluation(score, comment, on);
    }
}
