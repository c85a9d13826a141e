package vn.lienket.transfer.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseMessages;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.transfer.TransferRequest;

/** What the application asks of the engine about transfer requests. */
@Component
public class TransferProcess {

    private final RuntimeService runtimeService;
    private final CaseMessages messages;

    TransferProcess(RuntimeService runtimeService, CaseMessages messages) {
        this.runtimeService = runtimeService;
        this.messages = messages;
    }

    /** A started case. */
    public record Started(String caseCode, String processInstanceId) {}

    /** Starts a request; it is checked inside, at the same place as a start from Tasklist. */
    public Started start(TransferRequest request) {
        ProcessInstance instance = Variables.set(
                        runtimeService.createProcessInstanceByKey(TransferModel.PROCESS), request)
                .executeWithVariablesInReturn();
        return new Started(instance.getBusinessKey(), instance.getId());
    }

    /** Withdraws a running request; its requester's officers and leaders may. */
    public void withdraw(String caseCode, String reason) {
        messages.send(CaseModel.MESSAGE_WITHDRAWN, caseCode, CaseVariables.WITHDRAWAL_REASON, reason);
    }
}
