package vn.lienket.consulting.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.AssessmentService;
import vn.lienket.consulting.LevelRule;
import vn.lienket.consulting.Stage;

@Component
class LevelReassessmentListener implements ExecutionListener {

    private final AssessmentService assessments;

    LevelReassessmentListener(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Optional<LevelRule> rule = Decided.level(execution);
        assessments.level(CaseVariables.codeOf(execution), Stage.AFTER, rule);
        execution.setVariable(
                ConsultingModel.REASSESSED_LEVEL, rule.map(LevelRule::level).orElse(ConsultingModel.UNKNOWN));
        if (rule.isPresent()) {
            CaseVariables.setStatus(execution, CaseStatus.DONE);
        }
    }
}
