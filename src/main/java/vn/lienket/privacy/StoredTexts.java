package vn.lienket.privacy;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Columns in which people have written what they liked, searched for a contact's data row by row. */
@Component
public class StoredTexts {

    private final JdbcClient jdbc;

    StoredTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some rows of a table.
     *
     * @param reference a column, or an expression, of what a row belongs to
     * @param condition with named parameters
     */
    public record Rows(
            String table, List<String> columns, String reference, String condition, Map<String, ?> parameters) {}

    /** A text in which something was found. */
    public record Found(String column, String reference, String text) {}

    private record Row(String place, String reference, Map<String, Object> values, Map<String, String> types) {}

    /** The texts in which there is something to blot out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Found> find(Redaction redaction, Rows rows) {
        List<Found> found = new ArrayList<>();
        for (Row row : read(rows, "")) {
            row.values().forEach((column, value) -> {
                if (value instanceof String text && redaction.touches(text)) {
                    found.add(new Found(column, row.reference(), text));
                }
            });
        }
        return found;
    }

    /**
     * Blots it out.
     *
     * @return in how many rows
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int redact(Redaction redaction, Rows rows) {
        int changed = 0;
        for (Row row : read(rows, " for update")) {
            Map<String, Object> after = new LinkedHashMap<>();
            row.values().forEach((column, value) -> {
                Object redacted =
                        value instanceof byte[] bytes ? redaction.applyTo(bytes) : redaction.applyTo((String) value);
                if (!Objects.equals(redacted, value)) {
                    after.put(column, redacted);
                }
            });
            if (!after.isEmpty()) {
                write(rows.table(), row, after);
                changed++;
            }
        }
        return changed;
    }

    private List<Row> read(Rows rows, String lock) {
        return jdbc.sql("select ctid::text, (%s)::text, %s from %s where %s%s"
                        .formatted(
                                rows.reference(),
                                String.join(", ", rows.columns()),
                                rows.table(),
                                rows.condition(),
                                lock))
                .params(rows.parameters())
                .query(StoredTexts::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        for (int i = 3; i <= columns.getColumnCount(); i++) {
            String type = columns.getColumnTypeName(i);
            types.put(columns.getColumnName(i), type);
            values.put(columns.getColumnName(i), type.equals("bytea") ? row.getBytes(i) : row.getString(i));
        }
        return new Row(row.getString(1), row.getString(2), values, types);
    }

    private void write(String table, Row row, Map<String, Object> after) {
        JdbcClient.StatementSpec update = jdbc.sql("update %s set %s where ctid = cast(:place as tid)"
                        .formatted(
                                table,
                                after.keySet().stream()
                                        .map(column -> "%1$s = cast(:%1$s as %2$s)"
                                                .formatted(column, row.types().get(column)))
                                        .collect(Collectors.joining(", "))))
                .param("place", row.place());
        after.forEach(update::param);
        update.update();
    }
}
