package vn.lienket.transfer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What experts say of a request. */
public enum Feasibility {
    FEASIBLE("Khả thi"),
    PARTLY("Khả thi một phần"),
    INFEASIBLE("Không khả thi");

    private final String label;

    Feasibility(String label) {
        this.label = label;
    }

    /** As the form, the API and the database call it, e.g. {@code partly}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** The one with this code. */
    public static Optional<Feasibility> of(String code) {
        return Arrays.stream(values())
                .filter(feasibility -> feasibility.code().equals(code))
                .findFirst();
    }
}
