package vn.lienket.enterprise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienket.enterprise.table.CellProblem;
import vn.lienket.enterprise.table.Table;
import vn.lienket.enterprise.table.TableRow;
import vn.lienket.problem.ProblemException;

/**
 * Some rows of a file, checked one by one.
 *
 * @param read number of rows
 * @param accepted those without a fault, in the order of the file
 * @param refused their number
 * @param refusals the faults of the others, one or more for each
 * @param last whether the file ends here
 */
record ImportBatch(int read, List<Row> accepted, int refused, List<Refusal> refusals, boolean last) {

    /** A row whose fields are in order by themselves. */
    record Row(int line, Enterprise enterprise) {}

    /** Reads the next rows. */
    static ImportBatch next(Table table, ImportColumns columns, int size) {
        List<Row> accepted = new ArrayList<>(size);
        List<Refusal> refusals = new ArrayList<>();
        int read = 0;
        Optional<TableRow> next = Optional.empty();
        while (read < size && (next = table.next()).isPresent()) {
            read++;
            check(next.get(), columns, accepted, refusals);
        }
        return new ImportBatch(read, accepted, read - accepted.size(), refusals, next.isEmpty());
    }

    private static void check(TableRow row, ImportColumns columns, List<Row> accepted, List<Refusal> refusals) {
        if (!columns.fit(row)) {
            String reason =
                    "Dòng có %d ô, dòng tiêu đề có %d ô.".formatted(row.cells().size(), columns.size());
            refusals.add(new Refusal(row.line(), "", reason, null));
            return;
        }
        Map<String, Object> values = columns.of(row);
        List<Refusal> unusable = unusable(row.line(), values);
        if (!unusable.isEmpty()) {
            refusals.addAll(unusable);
            return;
        }
        try {
            accepted.add(new Row(row.line(), new EnterpriseInput(values).check()));
        } catch (ProblemException e) {
            e.fields().stream()
                    .map(field -> new Refusal(row.line(), field.name(), field.message(), text(values, field.name())))
                    .forEach(refusals::add);
        }
    }

    private static List<Refusal> unusable(int line, Map<String, Object> values) {
        return EnterpriseSql.FIELDS.stream()
                .filter(field -> values.get(field.id()) instanceof CellProblem)
                .map(field -> {
                    CellProblem problem = (CellProblem) values.get(field.id());
                    return new Refusal(
                            line, field.id(), "%s: %s.".formatted(field.label(), problem.reason()), problem.text());
                })
                .toList();
    }

    private static String text(Map<String, Object> values, String field) {
        Object value = values.get(field);
        return value == null ? null : value.toString();
    }
}
