package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.RoadmapService;

@Component
class CloseConsultingListener implements TaskListener {

    private final RoadmapService roadmaps;

    CloseConsultingListener(RoadmapService roadmaps) {
        this.roadmaps = roadmaps;
    }

    @Override
    public void notify(DelegateTask task) {
        roadmaps.close(
                CaseVariables.codeOf(task),
                Variables.text(task, ConsultingModel.CLOSING_NOTE),
                task.getVariable(ConsultingModel.SATISFACTION));
        task.setVariable(CaseVariables.CASE_STATUS, CaseStatus.RESULT_RETURNED.number());
    }
}
