package vn.lienket.consulting.process;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.lienket.consulting.ConsultantRule;
import vn.lienket.consulting.LevelRule;
import vn.lienket.consulting.SizeRule;
import vn.lienket.consulting.SupportRule;

/** The one row of a decision table that applied; empty where no rule covers the day. */
final class Decided {

    private static final String RESULT = "decisionResult";

    private Decided() {}

    static Optional<SizeRule> size(DelegateExecution execution) {
        return row(execution).map(row -> new SizeRule(text(row, "size"), text(row, "citation")));
    }

    static Optional<ConsultantRule> consultant(DelegateExecution execution) {
        return row(execution).map(row -> new ConsultantRule(text(row, "organisation"), text(row, "expertise")));
    }

    static Optional<LevelRule> level(DelegateExecution execution) {
        return row(execution)
                .map(row -> new LevelRule(text(row, "level"), text(row, "levelName"), text(row, "citation")));
    }

    static Optional<SupportRule> support(DelegateExecution execution) {
        return row(execution).map(Decided::support);
    }

    static SupportRule support(Map<String, Object> row) {
        return new SupportRule(
                new BigDecimal(text(row, "rate")), ((Number) row.get("cap")).longValue(), text(row, "citation"));
    }

    private static Optional<Map<String, Object>> row(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable(RESULT);
        return Optional.ofNullable(result.getSingleResult()).map(DmnDecisionResultEntries::getEntryMap);
    }

    private static String text(Map<String, Object> row, String output) {
        return String.valueOf(row.get(output));
    }
}
