package vn.lienket.agreement;

import java.time.Instant;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What one party said about one version, in review (pháp chế) or approval (lãnh đạo).
 *
 * @param positive approve; false means changes or rejection, and then the comment is there
 */
@Table(schema = "lienket", value = "agreement_opinion")
public record Opinion(
        Stage stage, int version, String party, boolean positive, String comment, String author, Instant givenAt) {

    /** When the opinion was asked. */
    public enum Stage {
        REVIEW("Thẩm định"),
        APPROVAL("Phê duyệt");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** The Vietnamese name. */
        public String label() {
            return label;
        }
    }
}
