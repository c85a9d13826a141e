package vn.lienket.figures;

import java.util.Arrays;
import java.util.Optional;

/** What a case is counted as in a month; {@link #RECEIVED} and {@link #CARRIED_OVER} beside one of the others. */
public enum Measure {
    RECEIVED("received", "Nhận trong tháng", "asked f where f.opened_at >= :start"),
    CARRIED_OVER(
            "carriedOver",
            "Tháng trước chuyển sang",
            "asked f where f.opened_at < :start and coalesce(f.closed_at, :end) >= :start"),
    EARLY("early", "Trước hạn", Measure.CLOSED),
    ON_TIME("onTime", "Đúng hạn", Measure.CLOSED),
    LATE("late", "Quá hạn", Measure.CLOSED),
    IN_PROGRESS(
            "inProgress",
            "Đang xử lý, trong hạn",
            Measure.OPEN + "f.code not in (select case_code from paused union all select case_code from overdue)"),
    OVERDUE("overdue", "Đang xử lý, quá hạn", Measure.OPEN + "f.code in (select case_code from overdue)"),
    PAUSED("paused", "Tạm dừng", Measure.OPEN + "f.code in (select case_code from paused)"),
    WITHDRAWN("withdrawn", "Đã rút", Measure.CLOSED),
    DECLINED("declined", "Không tiếp nhận, dừng", Measure.CLOSED);

    private static final String CLOSED =
            "asked f where f.closed_at >= :start and f.closed_at < :end and f.outcome = '%s'";
    private static final String OPEN = "open f where ";

    private final String code;
    private final String label;
    private final String cases;

    Measure(String code, String label, String cases) {
        this.code = code;
        this.label = label;
        this.cases = cases.formatted(name());
    }

    /** As the API calls it. */
    public String code() {
        return code;
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** SQL of the cases that are counted, after {@code from}. */
    String cases() {
        return cases;
    }

    /** SQL over groups of cases. */
    String counted() {
        return switch (this) {
            case RECEIVED -> "received";
            case CARRIED_OVER -> "not received";
            default -> "standing = '%s'".formatted(name());
        };
    }

    /** The one with this code. */
    public static Optional<Measure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code.equals(code))
                .findFirst();
    }
}
