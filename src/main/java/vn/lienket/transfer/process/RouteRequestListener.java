package vn.lienket.transfer.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.transfer.RouteRule;
import vn.lienket.transfer.TransferService;

@Component
class RouteRequestListener implements ExecutionListener {

    private final TransferService transfers;

    RouteRequestListener(TransferService transfers) {
        this.transfers = transfers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Optional<RouteRule> rule = Decided.route(execution);
        transfers.route(CaseVariables.codeOf(execution), rule);
        execution.setVariable(TransferModel.ROUTE_KNOWN, rule.isPresent());
        if (rule.isPresent()) {
            CaseVariables.setStatus(execution, CaseStatus.IN_PROGRESS);
        }
    }
}
