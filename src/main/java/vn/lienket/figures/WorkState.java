package vn.lienket.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an open task stands to its due date. What waits with a clock that stands still is never late. */
public enum WorkState {
    /** All of them. */
    OPEN("Đang mở"),
    LATE("Quá hạn"),
    /** Not late, and due until the end of this week. */
    DUE("Đến hạn trong tuần"),
    /** The clock of its case stands still. */
    PAUSED("Tạm dừng");

    private final String label;

    WorkState(String label) {
        this.label = label;
    }

    /** As the API calls it, e.g. {@code late}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** The one with this code. */
    public static Optional<WorkState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
