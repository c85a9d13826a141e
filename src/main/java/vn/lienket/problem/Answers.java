package vn.lienket.problem;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks single answers of a form. Each method takes the field as the form and the API call it and the label as the user sees it, and
 * refuses with 400 and a Vietnamese sentence that begins with the label.
 */
public final class Answers {

    private static final int MAX_TEXT = 4000;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]"
            + "|[\\p{Cs}\\x{FFFE}\\x{FFFF}]"
            + "|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,2}0*)?");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}([.,]\\d{3})+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    /** Nobody plans further; what is beyond has been mistyped. */
    private static final Year FIRST_YEAR = Year.of(1950);

    private static final Year LAST_YEAR = Year.of(2199);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private Answers() {}

    /** Refuses fields that nobody would read: whoever sends one means something by it. */
    public static void requireKnown(Collection<String> sent, Collection<String> known) {
        FieldProblems problems = new FieldProblems();
        sent.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.check(false, name, "Trường %s: không có trường này.".formatted(name)));
        problems.throwIfAny();
    }

    /** As the next, for a field of the catalogue. */
    public static String choice(String field, String value, List<String> allowed) {
        return choice(field, Fields.label(field), value, allowed);
    }

    /** One of the allowed words. */
    public static String choice(String field, String label, String value, List<String> allowed) {
        if (!allowed.contains(stripped(value))) {
            throw ProblemException.invalid(field, "%s: hãy chọn một phương án.".formatted(label));
        }
        return stripped(value);
    }

    /** Codes that can be chosen, each with what it stands for: "late (quá hạn), paused (tạm dừng)". */
    public static <T> String codes(Collection<T> values, Function<T, String> code, Function<T, String> label) {
        return values.stream()
                .map(value -> {
                    String meaning = label.apply(value);
                    return "%s (%s%s)"
                            .formatted(
                                    code.apply(value),
                                    meaning.substring(0, 1).toLowerCase(VIETNAMESE),
                                    meaning.substring(1));
                })
                .collect(Collectors.joining(", "));
    }

    /**
     * A value as a text, of whatever kind a form sends it: true and numbers are written out.
     *
     * @return null if there is none
     */
    public static String text(String field, String label, Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Number || value instanceof Boolean) {
            return plain(value);
        }
        throw ProblemException.invalid(field, "%s: phải là một giá trị đơn.".formatted(label));
    }

    /** A number in plain digits: the double 1.5E9 is "1500000000". */
    private static String plain(Object value) {
        return value instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** As the next, for a field of the catalogue. */
    public static boolean flag(String field, Object value) {
        return flag(field, Fields.label(field), value);
    }

    /** Yes or no: {@code true} or {@code false}, as such or as a word, and nothing else; what is not said is refused. */
    public static boolean flag(String field, String label, Object value) {
        String word = stripped(text(field, label, value));
        if (!word.equals("true") && !word.equals("false")) {
            throw ProblemException.invalid(field, "%s: hãy chọn có (true) hoặc không (false).".formatted(label));
        }
        return word.equals("true");
    }

    /** As the next, for a field of the catalogue. */
    public static boolean optionalFlag(String field, Object value) {
        return optionalFlag(field, Fields.label(field), value);
    }

    /** As {@link #flag(String, String, Object)}; what is not said is no. */
    public static boolean optionalFlag(String field, String label, Object value) {
        return value != null && !value.equals("") && flag(field, label, value);
    }

    /** A text in one line, which must be there: a title, as it stands in registers, mails and documents. */
    public static String requiredLine(String field, String label, String text, long maxLength) {
        String line = BLANKS.matcher(requiredText(field, label, text)).replaceAll(" ");
        if (line.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw ProblemException.invalid(field, "%s: phải có chữ hoặc số.".formatted(label));
        }
        if (line.length() > maxLength) {
            throw ProblemException.invalid(field, "%s: không quá %d ký tự.".formatted(label, maxLength));
        }
        return line;
    }

    /** As the next, for a field of the catalogue. */
    public static String requiredText(String field, String text) {
        return requiredText(field, Fields.label(field), text);
    }

    /** A text that must be there, without blanks around it. */
    public static String requiredText(String field, String label, String text) {
        String given = optionalText(field, label, text);
        if (given == null) {
            throw ProblemException.invalid(field, "%s: không được để trống.".formatted(label));
        }
        return given;
    }

    /** As the next, for a field of the catalogue. */
    public static String optionalText(String field, String text) {
        return optionalText(field, Fields.label(field), text);
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
        requireLetters(field, label, given);
        return given.isEmpty() ? null : given;
    }

    /** Refuses a text with a letter that no document can show. */
    public static void requireLetters(String field, String label, String text) {
        Typeface.missing(Normalizer.normalize(text, Normalizer.Form.NFC)).ifPresent(letter -> {
            throw ProblemException.invalid(
                    field, "%s: không in được ký tự “%s” trong văn bản, hãy bỏ hoặc thay.".formatted(label, letter));
        });
    }

    /** As the next, for a field of the catalogue. */
    public static LocalDate date(String field, String text) {
        return date(field, Fields.label(field), text);
    }

    /** A day as {@code yyyy-MM-dd}. */
    public static LocalDate date(String field, String label, String text) {
        LocalDate date = isoDate(text);
        if (date == null) {
            throw ProblemException.invalid(
                    field,
                    "%s: nhập ngày theo dạng năm-tháng-ngày, từ năm %s đến năm %s."
                            .formatted(label, FIRST_YEAR, LAST_YEAR));
        }
        return date;
    }

    /** As the next, for a field of the catalogue. */
    public static long wholeNumber(String field, Object value, long min, long max) {
        return wholeNumber(field, Fields.label(field), value, min, max);
    }

    /** A whole number between the two, both allowed; text or any kind of number. */
    public static long wholeNumber(String field, String label, Object value, long min, long max) {
        try {
            BigDecimal number = new BigDecimal(stripped(text(field, label, value))).stripTrailingZeros();
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

    /**
     * A number of at most fifteen digits before and two behind the decimal comma or point; text or any kind of number. Points or
     * commas between thousands are refused: one of them alone could be either.
     */
    public static BigDecimal number(String field, String label, Object value) {
        String digits = stripped(text(field, label, value));
        boolean written = value instanceof String;
        if (!NUMBER.matcher(digits).matches()
                || written && THOUSANDS.matcher(digits).matches()) {
            throw ProblemException.invalid(
                    field,
                    "%s: nhập một số, nhiều nhất hai chữ số thập phân, không có dấu phân cách hàng nghìn."
                            .formatted(label));
        }
        return new BigDecimal(digits.replace(',', '.'));
    }

    /** The day, or null if the text is none, or one that nobody can mean. */
    public static LocalDate isoDate(String text) {
        try {
            LocalDate date = LocalDate.parse(stripped(text));
            Year year = Year.from(date);
            return year.isBefore(FIRST_YEAR) || year.isAfter(LAST_YEAR) ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * Whether a text has what no document, mail or database takes: controls other than tab and line break, marks that turn the
     * direction of writing round, halves of a letter.
     */
    public static boolean unprintable(String text) {
        return UNPRINTABLE.matcher(text).find();
    }

    /** Whether there is no text, or nothing to be seen in it. */
    public static boolean blank(String text) {
        return stripped(text).isEmpty();
    }

    /** The text as {@link #stripped} leaves it; null if there is none. */
    public static String given(String text) {
        return blank(text) ? null : stripped(text);
    }

    /** The text without blanks at its ends, such that cannot be seen and no-break ones too; "" for null. */
    public static String stripped(String text) {
        if (text == null) {
            return "";
        }
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
