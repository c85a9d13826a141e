package vn.lienket.enterprise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rule that tells the size of enterprises, implemented by the module that owns it; without one no size is known. */
public interface EnterpriseSizes {

    /**
     * The size of each enterprise, in the same order: {@code micro}, {@code small}, {@code medium} or {@code large}, or empty where
     * no rule is in force on that day.
     */
    List<Optional<String>> sizesOf(List<Enterprise> enterprises, LocalDate on);

    /**
     * Names what the rule says on that day: under another name the sizes in the registry are out of date. Empty for a rule that never
     * changes.
     */
    default Optional<String> version(LocalDate on) {
        return Optional.empty();
    }
}
