package vn.lienket.enterprise;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienket.enterprise.table.TableRow;
import vn.lienket.enterprise.table.UnreadableTableException;

/** Which field each column of a file holds. An unknown column is refused with the file: a misspelt one would be lost silently. */
final class ImportColumns {

    private final List<EnterpriseField> fields;

    private ImportColumns(List<EnterpriseField> fields) {
        this.fields = fields;
    }

    /** Reads a header, in any order and case; else a sentence that names every column that is too many or missing. */
    static ImportColumns of(List<String> header) {
        List<EnterpriseField> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (String name : header) {
            Optional<EnterpriseField> field = EnterpriseField.named(name);
            field.filter(found::contains).ifPresent(again -> twice.add(again.id()));
            field.ifPresentOrElse(found::add, () -> unknown.add(name.isEmpty() ? "(trống)" : name));
        }
        List<String> missing = EnterpriseSql.FIELDS.stream()
                .filter(field -> field.required() && !found.contains(field))
                .map(EnterpriseField::id)
                .toList();
        String problem = Stream.of(
                        problem("thiếu cột", missing), problem("cột lạ", unknown), problem("cột lặp lại", twice))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        if (!problem.isEmpty()) {
            throw new UnreadableTableException("Dòng tiêu đề của tệp (file): %s. Các cột được nhận: %s."
                    .formatted(
                            problem,
                            EnterpriseSql.FIELDS.stream()
                                    .map(EnterpriseField::id)
                                    .collect(Collectors.joining(", "))));
        }
        return new ImportColumns(found);
    }

    /** What the file says of; of the other fields a known enterprise keeps what it has. */
    Set<EnterpriseField> fields() {
        return EnumSet.copyOf(fields);
    }

    /** Whether the row has a cell for each column and none beside. */
    boolean fit(TableRow row) {
        return row.cells().size() == fields.size();
    }

    int size() {
        return fields.size();
    }

    /** The cells of a row by the names of the contract. */
    Map<String, Object> of(TableRow row) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(fields.get(i).id(), row.cells().get(i));
        }
        return values;
    }

    private static Optional<String> problem(String what, List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(what + " " + names.stream().limit(20).collect(Collectors.joining(", ")));
    }
}
