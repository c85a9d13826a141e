package vn.lienket.enterprise;

import java.util.regex.Pattern;

/**
 * What is wrong with one cell, or with a row.
 *
 * @param line as {@link vn.lienket.enterprise.table.TableRow#line}
 * @param field as the header calls it, empty for the row as a whole
 * @param reason a Vietnamese sentence
 * @param value what the file has there, or null
 */
public record Refusal(int line, String field, String reason, String value) {

    private static final int MAX_VALUE = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    /** Keeps of the value what PostgreSQL takes and a reader needs. */
    public Refusal {
        if (value != null) {
            String start = value.codePointCount(0, value.length()) <= MAX_VALUE
                    ? value
                    : value.substring(0, value.offsetByCodePoints(0, MAX_VALUE)) + "…";
            value = CONTROL.matcher(start).replaceAll(" ");
        }
    }
}
