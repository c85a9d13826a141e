package vn.lienket.cases.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How cases stand, as people look for them; of a case more than one may be true. */
public enum CaseStanding {
    OPEN("Đang mở"),
    LATE("Quá hạn"),
    PAUSED("Tạm dừng"),
    CLOSED("Đã kết thúc");

    private final String label;

    CaseStanding(String label) {
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
    public static Optional<CaseStanding> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
