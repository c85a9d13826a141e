package vn.lienket.figures;

import java.time.LocalDate;

/**
 * An activity that was under way in a quarter, as it stood at its end.
 *
 * @param percent last reported by then, or null
 */
public record ActivityStanding(
        String caseCode,
        String title,
        String field,
        String fieldName,
        String lead,
        String leadName,
        String partnerName,
        LocalDate startDate,
        LocalDate endDate,
        Standing standing,
        Integer percent) {

    /** How it stood. */
    public enum Standing {
        PLANNED("Đang thực hiện"),
        LATE("Quá hạn"),
        /** Its result was confirmed in the quarter. */
        DONE("Hoàn thành");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
