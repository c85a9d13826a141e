package vn.lienket.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.cases.process.Variables;

@Component
class DecideRenewalListener implements TaskListener {

    private final AgreementService agreements;

    DecideRenewalListener(AgreementService agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateTask task) {
        agreements.decideRenewal(Variables.text(task, AgreementModel.RENEWAL_DECISION));
    }
}
