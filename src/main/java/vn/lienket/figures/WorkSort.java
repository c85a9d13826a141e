package vn.lienket.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what open tasks are ordered. */
public enum WorkSort {
    DUE("Theo hạn", "f.due_at %s nulls last"),
    /**
     * As long as it is late; what waits with a clock that stands still comes last. Within a calendar, more days late are an earlier due
     * date.
     */
    LATE(
            "Theo số ngày trễ",
            "exists (select from lienket.case_clock c where c.case_code = f.case_code and c.resumed_at is null),"
                    + " f.due_at %s nulls last"),
    SINCE("Theo lúc nhận việc", "f.created_at %s"),
    ORGANISATION("Theo đơn vị", "o.place %s nulls last, f.due_at nulls last"),
    PERSON("Theo người xử lý", "p.place %s nulls last, f.due_at nulls last");

    private final String label;
    private final String order;

    WorkSort(String label, String order) {
        this.label = label;
        this.order = order;
    }

    /** As the API calls it, e.g. {@code due}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    String order(boolean descending) {
        return order.formatted(descending ? "desc" : "asc");
    }

    /** The one with this code. */
    public static Optional<WorkSort> of(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code().equals(code)).findFirst();
    }
}
