package vn.lienket.cases.process;

/**
 * A way in which officers and leaders of its lead end a case before its time, by a message to it; a module publishes one as a bean for
 * each way that its cases have besides the withdrawal of all.
 *
 * @param id in addresses, e.g. {@code withdrawal}
 * @param kind the module's word of the cases that it is for; null for those of every kind
 * @param closed whether these count as ended in the register, as an agreement in force does
 * @param name e.g. "Rút hồ sơ"
 * @param message e.g. {@code Message_CaseWithdrawn}
 * @param reason name of the variable that says why
 */
public record CaseEnding(String id, String kind, boolean closed, String name, String message, String reason) {

    /** Whether cases of this kind are ended so. */
    public boolean isFor(String caseKind) {
        return kind == null || kind.equals(caseKind);
    }
}
