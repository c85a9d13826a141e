package vn.lienket.programme;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the values of an indicator are, and so which of them are possible and what may be reckoned with them. */
public enum IndicatorKind {
    /** A share, 0 to 100 with at most two decimals. It never adds up nor averages without the numbers it is a share of. */
    PERCENT("Tỷ lệ phần trăm", 0, 100L, 2, "phải từ 0 đến 100, nhiều nhất hai chữ số thập phân"),
    /** How many, a whole number from 0. Counts of different organisations or activities add up, those of different days do not. */
    COUNT("Số lượng", 0, null, 0, "phải là số nguyên không âm"),
    /** A place in an order, a whole number from 1, the best. It never adds up. */
    RANK("Thứ hạng", 1, null, 0, "phải là số nguyên từ 1 trở lên"),
    /** An amount such as minutes, from 0 with at most two decimals. It is a mean or an extreme as a rule, so it does not add up. */
    MEASURE("Số đo", 0, null, 2, "phải là số không âm, nhiều nhất hai chữ số thập phân");

    private final String label;
    private final BigDecimal least;
    private final BigDecimal most;
    private final int decimals;
    private final String complaint;

    IndicatorKind(String label, long least, Long most, int decimals, String complaint) {
        this.label = label;
        this.least = BigDecimal.valueOf(least);
        this.most = most == null ? null : BigDecimal.valueOf(most);
        this.decimals = decimals;
        this.complaint = complaint;
    }

    /** The word in the API and in files, e.g. {@code percent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    public static Optional<IndicatorKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Whether values of different organisations or activities may be summed: only counts. */
    public boolean addsUp() {
        return this == COUNT;
    }

    /** Whether an indicator of this kind may move that way: a rank only towards the first place. */
    public boolean allows(Direction direction) {
        return this != RANK || direction == Direction.LESS;
    }

    /**
     * What is wrong with a value, as a Vietnamese phrase that goes on after the name of the field ("Giá trị: phải từ 0 đến 100…"
     * without a full stop); null if nothing is.
     */
    public String check(BigDecimal value) {
        boolean inRange = value.compareTo(least) >= 0 && (most == null || value.compareTo(most) <= 0);
        return inRange && value.stripTrailingZeros().scale() <= decimals ? null : complaint;
    }

    /**
     * The sum of values, one of each organisation or activity.
     *
     * @return empty for a kind that does not add up, and if there are no values: nothing measured is not zero
     */
    public Optional<BigDecimal> total(List<BigDecimal> values) {
        return addsUp() ? values.stream().reduce(BigDecimal::add) : Optional.empty();
    }
}
