package vn.lienket.programme;

import vn.lienket.cases.CaseState;
import vn.lienket.cases.CaseStatus;

/** Where an activity stands. */
public enum ActivityState implements CaseState {
    PLANNING("Đang lập kế hoạch", CaseStatus.REGISTERED),
    AGREEING("Chờ bên phối hợp chấp thuận kế hoạch", CaseStatus.ACCEPTED),
    CARRYING_OUT("Đang thực hiện", CaseStatus.IN_PROGRESS),
    MEASURING("Chờ ghi chỉ tiêu", CaseStatus.IN_PROGRESS),
    CONFIRMING("Chờ xác nhận kết quả", CaseStatus.DONE),
    CONFIRMED("Kết quả được xác nhận", CaseStatus.RESULT_RETURNED),
    WITHDRAWN("Đã rút", CaseStatus.WITHDRAWN),
    STOPPED("Đã dừng", CaseStatus.WITHDRAWN);

    private final String label;
    private final CaseStatus status;

    ActivityState(String label, CaseStatus status) {
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

    /** Whether the activity has ended, one way or another. */
    @Override
    public boolean isClosed() {
        return ordinal() >= CONFIRMED.ordinal();
    }
}
