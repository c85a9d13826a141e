package vn.lienket.consulting.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.BulkOpening;

@Component
class OpenNextCasesDelegate implements JavaDelegate {

    private final ConsultingBulkProcess bulks;

    OpenNextCasesDelegate(ConsultingBulkProcess bulks) {
        this.bulks = bulks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BulkOpening reached = bulks.openNext(UUID.fromString(Variables.text(execution, ConsultingBulkModel.BULK_ID)));
        execution.setVariable(ConsultingBulkModel.BULK_OPENED, reached.opened());
        execution.setVariable(ConsultingBulkModel.BULK_REFUSED, reached.refused());
        execution.setVariable(ConsultingBulkModel.BULK_REMAINING, reached.remaining());
    }
}
