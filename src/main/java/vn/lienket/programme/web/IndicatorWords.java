package vn.lienket.programme.web;

import java.math.BigDecimal;
import vn.lienket.page.Wording;
import vn.lienket.programme.Direction;
import vn.lienket.programme.IndicatorKind;
import vn.lienket.programme.SharedIndicator;

/** What the values of indicators mean, in Vietnamese sentences. */
final class IndicatorWords {

    private static final Wording SAY = Wording.VIETNAMESE;

    private IndicatorWords() {}

    /** How far a value is from the target. */
    static String distance(IndicatorKind kind, Direction direction, String unit, BigDecimal value, BigDecimal target) {
        boolean reached = direction.reached(value, target);
        BigDecimal difference = value.subtract(target).abs();
        if (difference.signum() == 0) {
            return "Đạt, đúng bằng mục tiêu.";
        }
        String far = "%s %s".formatted(SAY.decimal(difference), kind.distanceUnit(unit));
        if (kind == IndicatorKind.RANK) {
            return (reached ? "Đạt, trên mục tiêu %s." : "Chưa đạt, còn kém mục tiêu %s.").formatted(far);
        }
        if (direction == Direction.MORE) {
            return (reached ? "Đạt, hơn mục tiêu %s." : "Chưa đạt, còn thiếu %s so với mục tiêu.").formatted(far);
        }
        return (reached ? "Đạt, thấp hơn mục tiêu %s." : "Chưa đạt, còn cao hơn mục tiêu %s.").formatted(far);
    }

    /** What several activities come to together, or why they do not. */
    static String together(SharedIndicator shared) {
        String which = "%s (%s hoạt động): ".formatted(shared.name(), SAY.number(shared.activities()));
        if (!shared.kind().addsUp()) {
            return which + shared.kind().rule();
        }
        int without = shared.activities() - shared.newest().size();
        return which
                + shared.total()
                        .map(total -> "tổng các giá trị mới nhất là %s %s".formatted(SAY.decimal(total), shared.unit()))
                        .orElse("chưa có giá trị nào để cộng")
                + (without == 0 || shared.newest().isEmpty()
                        ? "."
                        : ", còn %s hoạt động chưa có giá trị.".formatted(SAY.number(without)));
    }
}
