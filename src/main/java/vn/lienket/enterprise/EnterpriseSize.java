package vn.lienket.enterprise;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sizes of enterprises, Nghị định 80/2021/NĐ-CP, Điều 5; what is above them is "large". */
public enum EnterpriseSize {
    MICRO("Siêu nhỏ"),
    SMALL("Nhỏ"),
    MEDIUM("Vừa"),
    LARGE("Lớn");

    private final String label;

    EnterpriseSize(String label) {
        this.label = label;
    }

    /** As decisions and the API call it, e.g. {@code micro}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    public static Optional<EnterpriseSize> of(String code) {
        return Arrays.stream(values()).filter(size -> size.code().equals(code)).findFirst();
    }

    /** The Vietnamese name of a code, or null for null. */
    public static String labelOf(String code) {
        return of(code).map(EnterpriseSize::label).orElse(null);
    }
}
