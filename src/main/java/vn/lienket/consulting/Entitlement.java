package vn.lienket.consulting;

import java.math.BigDecimal;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.rule.Verification;

/**
 * What the rules give for one kind of support in a roadmap; rate, cap and citation are null while no rule is known ("chưa có quy định").
 *
 * @param rate 0 to 1
 * @param cap per calendar year, in VND
 * @param verification null where a person decided
 * @param decidedBy user id of the person who decided where no rule was found, else null
 */
@Table(schema = "lienket", value = "consulting_entitlement")
public record Entitlement(
        SupportKind supportKind,
        BigDecimal rate,
        Long cap,
        String citation,
        @Embedded.Nullable(prefix = "verification_") Verification verification,
        String decidedBy) {

    static Entitlement of(SupportKind kind, SupportRule rule) {
        return new Entitlement(kind, rule.rate(), rule.cap(), rule.citation(), rule.verification(), null);
    }

    /** Whether a rule, or a person in its place, has said what is due. */
    public boolean known() {
        return rate != null;
    }
}
