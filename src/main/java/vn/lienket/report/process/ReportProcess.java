package vn.lienket.report.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseMessages;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.engine.OnBehalf;
import vn.lienket.report.ReportRequest;
import vn.lienket.report.ReportService;

/** What the application asks of the engine about reports. */
@Component
public class ReportProcess {

    private final RuntimeService runtimeService;
    private final ReportService reports;
    private final CaseMessages messages;
    private final OnBehalf onBehalf;

    ReportProcess(RuntimeService runtimeService, ReportService reports, CaseMessages messages, OnBehalf onBehalf) {
        this.runtimeService = runtimeService;
        this.reports = reports;
        this.messages = messages;
        this.onBehalf = onBehalf;
    }

    /** A started case. */
    public record Started(String caseCode, String processInstanceId) {}

    /** Starts a report; it is checked inside, at the same place as a start from Tasklist. */
    public Started start(ReportRequest request) {
        ProcessInstance instance = Variables.set(
                        runtimeService.createProcessInstanceByKey(ReportModel.PROCESS), request)
                .executeWithVariablesInReturn();
        return new Started(instance.getBusinessKey(), instance.getId());
    }

    /** Withdraws a running report; its lead's officers and leaders may. */
    public void withdraw(String caseCode, String reason) {
        messages.send(CaseModel.MESSAGE_WITHDRAWN, caseCode, CaseVariables.WITHDRAWAL_REASON, reason);
    }

    /** Starts the report of a channel that is due, unless somebody has done so by now; in the transaction of a job of its own. */
    void startDue(String channel) {
        reports.claimDue(channel).ifPresent(request -> onBehalf.doAsTheProduct(() -> start(request)));
    }
}
