package vn.lienket.consulting.process;

import java.util.Set;

/** What {@code bpmn/consulting/consulting-bulk.bpmn} and the code share. */
public final class ConsultingBulkModel {

    public static final String PROCESS = "ConsultingBulkProcess";
    public static final String TASK_OPEN_NEXT_CASES = "Task_OpenNextCases";
    public static final String TASK_REPORT_RESULT = "Task_ReportBulkResult";
    public static final String END_BULK_ENDED = "EndEvent_BulkEnded";

    static final String BULK_ID = "bulkId";
    static final String BULK_OPENED = "bulkOpened";
    static final String BULK_REFUSED = "bulkRefused";
    static final String BULK_REMAINING = "bulkRemaining";

    /** What only our own code writes. */
    static final Set<String> KEPT = Set.of(BULK_ID, BULK_OPENED, BULK_REFUSED, BULK_REMAINING);

    private ConsultingBulkModel() {}
}
