package vn.lienket.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.lienket.rule.Verification;

/** Writes figures and times as people in Vietnam do, for templates; what is null stays empty. */
public final class Wording {

    /** The only one: templates call methods of objects, not of classes. */
    public static final Wording VIETNAMESE = new Wording();

    private static final Locale LOCALE = Locale.forLanguageTag("vi-VN");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private Wording() {}

    /** E.g. {@code 1.234.567}. */
    public String number(Number whole) {
        return whole == null ? "" : String.format(LOCALE, "%,d", whole.longValue());
    }

    /** Whole VND, e.g. {@code 1.234.567 đồng}. */
    public String money(Long amount) {
        return amount == null ? "" : number(amount) + " đồng";
    }

    /** A rate of 0 to 1, e.g. {@code 33,5 %}. */
    public String percent(BigDecimal rate) {
        return rate == null
                ? ""
                : rate.movePointRight(2).stripTrailingZeros().toPlainString().replace('.', ',') + " %";
    }

    /** With as many decimals as it has, two at most, e.g. {@code 1.352} or {@code 95,5}. */
    public String decimal(BigDecimal number) {
        if (number == null) {
            return "";
        }
        int decimals = Math.max(0, number.stripTrailingZeros().scale());
        return String.format(LOCALE, "%,." + decimals + "f", number);
    }

    /** With one decimal, e.g. {@code 47,5}. */
    public String score(BigDecimal score) {
        return score == null ? "" : String.format(LOCALE, "%.1f", score);
    }

    /** As {@link #score} with its sign, e.g. {@code +12,5}. */
    public String gain(BigDecimal gain) {
        return gain == null ? "" : String.format(LOCALE, "%+.1f", gain);
    }

    /** A citation with how far its rule was verified in brackets, where that is known. */
    public String cited(String citation, Verification verification) {
        return Verification.cited(citation, verification);
    }

    public String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** The day of a moment in Vietnam. */
    public String date(Instant instant) {
        return instant == null ? "" : DAY.format(instant.atZone(ZONE));
    }

    public String date(OffsetDateTime time) {
        return time == null ? "" : date(time.toInstant());
    }

    public String moment(Instant instant) {
        return instant == null ? "" : MOMENT.format(instant.atZone(ZONE));
    }

    public String moment(OffsetDateTime time) {
        return time == null ? "" : moment(time.toInstant());
    }
}
