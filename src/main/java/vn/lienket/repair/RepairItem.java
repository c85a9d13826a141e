package vn.lienket.repair;

import java.util.List;

/**
 * What has become, or would become, of one case.
 *
 * @param now names of the steps at which it stands
 * @param then names of the steps at which it stands afterwards; empty if it cannot be done, or if nothing is left to do
 * @param detail why it cannot be done, in Vietnamese; null if it can
 * @param warnings what is to be thought of before, in Vietnamese
 */
public record RepairItem(
        String caseCode,
        String title,
        List<String> now,
        List<String> then,
        Outcome outcome,
        String detail,
        List<String> warnings) {

    /** How it ended; the first two of a dry run. */
    public enum Outcome {
        READY,
        BLOCKED,
        DONE,
        FAILED,
        UNCHANGED
    }
}
