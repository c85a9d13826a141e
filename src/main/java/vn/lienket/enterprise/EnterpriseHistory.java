package vn.lienket.enterprise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.database.Moments;
import vn.lienket.enterprise.EnterpriseChange.FieldChange;

/** Reads who changed what; whoever writes an enterprise writes its history in the same statement. */
@Repository
class EnterpriseHistory {

    private static final TypeReference<Map<String, List<Object>>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    EnterpriseHistory(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<EnterpriseChange> of(String taxCode) {
        return jdbc.sql("""
                        select c.*, i.file_name from lienket.enterprise_change c
                        left join lienket.enterprise_import i on i.id = c.import_id
                        where c.tax_code = ? order by c.revision desc""").param(taxCode).query(this::map).list();
    }

    private EnterpriseChange map(ResultSet row, int number) throws SQLException {
        return new EnterpriseChange(
                row.getInt("revision"),
                row.getString("changed_by"),
                Moments.in(row, "changed_at"),
                row.getString("source"),
                row.getObject("import_id", UUID.class),
                row.getString("file_name"),
                row.getObject("line", Integer.class),
                changes(row.getString("changes")));
    }

    private List<FieldChange> changes(String text) {
        Map<String, List<Object>> changes;
        try {
            changes = json.readValue(text, CHANGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return EnterpriseSql.FIELDS.stream()
                .filter(field -> changes.containsKey(field.id()))
                .map(field -> new FieldChange(
                        field.id(),
                        field.label(),
                        changes.get(field.id()).get(0),
                        changes.get(field.id()).get(1)))
                .toList();
    }
}
