package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.AssessmentService;
import vn.lienket.consulting.Stage;

@Component
class DetermineLevelListener implements TaskListener {

    private final AssessmentService assessments;

    DetermineLevelListener(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Override
    public void notify(DelegateTask task) {
        assessments.determineLevel(
                CaseVariables.codeOf(task),
                Stage.BEFORE,
                Variables.text(task, ConsultingModel.CHOSEN_LEVEL),
                Variables.text(task, ConsultingModel.LEVEL_BASIS));
        task.setVariable(ConsultingModel.MATURITY_LEVEL, Variables.text(task, ConsultingModel.CHOSEN_LEVEL));
    }
}
