package vn.lienket.problem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/**
 * Checks single answers of a form. Each method takes the field as the form and the API call it and the label as the user sees it, and
 * refuses with 400 and a Vietnamese sentence that begins with the label.
 */
public final class Answers {

    private static final int MAX_TEXT = 4000;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private Answers() {}

    /** One of the allowed words. */
    public static String choice(String field, String label, String value, List<String> allowed) {
        if (value == null || !allowed.contains(value.strip())) {
            throw ProblemException.invalid(field, "%s: hãy chọn một phương án.".formatted(label));
        }
        return value.strip();
    }

    /** A text that must be there, without blanks around it. */
    public static String requiredText(String field, String label, String text) {
        String given = optionalText(field, label, text);
        if (given == null) {
            throw ProblemException.invalid(field, "%s: không được để trống.".formatted(label));
        }
        return given;
    }

    /** A text of at most 4,000 printable characters without blanks around it, or null if there is none. */
    public static String optionalText(String field, String label, String text) {
        String given = stripped(text);
        if (given.length() > MAX_TEXT) {
            throw ProblemException.invalid(field, "%s: không quá %d ký tự.".formatted(label, MAX_TEXT));
        }
        if (unprintable(given)) {
            throw ProblemException.invalid(field, "%s: có ký tự không hợp lệ.".formatted(label));
        }
        return given.isEmpty() ? null : given;
    }

    /** A day as {@code yyyy-MM-dd}. */
    public static LocalDate date(String field, String label, String text) {
        LocalDate date = isoDate(text);
        if (date == null) {
            throw ProblemException.invalid(field, "%s: nhập ngày theo dạng năm-tháng-ngày.".formatted(label));
        }
        return date;
    }

    /** A whole number between the two, both allowed; text or any kind of number. */
    public static long wholeNumber(String field, String label, Object value, long min, long max) {
        try {
            BigDecimal number = new BigDecimal(String.valueOf(value).strip()).stripTrailingZeros();
            if (number.scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(min)) >= 0
                    && number.compareTo(BigDecimal.valueOf(max)) <= 0) {
                return number.longValueExact();
            }
        } catch (NumberFormatException notANumber) {
            // refused below like every other wrong number
        }
        throw ProblemException.invalid(
                field, String.format(VIETNAMESE, "%s: nhập số nguyên từ %,d đến %,d.", label, min, max));
    }

    /** The day, or null if the text is none. */
    public static LocalDate isoDate(String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Control characters have no place in a document, and PostgreSQL takes no NUL. */
    public static boolean unprintable(String text) {
        return text.chars()
                .anyMatch(character -> Character.isISOControl(character) && !Character.isWhitespace(character));
    }

    public static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    public static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
