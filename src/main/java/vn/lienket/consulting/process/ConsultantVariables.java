package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.ConsultingCase;

/** Whose work the next tasks are. */
final class ConsultantVariables {

    private ConsultantVariables() {}

    /** A case that has been given to no organisation waits for a person to choose. */
    static void set(VariableScope scope, ConsultingCase assigned) {
        boolean known = assigned.consultantOrganisation() != null;
        scope.setVariable(
                ConsultingModel.CONSULTANT_ORGANISATION,
                known ? assigned.consultantOrganisation() : ConsultingModel.UNKNOWN);
        scope.setVariable(ConsultingModel.CONSULTANT, assigned.consultant());
        if (known) {
            scope.setVariable(CaseVariables.CASE_STATUS, CaseStatus.IN_PROGRESS.number());
        }
    }
}
