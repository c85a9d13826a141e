package vn.lienket.figures;

import java.time.Instant;

/** A case that has come to its end. */
public record FinishedCase(
        String caseCode,
        String kind,
        String kindName,
        String title,
        String channel,
        String organisation,
        String organisationName,
        Instant openedAt,
        Instant closedAt,
        Outcome outcome,
        String outcomeName) {

    /** How a case came out, as it is counted. */
    public enum Outcome {
        EARLY("Trước hạn"),
        ON_TIME("Đúng hạn"),
        LATE("Quá hạn"),
        WITHDRAWN("Rút hồ sơ"),
        DECLINED("Không được tiếp nhận hoặc dừng xử lý");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
