package vn.lienket.download;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import vn.lienket.page.Wording;

/**
 * A table, the same in a PDF and in an XLSX file.
 *
 * @param title of its section, e.g. "Tình hình xử lý hồ sơ"
 * @param sheet name of its sheet, at most 31 characters
 * @param summary one sentence
 * @param rows each a cell a column: a text, a whole or a decimal number, a day, or null
 * @param totals rows of the same shape under them, printed bold
 */
public record SheetTable(
        String title,
        String sheet,
        String summary,
        List<Column> columns,
        List<List<Object>> rows,
        List<List<Object>> totals) {

    /**
     * A column.
     *
     * @param millimetres its width on paper; 0 for what is left
     * @param figures whether it is one of numbers
     */
    public record Column(String head, int millimetres, boolean figures) {

        public static Column text(String head, int millimetres) {
            return new Column(head, millimetres, false);
        }

        public static Column figures(String head, int millimetres) {
            return new Column(head, millimetres, true);
        }
    }

    /** A row; null is an empty cell. */
    public static List<Object> row(Object... cells) {
        return Collections.unmodifiableList(Arrays.asList(cells));
    }

    /** A cell as it stands on paper. */
    public String text(Object cell) {
        if (cell instanceof LocalDate day) {
            return Wording.VIETNAMESE.day(day);
        }
        if (cell instanceof BigDecimal decimal) {
            return Wording.VIETNAMESE.decimal(decimal);
        }
        return cell instanceof Number whole ? Wording.VIETNAMESE.number(whole) : cell == null ? "" : cell.toString();
    }
}
