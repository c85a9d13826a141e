package vn.lienket.transfer.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.lienket.engine.DecisionTables;
import vn.lienket.rule.Verification;
import vn.lienket.transfer.RegistrationRule;
import vn.lienket.transfer.RouteRule;

/** The one row of a decision table that applied; empty where no rule covers the day. */
final class Decided {

    private Decided() {}

    static Optional<RouteRule> route(DelegateExecution execution) {
        return DecisionTables.decided(execution)
                .map(row -> new RouteRule(
                        text(row, "provider"),
                        text(row, "expertise"),
                        number(row, "daysAllowed"),
                        text(row, "citation"),
                        Verification.of(row)));
    }

    static Optional<RegistrationRule> registration(DelegateExecution execution) {
        return DecisionTables.decided(execution)
                .map(row -> new RegistrationRule(
                        (Boolean) row.get("compulsory"),
                        number(row, "deadlineDays"),
                        text(row, "citation"),
                        Verification.of(row)));
    }

    private static String text(Map<String, Object> row, String output) {
        return (String) row.get(output);
    }

    private static Integer number(Map<String, Object> row, String output) {
        return row.get(output) == null ? null : ((Number) row.get(output)).intValue();
    }
}
