package vn.lienket.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far a rule was verified against its source when it decided, as the columns {@code verification} and {@code reservation} of its
 * decision table say. What a person decided has none: he answers for it himself.
 *
 * @param reservation why the rule counts as unverified, in words for users; null where the table gives none
 */
public record Verification(Mark mark, String reservation) {

    /** In JSON its letter in the tables. */
    public enum Mark {
        READ("W", "đọc trên trang web, chưa đối chiếu Công báo"),
        SECONDARY("S", "bản chép thứ cấp, chưa đối chiếu Công báo"),
        RECALLED("R", "chưa kiểm chứng"),
        INTERNAL("I", "quy định nội bộ");

        private final String letter;
        private final String label;

        Mark(String letter, String label) {
            this.letter = letter;
            this.label = label;
        }

        @JsonValue
        public String letter() {
            return letter;
        }
    }

    /** The verification of a row, by the names of its outputs; IllegalArgumentException for a mark that is none. */
    public static Verification of(Map<String, Object> row) {
        Mark mark = Stream.of(Mark.values())
                .filter(known -> known.letter.equals(row.get("verification")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown mark: " + row.get("verification")));
        return new Verification(mark, (String) row.get("reservation"));
    }

    /** For users, e.g. {@code chưa kiểm chứng: chưa rõ ảnh hưởng đến Điều 31}. */
    @JsonProperty
    public String text() {
        return reservation == null ? mark.label : "%s: %s".formatted(mark.label, reservation);
    }

    /** A citation with how far it was verified in brackets, where that is known; null stays null. */
    public static String cited(String citation, Verification verification) {
        return citation == null || verification == null ? citation : "%s (%s)".formatted(citation, verification.text());
    }
}
