package vn.lienket.consulting.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.Variables;
import vn.lienket.consulting.BulkOpeningService;

@Component
class ReportBulkResultDelegate implements JavaDelegate {

    private final BulkOpeningService bulks;

    ReportBulkResultDelegate(BulkOpeningService bulks) {
        this.bulks = bulks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bulks.conclude(UUID.fromString(Variables.text(execution, ConsultingBulkModel.BULK_ID)));
    }
}
