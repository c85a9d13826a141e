package vn.lienket.consulting.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.AssessmentService;
import vn.lienket.consulting.LevelRule;
import vn.lienket.consulting.Stage;

@Component
class LevelMaturityListener implements ExecutionListener {

    private final AssessmentService assessments;

    LevelMaturityListener(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Optional<LevelRule> rule = Decided.level(execution);
        assessments.level(CaseVariables.codeOf(execution), Stage.BEFORE, rule);
        execution.setVariable(
                ConsultingModel.MATURITY_LEVEL, rule.map(LevelRule::level).orElse(ConsultingModel.UNKNOWN));
    }
}
