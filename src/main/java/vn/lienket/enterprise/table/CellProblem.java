package vn.lienket.enterprise.table;

/**
 * In the place of a cell without a value that could be used.
 *
 * @param text what the file has there
 * @param reason the end of a Vietnamese sentence that begins with the name of the field
 */
public record CellProblem(String text, String reason) {

    @Override
    public String toString() {
        return text;
    }
}
