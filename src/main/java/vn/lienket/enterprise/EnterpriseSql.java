package vn.lienket.enterprise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts of statements that list the fields of an enterprise, so that none is forgotten in one of them. */
final class EnterpriseSql {

    static final List<EnterpriseField> FIELDS = List.of(EnterpriseField.values());

    private EnterpriseSql() {}

    /** {@code e.tax_code, e.name, …}. */
    static String columns(String alias) {
        return columns(alias, FIELDS);
    }

    static String columns(String alias, Collection<EnterpriseField> fields) {
        return joined(fields, field -> alias + "." + field.column());
    }

    /** {@code tax_code, name, …}. */
    static String columns() {
        return joined(FIELDS, EnterpriseField::column);
    }

    /** {@code name = s.name, …}. */
    static String assignments(String source, Collection<EnterpriseField> fields) {
        return joined(fields, field -> "%s = %s.%s".formatted(field.column(), source, field.column()));
    }

    /** A JSON object of the row by the names of the contract, as {@code lienket.changes} compares it. */
    static String object(String alias) {
        return "jsonb_build_object(%s)"
                .formatted(joined(FIELDS, field -> "'%s', %s.%s".formatted(field.id(), alias, field.column())));
    }

    static Enterprise map(ResultSet row, int number) throws SQLException {
        return new Enterprise(
                row.getString("tax_code"),
                row.getString("name"),
                Sector.of(row.getString("sector")).orElseThrow(),
                row.getInt("employees"),
                row.getLong("revenue"),
                row.getLong("capital"),
                row.getBoolean("women_owned"),
                row.getBoolean("social_enterprise"),
                row.getString("vsic_version"),
                row.getString("vsic_code"),
                row.getString("contact_name"),
                row.getString("contact_email"),
                row.getString("contact_phone"),
                row.getString("address"),
                row.getObject("digital_level", Integer.class),
                row.getString("size"),
                row.getInt("revision"));
    }

    private static String joined(Collection<EnterpriseField> fields, Function<EnterpriseField, String> part) {
        return fields.stream().map(part).collect(Collectors.joining(", "));
    }
}
