package vn.lienket.consulting.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.ConsultingService;

@Component
class ChooseConsultantListener implements TaskListener {

    private final ConsultingService consulting;

    ChooseConsultantListener(ConsultingService consulting) {
        this.consulting = consulting;
    }

    @Override
    public void notify(DelegateTask task) {
        ConsultantVariables.set(
                task,
                consulting.chooseConsultant(
                        CaseVariables.codeOf(task), Variables.text(task, ConsultingModel.CHOSEN_CONSULTANT)));
    }
}
