package vn.lienket.consulting.process;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.lienket.consulting.ConsultantRule;
import vn.lienket.consulting.LevelRule;
import vn.lienket.consulting.SizeRule;
import vn.lienket.consulting.SupportRule;
import vn.lienket.engine.DecisionTables;
import vn.lienket.rule.Verification;

/** The one row of a decision table that applied; empty where no rule covers the day. */
final class Decided {

    private Decided() {}

    static Optional<SizeRule> size(DelegateExecution execution) {
        return DecisionTables.decided(execution)
                .map(row -> new SizeRule(text(row, "size"), text(row, "citation"), Verification.of(row)));
    }

    static Optional<ConsultantRule> consultant(DelegateExecution execution) {
        return DecisionTables.decided(execution)
                .map(row -> new ConsultantRule(text(row, "organisation"), text(row, "expertise")));
    }

    static Optional<LevelRule> level(DelegateExecution execution) {
        return DecisionTables.decided(execution)
                .map(row -> new LevelRule(
                        text(row, "level"), text(row, "levelName"), text(row, "citation"), Verification.of(row)));
    }

    static Optional<SupportRule> support(DelegateExecution execution) {
        return DecisionTables.decided(execution).map(Decided::support);
    }

    static SupportRule support(Map<String, Object> row) {
        return new SupportRule(
                new BigDecimal(text(row, "rate")),
                ((Number) row.get("cap")).longValue(),
                text(row, "citation"),
                Verification.of(row));
    }

    private static String text(Map<String, Object> row, String output) {
        return String.valueOf(row.get(output));
    }
}
