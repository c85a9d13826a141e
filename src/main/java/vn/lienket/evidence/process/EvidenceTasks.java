package vn.lienket.evidence.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.Variables;
import vn.lienket.evidence.EvidenceSheets;
import vn.lienket.evidence.LastingCopies;

/** What the making of a sheet and the keeping of signatures have done at their tasks. */
@Component
public class EvidenceTasks {

    private final EvidenceSheets sheets;
    private final LastingCopies copies;

    EvidenceTasks(EvidenceSheets sheets, LastingCopies copies) {
        this.sheets = sheets;
        this.copies = copies;
    }

    public void makeSheet(DelegateExecution execution) {
        sheets.make(sheet(execution));
    }

    public void keepCopy(DelegateExecution execution) {
        execution.setVariable(
                LastingModel.RENEW_AT,
                copies.renewal(sheet(execution)).map(Date::from).orElse(null));
    }

    private static UUID sheet(DelegateExecution execution) {
        return UUID.fromString(Variables.text(execution, EvidenceModel.SHEET_ID));
    }
}
