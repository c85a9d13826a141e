package vn.lienket.consulting.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienket.consulting.SupportKind;
import vn.lienket.consulting.SupportRule;
import vn.lienket.consulting.SupportRules;
import vn.lienket.engine.DecisionTables;

/** Asks the decision table outside of a case's decision: what a roadmap that is being drafted could get. */
@Component
class DmnSupportRules implements SupportRules {

    private final DecisionTables decisions;

    DmnSupportRules(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<SupportRule> find(SupportKind kind, String size, boolean preferential, LocalDate on) {
        Map<String, Object> inputs = Map.of(
                ConsultingModel.SUPPORT_KIND,
                kind.code(),
                "size",
                size,
                "preferential",
                preferential,
                "date",
                on.toString());
        return decisions.rows(ConsultingModel.DECISION_SUPPORT, inputs).stream()
                .findFirst()
                .map(Decided::support);
    }
}
