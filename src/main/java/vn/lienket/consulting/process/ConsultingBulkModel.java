package vn.lienket.consulting.process;

import java.util.Set;

/** What {@code bpmn/consulting/consulting-bulk.bpmn} and the code share. */
final class ConsultingBulkModel {

    static final String PROCESS = "ConsultingBulkProcess";

    static final String BULK_ID = "bulkId";
    static final String BULK_OPENED = "bulkOpened";
    static final String BULK_REFUSED = "bulkRefused";
    static final String BULK_REMAINING = "bulkRemaining";

    /** What only our own code writes. */
    static final Set<String> KEPT = Set.of(BULK_ID, BULK_OPENED, BULK_REFUSED, BULK_REMAINING);

    private ConsultingBulkModel() {}
}
