package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.ConsultingService;

@Component
class DetermineSizeListener implements TaskListener {

    private final ConsultingService consulting;

    DetermineSizeListener(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public void notify(DelegateTask task) {
        String size = consulting
                .determineSize(
                        CaseVariables.codeOf(task),
                        Variables.text(task, ConsultingModel.CHOSEN_SIZE),
                        Variables.text(task, ConsultingModel.SIZE_BASIS))
                .size();
        task.setVariable(ConsultingModel.ENTERPRISE_SIZE, size);
    }
}
