package vn.lienket.agreement;

import vn.lienket.cases.CaseState;
import vn.lienket.cases.CaseStatus;

/** Where an agreement stands. */
public enum AgreementState implements CaseState {
    DRAFTING("Đang soạn dự thảo", CaseStatus.REGISTERED),
    IN_REVIEW("Đang thẩm định", CaseStatus.IN_PROGRESS),
    REVISING("Đang chỉnh sửa", CaseStatus.IN_PROGRESS),
    IN_APPROVAL("Đang trình phê duyệt", CaseStatus.IN_PROGRESS),
    SIGNING("Đang ký", CaseStatus.IN_PROGRESS),
    REGISTERING("Đang vào sổ", CaseStatus.IN_PROGRESS),
    IN_FORCE("Có hiệu lực", CaseStatus.RESULT_RETURNED),
    WITHDRAWN("Đã rút", CaseStatus.WITHDRAWN),
    EXPIRED("Hết hiệu lực", CaseStatus.RESULT_RETURNED),
    TERMINATED("Chấm dứt trước hạn", CaseStatus.RESULT_RETURNED);

    private final String label;
    private final CaseStatus status;

    AgreementState(String label, CaseStatus status) {
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

    /** Whether the signing case has ended, one way or another. */
    @Override
    public boolean isClosed() {
        return ordinal() >= IN_FORCE.ordinal();
    }
}
