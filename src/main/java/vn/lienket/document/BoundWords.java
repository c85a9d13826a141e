package vn.lienket.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells where no line of an official document ends, though a space is there: within what people read as one. */
final class BoundWords {

    private static final char NO_BREAK_SPACE = '\u00A0';

    /** Before a number: "Điều 1", "ngày 05", "Số ……". */
    private static final Set<String> NUMBERED =
            Set.of("điều", "khoản", "điểm", "chương", "mục", "lục", "quý", "ngày", "tháng", "năm", "số", "số:", "lần");

    /** Behind a number: "02 bản", "50 %". */
    private static final Set<String> UNITS = Set.of(
            "%",
            "đồng", "nghìn", "triệu", "tỷ", "ngày", "tháng", "năm", "giờ", "phút", "bản", "trang", "người", "bên",
            "điểm", "km", "ha");

    private static final Pattern EDGES = Pattern.compile("^[(“\"]+|[)”\",.;:]+$");
    private static final Pattern NUMBER_BEGINS = Pattern.compile("[\\d…].*");
    private static final Pattern NUMBER_ENDS = Pattern.compile(".*[\\d…]");
    private static final Pattern DASH = Pattern.compile("[-–]");
    private static final Pattern NAME_BEGINS = Pattern.compile("[(“\"]*\\p{Lu}\\p{Ll}+");
    private static final Pattern NAME_GOES_ON = Pattern.compile("\\p{Lu}\\p{Ll}+\\P{L}*");

    private BoundWords() {}

    /** Whether no line ends between these words. */
    static boolean bound(String before, String after) {
        String word = EDGES.matcher(before).replaceAll("").toLowerCase(Locale.ROOT);
        boolean number = NUMBER_BEGINS.matcher(after).matches();
        if (number && (NUMBERED.contains(word) || NUMBERED.contains(before.toLowerCase(Locale.ROOT)))) {
            return true;
        }
        if (NUMBER_ENDS.matcher(before).matches()) {
            String unit = EDGES.matcher(after).replaceAll("").toLowerCase(Locale.ROOT);
            return UNITS.contains(unit) || DASH.matcher(after).matches();
        }
        return number && DASH.matcher(before).matches()
                || NAME_BEGINS.matcher(before).matches()
                        && NAME_GOES_ON.matcher(after).matches();
    }

    /** The text with spaces at which no line ends, as a word processor knows them. */
    static String bind(String text) {
        StringBuilder bound = new StringBuilder(text);
        int start = 0;
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', start)) {
            if (bound(text.substring(start, space), wordAt(text, space + 1))) {
                bound.setCharAt(space, NO_BREAK_SPACE);
            }
            start = space + 1;
        }
        return bound.toString();
    }

    static String wordAt(String text, int position) {
        int space = text.indexOf(' ', position);
        return space < 0 ? text.substring(position) : text.substring(position, space);
    }
}
