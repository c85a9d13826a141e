package vn.lienket.enterprise.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import vn.lienket.enterprise.Enterprise;

/**
 * The rows of {@code Decision_EnterpriseSize} in Java, for the whole registry at once: the FEEL engine takes about a millisecond for
 * each enterprise. A table with another shape, or a cell that {@link CellCondition} does not read, is refused when it is read, so that
 * the two never answer differently.
 */
final class SizeTable {

    /** How the table takes a number, so that text with digits counts as one. */
    private static final String NUMBER =
            "if %1$s instance of number then %1$s else if matches(%1$s, \"^[0-9]+$\") then number(%1$s) else null";

    private static final List<String> INPUTS = List.of(
            EnterpriseModel.SECTOR,
            NUMBER.formatted(EnterpriseModel.EMPLOYEES),
            NUMBER.formatted(EnterpriseModel.REVENUE),
            NUMBER.formatted(EnterpriseModel.CAPITAL),
            "string(date(date))");

    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");

    private record Row(
            Predicate<String> sector,
            Predicate<Long> employees,
            Predicate<Long> revenue,
            Predicate<Long> capital,
            Predicate<String> date,
            String size) {

        private boolean appliesTo(Enterprise enterprise) {
            return sector.test(enterprise.sector().id())
                    && employees.test((long) enterprise.employees())
                    && revenue.test(enterprise.revenue())
                    && capital.test(enterprise.capital());
        }
    }

    private final List<Row> rows;

    private SizeTable(List<Row> rows) {
        this.rows = rows;
    }

    /** IllegalArgumentException that names the first thing in the table that only the FEEL engine understands. */
    static SizeTable read(DmnModelInstance model) {
        DecisionTable table =
                model.getModelElementsByType(DecisionTable.class).iterator().next();
        List<String> inputs = table.getInputs().stream()
                .map(input ->
                        input.getInputExpression().getText().getTextContent().strip())
                .toList();
        if (table.getHitPolicy() != HitPolicy.FIRST || !inputs.equals(INPUTS)) {
            throw new IllegalArgumentException(
                    "%s: hit policy %s or inputs %s unknown".formatted(table.getId(), table.getHitPolicy(), inputs));
        }
        int size = IntStream.range(0, table.getOutputs().size())
                .filter(i ->
                        "size".equals(new ArrayList<>(table.getOutputs()).get(i).getName()))
                .findFirst()
                .orElseThrow();
        return new SizeTable(
                table.getRules().stream().map(rule -> row(rule, size)).toList());
    }

    /** The size that the first row says, or empty if none applies on that day. */
    Function<Enterprise, Optional<String>> on(LocalDate day) {
        List<Row> inForce =
                rows.stream().filter(row -> row.date().test(day.toString())).toList();
        return enterprise -> inForce.stream()
                .filter(row -> row.appliesTo(enterprise))
                .findFirst()
                .map(Row::size);
    }

    /** The numbers of the rows that are in force on that day, from 1. */
    List<Integer> rowsInForce(LocalDate day) {
        return IntStream.rangeClosed(1, rows.size())
                .filter(number -> rows.get(number - 1).date().test(day.toString()))
                .boxed()
                .toList();
    }

    private static Row row(Rule rule, int size) {
        List<String> cells = rule.getInputEntries().stream()
                .map(entry -> entry.getText().getTextContent())
                .toList();
        String output =
                new ArrayList<>(rule.getOutputEntries()).get(size).getText().getTextContent();
        try {
            return new Row(
                    CellCondition.read(cells.get(0), SizeTable::text),
                    CellCondition.read(cells.get(1), SizeTable::number),
                    CellCondition.read(cells.get(2), SizeTable::number),
                    CellCondition.read(cells.get(3), SizeTable::number),
                    CellCondition.read(cells.get(4), SizeTable::text),
                    text(output.strip()));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "Row %s of the table of sizes: %s".formatted(rule.getId(), unknown.getMessage()), unknown);
        }
    }

    private static String text(String literal) {
        Matcher text = TEXT.matcher(literal);
        if (!text.matches()) {
            throw new IllegalArgumentException("no text in quotes: " + literal);
        }
        return text.group(1);
    }

    private static Long number(String literal) {
        if (!WHOLE_NUMBER.matcher(literal).matches()) {
            throw new IllegalArgumentException("no whole number: " + literal);
        }
        return Long.valueOf(literal);
    }
}
