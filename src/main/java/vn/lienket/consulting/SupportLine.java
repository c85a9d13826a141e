package vn.lienket.consulting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One kind of support with its calculation, for a document; money in whole VND.
 *
 * @param rate 0 to 1; null with cap and citation while no rule is known ("chưa có quy định")
 * @param cap per calendar year
 * @param grantedBefore of this kind in the year, over all cases of the enterprise
 * @param amount what is due, or would be
 */
record SupportLine(
        String kind, long eligibleCost, BigDecimal rate, Long cap, long grantedBefore, long amount, String citation) {

    public boolean known() {
        return rate != null && cap != null;
    }

    /** The rate in percent, e.g. {@code 50} or {@code 33,5}. */
    public String percent() {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** Rate × eligible cost; fractions of a đồng are dropped. */
    public long share() {
        return rate.multiply(BigDecimal.valueOf(eligibleCost))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** What the year's cap has left. */
    public long left() {
        return Math.max(0, cap - grantedBefore);
    }
}
