package vn.lienket.cases.process;

import java.util.Arrays;
import java.util.Optional;

/** In which order cases are listed. */
public enum CaseOrder {
    NEWEST("-openedAt", "Mới mở trước", "d.opened_at desc, d.code desc"),
    OLDEST("openedAt", "Mở lâu nhất trước", "d.opened_at, d.code"),
    CODE("caseCode", "Theo mã", "d.code"),
    CODE_BACKWARDS("-caseCode", "Theo mã, từ cuối", "d.code desc"),
    /** Those without a deadline last. */
    DUE("due", "Đến hạn sớm trước", "d.due nulls last, d.task, d.opened_at desc, d.code desc"),
    /** Those without a deadline last. */
    DUE_BACKWARDS("-due", "Đến hạn muộn trước", "d.due desc nulls last, d.task desc, d.opened_at desc, d.code desc");

    private final String code;
    private final String label;
    private final String sql;

    CaseOrder(String code, String label, String sql) {
        this.code = code;
        this.label = label;
        this.sql = sql;
    }

    /** As the API calls it: a field, with a minus before it for the other direction. */
    public String code() {
        return code;
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
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
}
