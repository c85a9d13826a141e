package vn.lienket.enterprise.table;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** What programs write around a table and nobody sees: empty cells to its right, signs without a shape. Neither is a part of it. */
final class Cells {

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*");
    /** All but the plain space, which in the middle of a name tells it from the right one. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}&&[^ ]]");

    /** What Excel itself takes into a cell. */
    private static final int MAX_TEXT = 32_767;

    private Cells() {}

    /** Adds what the reader stands at to the text of a cell, of a text too long only enough to know it by. */
    static void append(StringBuilder cell, XMLStreamReader xml) {
        if (xml.hasText() && xml.getEventType() != XMLStreamConstants.COMMENT && !tooLong(cell)) {
            String text = xml.getText();
            cell.append(text, 0, Math.min(text.length(), MAX_TEXT + 1));
        }
    }

    static boolean tooLong(CharSequence cell) {
        return cell.length() > MAX_TEXT;
    }

    /** The text of a cell, or null if there is nothing to see in it. */
    static String text(String cell) {
        return BLANK.matcher(cell).matches() ? null : cell;
    }

    static List<String> header(List<?> cells) {
        List<String> names = cells.stream()
                .map(cell -> INVISIBLE
                        .matcher(Objects.toString(cell, ""))
                        .replaceAll("")
                        .strip())
                .toList();
        int end = names.size();
        while (end > 0 && names.get(end - 1).isEmpty()) {
            end--;
        }
        return names.subList(0, end);
    }

    /** The cells under the header and as many more as are not empty. */
    static List<Object> row(List<Object> cells, int headerSize) {
        int end = cells.size();
        while (end > headerSize && cells.get(end - 1) == null) {
            end--;
        }
        return cells.subList(0, end);
    }
}
