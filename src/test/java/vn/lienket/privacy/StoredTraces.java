package vn.lienket.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a text in every column of every table that can hold one. */
final class StoredTraces {

    /** Papers that were issued are records of a case: nothing changes them. */
    private static final List<String> ISSUED = List.of("lienket.document_chunk");

    private final JdbcClient jdbc;

    StoredTraces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns with at least one row that has it, upper and lower case alike. */
    List<String> of(String text) {
        List<String> found = new ArrayList<>();
        for (Column column : columns()) {
            boolean bytes = column.type().equals("bytea");
            boolean there = jdbc.sql(
                            bytes
                                    ? "select exists (select from %s where position(:sought in %s) > 0)"
                                            .formatted(column.table(), column.name())
                                    : "select exists (select from %s where position(lower(:sought) in lower(%s::text)) > 0)"
                                            .formatted(column.table(), column.name()))
                    .param("sought", bytes ? text.getBytes(StandardCharsets.UTF_8) : text)
                    .query(Boolean.class)
                    .single();
            if (there) {
                found.add(column.table() + "." + column.name());
            }
        }
        return found;
    }

    private record Column(String table, String name, String type) {}

    private List<Column> columns() {
        return jdbc
                .sql("""
                        select format('%I.%I', table_schema, table_name), quote_ident(column_name), data_type
                        from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_schema in ('public', 'lienket') and table_type = 'BASE TABLE'
                        and data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'xml',
                            'tsvector', 'ARRAY', 'USER-DEFINED')
                        order by 1, 2""")
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(column -> !ISSUED.contains(column.table()))
                .toList();
    }
}
