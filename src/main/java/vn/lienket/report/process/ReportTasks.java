package vn.lienket.report.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.Variables;
import vn.lienket.report.Report;
import vn.lienket.report.ReportRequest;
import vn.lienket.report.ReportService;

/** What the models of reports have done at their tasks, one method a task: an answer of a form, or a step of the product. */
@Component
public class ReportTasks {

    private final ReportService reports;
    private final ReportProcess process;

    ReportTasks(ReportService reports, ReportProcess process) {
        this.reports = reports;
        this.process = process;
    }

    public void openReport(DelegateExecution execution) {
        CaseVariables.requireNew(execution);
        Report opened = reports.open(Variables.read(execution, ReportRequest.class));
        execution.setVariable(CaseVariables.LEAD_ORGANISATION, opened.leadOrganisation());
        CaseVariables.open(execution, opened.caseCode(), opened.title());
    }

    public void assembleReport(DelegateExecution execution) {
        Report assembled = reports.assemble(CaseVariables.codeOf(execution));
        execution.setVariable(
                ReportModel.CURRENT_DRAFT_DOCUMENT_ID,
                assembled.latest().draft().toString());
    }

    public void reviewReport(DelegateTask task) {
        boolean goesOn = reports.review(
                CaseVariables.codeOf(task),
                Variables.flag(task, ReportModel.REASSEMBLE),
                Variables.text(task, ReportModel.REPORT_COMMENT));
        task.setVariable(ReportModel.REPORT_REVIEWED, goesOn);
    }

    public void approveReport(DelegateTask task) {
        boolean approved = reports.approve(
                CaseVariables.codeOf(task),
                Variables.text(task, ReportModel.REPORT_DECISION),
                Variables.text(task, ReportModel.REPORT_COMMENT));
        task.setVariable(ReportModel.REPORT_APPROVED, approved);
    }

    public void registerReport(DelegateTask task) {
        reports.register(
                CaseVariables.codeOf(task),
                Variables.text(task, ReportModel.DOCUMENT_NUMBER),
                Variables.text(task, ReportModel.DOCUMENT_DATE));
    }

    public void sendReport(DelegateExecution execution) {
        reports.send(CaseVariables.codeOf(execution));
    }

    public void withdrawReport(DelegateExecution execution) {
        reports.withdraw(CaseVariables.codeOf(execution), Variables.text(execution, CaseVariables.WITHDRAWAL_REASON));
    }

    public void openDueReport(DelegateExecution execution) {
        process.startDue((String) execution.getVariable(ReportModel.DUE_CHANNEL));
    }
}
