package vn.lienket.transfer;

import java.time.Instant;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One expert's assessment of feasibility; feasibility, effort, note and time are null until he gives it.
 *
 * @param expert user id
 * @param feasibility code of a {@link Feasibility}
 * @param effortDays working days
 * @param replaced user id of the expert in whose place he came, or null
 */
@Table(schema = "lienket", value = "transfer_assessment")
public record TransferAssessment(
        String expert, String feasibility, Integer effortDays, String note, Instant givenAt, String replaced) {

    static TransferAssessment of(String expert) {
        return new TransferAssessment(expert, null, null, null, null, null);
    }

    TransferAssessment given(Feasibility how, int days, String text, Instant at) {
        return new TransferAssessment(expert, how.code(), days, text, at, replaced);
    }

    TransferAssessment by(String other) {
        return new TransferAssessment(other, null, null, null, null, expert);
    }

    boolean isGiven() {
        return givenAt != null;
    }
}
