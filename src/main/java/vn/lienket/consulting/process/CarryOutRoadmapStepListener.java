package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.RoadmapService;

@Component
class CarryOutRoadmapStepListener implements TaskListener {

    private final RoadmapService roadmaps;

    CarryOutRoadmapStepListener(RoadmapService roadmaps) {
        this.roadmaps = roadmaps;
    }

    @Override
    public void notify(DelegateTask task) {
        roadmaps.carryOut(
                CaseVariables.codeOf(task),
                (Integer) task.getVariable(ConsultingModel.ROADMAP_STEP),
                Variables.text(task, ConsultingModel.STEP_RESULT),
                task.getVariable(ConsultingModel.ACTUAL_COST),
                Variables.text(task, ConsultingModel.EVIDENCE_DOCUMENT_ID));
    }
}
