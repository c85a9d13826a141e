package vn.lienket.cases.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In which order cases are listed. */
public enum CaseOrder {
    NEWEST("-openedAt", "d.opened_at desc, d.code desc"),
    OLDEST("openedAt", "d.opened_at, d.code"),
    CODE("caseCode", "d.code"),
    CODE_BACKWARDS("-caseCode", "d.code desc"),
    /** Those without a deadline last. */
    DUE("due", "d.due nulls last, d.task, d.opened_at desc, d.code desc"),
    /** Those without a deadline last. */
    DUE_BACKWARDS("-due", "d.due desc nulls last, d.task desc, d.opened_at desc, d.code desc");

    private final String code;
    private final String sql;

    CaseOrder(String code, String sql) {
        this.code = code;
        this.sql = sql;
    }

    /** As the API calls it: a field, with a minus before it for the other direction. */
    public String code() {
        return code;
    }

    String sql() {
        return sql;
    }

    /** Of tasks, along their index. */
    String ofTasks() {
        return this == DUE ? "t.due_date_, t.id_" : "t.due_date_ desc, t.id_ desc";
    }

    boolean isByDue() {
        return this == DUE || this == DUE_BACKWARDS;
    }

    boolean isByCode() {
        return this == CODE || this == CODE_BACKWARDS;
    }

    /** The one with this code. */
    public static Optional<CaseOrder> of(String code) {
        return Arrays.stream(values()).filter(order -> order.code.equals(code)).findFirst();
    }

    /** All codes. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(CaseOrder::code).toList();
    }
}
