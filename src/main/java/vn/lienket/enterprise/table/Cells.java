package vn.lienket.enterprise.table;

import java.util.List;
import java.util.Objects;

/** Programs write empty cells to the right of a table; they are no part of it. */
final class Cells {

    private Cells() {}

    static List<String> header(List<?> cells) {
        List<String> names =
                cells.stream().map(cell -> Objects.toString(cell, "").strip()).toList();
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
