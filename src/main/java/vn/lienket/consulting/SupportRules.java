package vn.lienket.consulting;

import java.time.LocalDate;
import java.util.Optional;

/** What the law gives: implemented by the decision table {@code Decision_SupportEntitlement}. */
public interface SupportRules {

    /** Empty if no rule covers the day ("chưa có quy định"). */
    Optional<SupportRule> find(SupportKind kind, String size, boolean preferential, LocalDate on);
}
