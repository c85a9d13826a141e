package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.RoadmapService;

@Component
class ConfirmRoadmapListener implements TaskListener {

    private final RoadmapService roadmaps;

    ConfirmRoadmapListener(RoadmapService roadmaps) {
        this.roadmaps = roadmaps;
    }

    @Override
    public void notify(DelegateTask task) {
        RoadmapOutcome.set(
                task,
                roadmaps.answer(
                        CaseVariables.codeOf(task),
                        Variables.text(task, ConsultingModel.ROADMAP_DECISION),
                        Variables.text(task, ConsultingModel.ROADMAP_COMMENT)));
    }
}
