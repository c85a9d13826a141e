package vn.lienket.consulting;

import java.math.BigDecimal;
import java.util.List;
import vn.lienket.rule.Verification;

/**
 * What a roadmap costs and what support it could get if it were decided today. All money in whole VND.
 *
 * @param total entitled support over all kinds with a rule
 */
public record SupportPreview(long totalCost, List<Line> lines, long total) {

    /** What a step costs, in VND, and what support it asks for. */
    public record Cost(SupportKind supportKind, long amount) {

        static Cost of(RoadmapStep step) {
            return new Cost(step.supportKind(), step.cost());
        }
    }

    /**
     * One kind of support; rate, cap, citation are null and the amount is 0 where there is no rule ("chưa có quy định").
     *
     * @param grantedBefore of this kind in this calendar year
     */
    public record Line(
            String supportKind,
            String supportKindName,
            long eligibleCost,
            BigDecimal rate,
            Long cap,
            long grantedBefore,
            long amount,
            String citation,
            Verification verification) {}
}
