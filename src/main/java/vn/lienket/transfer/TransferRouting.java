package vn.lienket.transfer;

import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import vn.lienket.rule.Verification;

/**
 * To whom a request was routed, and why.
 *
 * @param expertise the skill that its experts need; null while it is not routed, like the others
 * @param daysAllowed working days for the assessment
 * @param verification null where a person chose the route
 */
public record TransferRouting(
        String expertise,
        Integer daysAllowed,
        @Column("route_citation") String citation,
        @Embedded.Nullable(prefix = "route_verification_") Verification verification) {

    static final TransferRouting OPEN = new TransferRouting(null, null, null, null);

    static TransferRouting by(RouteRule rule) {
        return new TransferRouting(rule.expertise(), rule.daysAllowed(), rule.citation(), rule.verification());
    }
}
