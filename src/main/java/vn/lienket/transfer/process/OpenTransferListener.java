package vn.lienket.transfer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.TransferService;

@Component
class OpenTransferListener implements ExecutionListener {

    private final TransferService transfers;

    OpenTransferListener(TransferService transfers) {
        this.transfers = transfers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        CaseVariables.requireNew(execution);
        TransferCase opened = transfers.open(RequestVariables.of(execution));
        execution.setVariable(CaseVariables.LEAD_ORGANISATION, opened.requestingOrganisation());
        execution.setVariable(TransferModel.PROVIDING_ORGANISATION, opened.providingOrganisation());
        CaseVariables.open(execution, opened.caseCode(), opened.title());
    }
}
