package vn.lienket.consulting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.rule.Verification;

/**
 * Support for one kind of cost: the smaller of rate × eligible cost and what is left of the year's cap. All money in whole VND.
 *
 * @param year the calendar year whose cap it counts against
 * @param grantedBefore of the same kind, to the same enterprise, in the same year, over all its cases
 * @param verification null where a person decided
 * @param released the case was withdrawn, so the amount counts no longer
 */
@Table(schema = "lienket", value = "consulting_grant")
public record Grant(
        String taxCode,
        int year,
        SupportKind supportKind,
        long eligibleCost,
        BigDecimal rate,
        long cap,
        long grantedBefore,
        long amount,
        String citation,
        @Embedded.Nullable(prefix = "verification_") Verification verification,
        boolean released) {

    /** The amount that is due; fractions of a đồng are dropped. */
    static Grant of(String taxCode, int year, Entitlement entitlement, long eligibleCost, long grantedBefore) {
        long left = Math.max(0, entitlement.cap() - grantedBefore);
        return new Grant(
                taxCode,
                year,
                entitlement.supportKind(),
                eligibleCost,
                entitlement.rate(),
                entitlement.cap(),
                grantedBefore,
                Math.min(share(entitlement.rate(), eligibleCost), left),
                entitlement.citation(),
                entitlement.verification(),
                false);
    }

    /** What it rests on, for papers and mails. */
    String basis() {
        return Verification.cited(citation, verification);
    }

    /** Whether what it rests on is called unverified. */
    boolean isUnverified() {
        return verification != null && verification.mark() == Verification.Mark.RECALLED;
    }

    /** Rate × eligible cost. */
    long share() {
        return share(rate, eligibleCost);
    }

    private static long share(BigDecimal rate, long cost) {
        return rate.multiply(BigDecimal.valueOf(cost))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    Grant release() {
        return new Grant(
                taxCode,
                year,
                supportKind,
                eligibleCost,
                rate,
                cap,
                grantedBefore,
                amount,
                citation,
                verification,
                true);
    }
}
