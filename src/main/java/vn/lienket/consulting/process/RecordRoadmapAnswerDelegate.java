package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.consulting.RoadmapService;
import vn.lienket.engine.CaseVariables;
import vn.lienket.engine.Variables;

@Component
class RecordRoadmapAnswerDelegate implements JavaDelegate {

    private final RoadmapService roadmaps;

    RecordRoadmapAnswerDelegate(RoadmapService roadmaps) {
        this.roadmaps = roadmaps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RoadmapOutcome.set(
                execution,
                roadmaps.answer(
                        Variables.text(execution, CaseVariables.CASE_CODE),
                        Variables.text(execution, ConsultingModel.ROADMAP_DECISION),
                        Variables.text(execution, ConsultingModel.ROADMAP_COMMENT)));
    }
}
