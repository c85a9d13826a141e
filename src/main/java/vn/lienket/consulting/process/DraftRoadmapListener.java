package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.RoadmapService;
import vn.lienket.consulting.SupportRules;

@Component
class DraftRoadmapListener implements TaskListener {

    private final RoadmapService roadmaps;
    private final SupportRules supportRules;

    DraftRoadmapListener(RoadmapService roadmaps, SupportRules supportRules) {
        this.roadmaps = roadmaps;
        this.supportRules = supportRules;
    }

    @Override
    public void notify(DelegateTask task) {
        roadmaps.draft(
                CaseVariables.codeOf(task),
                Variables.list(task, ConsultingModel.ROADMAP_STEPS),
                Variables.text(task, ConsultingModel.ROADMAP_DOCUMENT_ID),
                supportRules);
    }
}
