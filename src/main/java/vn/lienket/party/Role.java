package vn.lienket.party;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person does in an organisation; each role of an organisation is a Camunda group {@code <org>-<role>}. */
public enum Role {
    OFFICER("Chuyên viên"),
    EXPERT("Chuyên gia"),
    LEGAL("Pháp chế"),
    CLERK("Văn thư"),
    LEADER("Lãnh đạo"),
    MANAGER("Theo dõi");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The id used in the directory file and in group ids, e.g. {@code officer}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Vietnamese name of the role. */
    public String label() {
        return label;
    }

    /** The group of this role in an organisation, e.g. {@code binhduong-officer}. */
    public String groupOf(String organisation) {
        return organisation + "-" + id();
    }

    /** Whether people in this role do the work of cases; managers only watch it. */
    public boolean doesWork() {
        return this != MANAGER;
    }

    /** Whether a group is that of this role in some organisation. */
    public boolean isOf(String group) {
        return group.endsWith("-" + id());
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }
}
