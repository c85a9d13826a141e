package vn.lienket.access;

import java.util.List;

/**
 * What a person may do, and why.
 *
 * @param organisation short name, or null
 * @param inDirectory false for an account that only the engine knows
 * @param active false after removal from the directory
 * @param roles ids, as the directory has them
 * @param groups of the engine, each with where it comes from
 * @param channels likewise
 */
public record PersonAccess(
        String id,
        String name,
        String organisation,
        boolean inDirectory,
        boolean active,
        boolean administrator,
        List<String> roles,
        List<Membership> groups,
        List<Membership> channels,
        List<Power> powers) {

    /** @param why a Vietnamese sentence without its full stop */
    public record Membership(String id, String name, String why) {}

    /** The kinds of powers. */
    public enum Kind {
        ADMINISTER("Quản trị"),
        WATCH("Theo dõi"),
        START("Mở hồ sơ"),
        WORK("Xử lý việc"),
        READ("Xem"),
        OTHER("Quyền khác");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /**
     * @param process key, or null where it is about no single one
     * @param task id in the model, or null
     * @param subject what it is about, as people read it
     * @param group by which he has it, or null where it is his own
     * @param channels ids in which it counts; of an administrator all
     * @param why a Vietnamese sentence without its full stop
     */
    public record Power(
            Kind kind, String process, String task, String subject, String group, List<String> channels, String why) {

        public String kindName() {
            return kind.label();
        }
    }
}
