package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingState;
import vn.lienket.consulting.RoadmapAnswer;

/** What the enterprise answered to its roadmap. */
final class RoadmapOutcome {

    private RoadmapOutcome() {}

    static void set(VariableScope scope, ConsultingCase answered) {
        RoadmapAnswer last =
                answered.roadmapAnswers().get(answered.roadmapAnswers().size() - 1);
        scope.setVariable(ConsultingModel.ROADMAP_OUTCOME, last.decision());
        if (answered.state() == ConsultingState.ROADMAP_DECLINED) {
            scope.setVariable(CaseVariables.CASE_STATUS, CaseStatus.SUSPENDED.number());
        }
    }
}
