package vn.lienket.enterprise.table;

import java.util.List;

/**
 * One row below the header.
 *
 * @param line where it begins in the file: the physical line of a CSV file, the number of the row in a sheet
 * @param cells each a {@code String}, {@code BigDecimal}, {@code Boolean}, {@link CellProblem} or null if it is empty; those beyond
 *     the header only as far as one of them is not
 */
public record TableRow(int line, List<Object> cells) {}
