package vn.lienket.report;

import vn.lienket.cases.CaseState;
import vn.lienket.cases.CaseStatus;

/** Where a report stands. */
public enum ReportState implements CaseState {
    ASSEMBLING("Đang tổng hợp số liệu", CaseStatus.REGISTERED),
    REVIEWING("Đang soát xét", CaseStatus.IN_PROGRESS),
    APPROVING("Chờ phê duyệt", CaseStatus.IN_PROGRESS),
    REGISTERING("Chờ vào sổ", CaseStatus.IN_PROGRESS),
    SENDING("Đang gửi các bên", CaseStatus.DONE),
    SENT("Đã gửi các bên", CaseStatus.RESULT_RETURNED),
    WITHDRAWN("Đã rút", CaseStatus.WITHDRAWN);

    private final String label;
    private final CaseStatus status;

    ReportState(String label, CaseStatus status) {
        this.label = label;
        this.status = status;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public CaseStatus status() {
        return status;
    }

    /** Whether the report has ended, one way or another. */
    @Override
    public boolean isClosed() {
        return ordinal() >= SENT.ordinal();
    }
}
