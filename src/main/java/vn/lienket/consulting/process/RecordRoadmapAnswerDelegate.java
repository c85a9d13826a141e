package vn.lienket.consulting.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.RoadmapService;

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
                        CaseVariables.codeOf(execution),
                        Variables.text(execution, ConsultingModel.ROADMAP_DECISION),
                        Variables.text(execution, ConsultingModel.ROADMAP_COMMENT)));
        // a message leaves them in the case, where the next answer would take over what it leaves out itself
        execution.removeVariables(List.of(ConsultingModel.ROADMAP_DECISION, ConsultingModel.ROADMAP_COMMENT));
    }
}
