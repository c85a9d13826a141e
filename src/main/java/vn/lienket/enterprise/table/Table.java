package vn.lienket.enterprise.table;

import java.util.List;
import java.util.Optional;

/** A file as rows, read forward in constant memory. What is wrong with it is an {@link UnreadableTableException}. */
public interface Table extends AutoCloseable {

    /** The cells of the first row, stripped; empty ones as empty strings, without those at the end. */
    List<String> header();

    /** The next row that is not blank, or empty after the last one. */
    Optional<TableRow> next();

    @Override
    void close();
}
