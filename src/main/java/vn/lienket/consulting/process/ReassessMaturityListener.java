package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.AssessmentService;
import vn.lienket.consulting.Stage;

@Component
class ReassessMaturityListener implements TaskListener {

    private final AssessmentService assessments;

    ReassessMaturityListener(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Override
    public void notify(DelegateTask task) {
        assessments.assess(
                CaseVariables.codeOf(task),
                Stage.AFTER,
                Variables.text(task, ConsultingModel.FRAMEWORK_VERSION),
                Variables.map(task, ConsultingModel.ANSWERS));
    }
}
