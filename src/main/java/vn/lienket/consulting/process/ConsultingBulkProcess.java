package vn.lienket.consulting.process;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.consulting.BulkOpening;
import vn.lienket.consulting.BulkOpeningEvent;
import vn.lienket.consulting.BulkOpeningService;
import vn.lienket.engine.OnBehalf;

/** Has many cases opened by the job executor. One after the other: they share the sequence of case codes, which has no gaps. */
@Component
class ConsultingBulkProcess {

    private final RuntimeService runtimeService;
    private final ConsultingProcess consulting;
    private final BulkOpeningService bulks;
    private final OnBehalf onBehalf;

    ConsultingBulkProcess(
            RuntimeService runtimeService, ConsultingProcess consulting, BulkOpeningService bulks, OnBehalf onBehalf) {
        this.runtimeService = runtimeService;
        this.consulting = consulting;
        this.bulks = bulks;
        this.onBehalf = onBehalf;
    }

    /** In the transaction of the request; nobody may start it himself. */
    @EventListener
    void on(BulkOpeningEvent.Accepted event) {
        BulkOpening bulk = event.bulk();
        onBehalf.ofTheProduct(() -> runtimeService
                .createProcessInstanceByKey(ConsultingBulkModel.PROCESS)
                .businessKey(bulk.id().toString())
                .setVariable(CaseVariables.CHANNEL, bulk.channel())
                .setVariable(ConsultingBulkModel.BULK_ID, bulk.id().toString())
                .setVariable(ConsultingBulkModel.BULK_OPENED, bulk.opened())
                .setVariable(ConsultingBulkModel.BULK_REFUSED, bulk.refused())
                .setVariable(ConsultingBulkModel.BULK_REMAINING, bulk.remaining())
                .execute());
    }

    /** In the transaction of the job. The cases are the requester's: he has opened them. */
    BulkOpening openNext(UUID bulk) {
        return onBehalf.of(bulks.requester(bulk), () -> bulks.openNext(bulk, this::open));
    }

    private String open(BulkOpening bulk, String taxCode) {
        return consulting
                .startQuietly(Map.of(
                        ConsultingModel.TAX_CODE, taxCode,
                        ConsultingModel.NEED, bulk.need(),
                        ConsultingModel.NEED_CATEGORY, bulk.needCategory(),
                        CaseVariables.CHANNEL, bulk.channel()))
                .caseCode();
    }
}
