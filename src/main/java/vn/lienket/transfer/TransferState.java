package vn.lienket.transfer;

import vn.lienket.cases.CaseState;
import vn.lienket.cases.CaseStatus;

/** Where a transfer request stands. */
public enum TransferState implements CaseState {
    CHECKING("Đang kiểm tra yêu cầu", CaseStatus.REGISTERED),
    SUPPLEMENTING("Chờ bên yêu cầu bổ sung", CaseStatus.SUPPLEMENT_REQUESTED),
    SUSPENDED("Dừng xử lý, chờ bổ sung", CaseStatus.SUSPENDED),
    ROUTING("Đang chuyển đến bên cung cấp", CaseStatus.ACCEPTED),
    ASSESSING("Đang đánh giá khả thi", CaseStatus.IN_PROGRESS),
    DECIDING_FEASIBILITY("Chờ lãnh đạo quyết định khả thi", CaseStatus.IN_PROGRESS),
    PLANNING("Đang lập kế hoạch chuyển giao", CaseStatus.IN_PROGRESS),
    APPROVING("Đang duyệt kế hoạch", CaseStatus.IN_PROGRESS),
    REGISTERING("Đang đăng ký chuyển giao", CaseStatus.IN_PROGRESS),
    DELIVERING("Đang chuyển giao", CaseStatus.IN_PROGRESS),
    ACCEPTING("Đang nghiệm thu", CaseStatus.IN_PROGRESS),
    EVALUATING("Chờ đánh giá", CaseStatus.DONE),
    CLOSED("Đã hoàn thành", CaseStatus.RESULT_RETURNED),
    DECLINED("Không được tiếp nhận", CaseStatus.NOT_ACCEPTED),
    INFEASIBLE("Không khả thi", CaseStatus.SUSPENDED),
    WITHDRAWN("Đã rút", CaseStatus.WITHDRAWN);

    private final String label;
    private final CaseStatus status;

    TransferState(String label, CaseStatus status) {
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

    /** Whether the case has ended, one way or another. */
    @Override
    public boolean isClosed() {
        return ordinal() >= CLOSED.ordinal();
    }
}
