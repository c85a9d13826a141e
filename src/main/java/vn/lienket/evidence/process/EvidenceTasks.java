package vn.lienket.evidence.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.Variables;
import vn.lienket.evidence.EvidenceSheets;

/** What the making of a sheet has done at its task. */
@Component
public class EvidenceTasks {

    private final EvidenceSheets sheets;

    EvidenceTasks(EvidenceSheets sheets) {
        this.sheets = sheets;
    }

    public void makeSheet(DelegateExecution execution) {
        sheets.make(UUID.fromString(Variables.text(execution, EvidenceModel.SHEET_ID)));
    }
}
