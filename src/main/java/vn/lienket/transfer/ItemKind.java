package vn.lienket.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a transfer plan consists of. */
public enum ItemKind {
    DOCUMENT("Tài liệu"),
    TRAINING("Đào tạo"),
    EXPERT("Cử chuyên gia"),
    CONFIGURATION("Cấu hình hệ thống"),
    SOFTWARE("Phần mềm");

    private final String label;

    ItemKind(String label) {
        this.label = label;
    }

    /** As the form and the API call it, e.g. {@code training}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** Whether people meet for it, so that they are invited. */
    public boolean isMeeting() {
        return this == TRAINING || this == EXPERT;
    }

    /** The one with this code. */
    public static Optional<ItemKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
