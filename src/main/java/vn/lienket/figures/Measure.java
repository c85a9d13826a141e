package vn.lienket.figures;

import java.util.Arrays;
import java.util.Optional;

/** What a case is counted as in a month; {@link #RECEIVED} and {@link #CARRIED_OVER} beside one of the others. */
public enum Measure {
    RECEIVED("received", "Nhận trong tháng", "received"),
    CARRIED_OVER("carriedOver", "Tháng trước chuyển sang", "not received"),
    EARLY("early", "Trước hạn", "standing = 'EARLY'"),
    ON_TIME("onTime", "Đúng hạn", "standing = 'ON_TIME'"),
    LATE("late", "Quá hạn", "standing = 'LATE'"),
    IN_PROGRESS("inProgress", "Đang xử lý, trong hạn", "standing = 'IN_PROGRESS'"),
    OVERDUE("overdue", "Đang xử lý, quá hạn", "standing = 'OVERDUE'"),
    PAUSED("paused", "Tạm dừng", "standing = 'PAUSED'"),
    WITHDRAWN("withdrawn", "Đã rút", "standing = 'WITHDRAWN'"),
    DECLINED("declined", "Không tiếp nhận, dừng", "standing = 'DECLINED'");

    private final String code;
    private final String label;
    private final String condition;

    Measure(String code, String label, String condition) {
        this.code = code;
        this.label = label;
        this.condition = condition;
    }

    /** As the API calls it. */
    public String code() {
        return code;
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** SQL over the counted cases. */
    String condition() {
        return condition;
    }

    /** The one with this code. */
    public static Optional<Measure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code.equals(code))
                .findFirst();
    }
}
