package vn.lienket.programme;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the values of an indicator are, and so which of them are possible and what may be reckoned with them. */
public enum IndicatorKind {
    /** A share, 0 to 100 with at most two decimals. It never adds up nor averages without the numbers it is a share of. */
    PERCENT(
            "Tỷ lệ phần trăm",
            0,
            100L,
            2,
            "phải từ 0 đến 100, nhiều nhất hai chữ số thập phân",
            "Tỷ lệ phần trăm không cộng được, cũng không lấy trung bình được khi không có các số gốc."),
    /** How many, a whole number from 0. Counts of different organisations or activities add up, those of different days do not. */
    COUNT(
            "Số lượng",
            0,
            null,
            0,
            "phải là số nguyên không âm",
            "Số lượng của các hoạt động khác nhau cộng được, của các ngày khác nhau thì không."),
    /** A place in an order, a whole number from 1, the best. It never adds up. */
    RANK("Thứ hạng", 1, null, 0, "phải là số nguyên từ 1 trở lên", "Thứ hạng không cộng được."),
    /** An amount such as minutes, from 0 with at most two decimals. It is a mean or an extreme as a rule, so it does not add up. */
    MEASURE(
            "Số đo",
            0,
            null,
            2,
            "phải là số không âm, nhiều nhất hai chữ số thập phân",
            "Số đo không cộng được: thường là giá trị trung bình hoặc cao nhất.");

    private final String label;
    private final BigDecimal least;
    private final BigDecimal most;
    private final int decimals;
    private final String complaint;
    private final String rule;

    IndicatorKind(String label, long least, Long most, int decimals, String complaint, String rule) {
        this.label = label;
        this.least = BigDecimal.valueOf(least);
        this.most = most == null ? null : BigDecimal.valueOf(most);
        this.decimals = decimals;
        this.complaint = complaint;
        this.rule = rule;
    }

    /** The word in the API and in files, e.g. {@code percent}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** What may be reckoned with its values, as a Vietnamese sentence. */
    public String rule() {
        return rule;
    }

    /** In what the distance between two of its values is told: of shares in points, of ranks in places. */
    public String distanceUnit(String unit) {
        return switch (this) {
            case PERCENT -> "điểm phần trăm";
            case RANK -> "bậc";
            case COUNT, MEASURE -> unit;
        };
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
