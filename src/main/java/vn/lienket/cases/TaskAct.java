package vn.lienket.cases;

import java.util.Arrays;
import java.util.Optional;

/** What is done with an open task beside its work; the engine's remark on the task is marked with its name. */
public enum TaskAct {
    HANDED_OVER("Giao lại"),
    REMINDED("Nhắc việc");

    private final String label;

    TaskAct(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Empty for the mark of a remark that somebody wrote himself. */
    public static Optional<TaskAct> of(String mark) {
        return Arrays.stream(values()).filter(act -> act.name().equals(mark)).findFirst();
    }
}
