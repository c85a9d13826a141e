package vn.lienket.consulting.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.consulting.SizeRule;

@Component
class ClassifyEnterpriseListener implements ExecutionListener {

    private final ConsultingService consulting;

    ClassifyEnterpriseListener(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Optional<SizeRule> rule = Decided.size(execution);
        consulting.classify(CaseVariables.codeOf(execution), rule);
        execution.setVariable(
                ConsultingModel.ENTERPRISE_SIZE, rule.map(SizeRule::size).orElse(ConsultingModel.UNKNOWN));
    }
}
