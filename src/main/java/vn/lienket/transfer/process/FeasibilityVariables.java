package vn.lienket.transfer.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.transfer.Feasibility;
import vn.lienket.transfer.TransferService;

/** What came of the assessments. */
final class FeasibilityVariables {

    private FeasibilityVariables() {}

    /** @param outcome empty where the leader decides */
    static void set(VariableScope scope, TransferService transfers, Optional<Feasibility> outcome) {
        scope.setVariable(
                TransferModel.FEASIBILITY_OUTCOME,
                outcome.map(Feasibility::code).orElse(TransferModel.TIE));
        scope.setVariable(
                TransferModel.LEAD_EXPERT,
                transfers.find(CaseVariables.codeOf(scope)).orElseThrow().leadExpert());
        if (outcome.filter(how -> how == Feasibility.INFEASIBLE).isPresent()) {
            scope.setVariable(CaseVariables.CASE_STATUS, CaseStatus.SUSPENDED.number());
        }
    }
}
