package vn.lienket.maturity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact fraction: means are divided once, at the end, so rounding does not depend on an order of operations. */
record Fraction(BigDecimal numerator, BigDecimal denominator) {

    static final Fraction ZERO = new Fraction(BigDecimal.ZERO, BigDecimal.ONE);

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction times(BigDecimal factor) {
        return new Fraction(numerator.multiply(factor), denominator);
    }

    Fraction dividedBy(BigDecimal divisor) {
        return new Fraction(numerator, denominator.multiply(divisor));
    }

    /** In percent with one decimal, half up. */
    BigDecimal percent() {
        return numerator.multiply(PERCENT).divide(denominator, 1, RoundingMode.HALF_UP);
    }
}
