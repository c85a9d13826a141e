package vn.lienket.transfer;

/** Where a transfer request stands. */
public enum TransferState {
    CHECKING("Đang kiểm tra yêu cầu"),
    SUPPLEMENTING("Chờ bên yêu cầu bổ sung"),
    ROUTING("Đang chuyển đến bên cung cấp"),
    ASSESSING("Đang đánh giá khả thi"),
    DECIDING_FEASIBILITY("Chờ lãnh đạo quyết định khả thi"),
    PLANNING("Đang lập kế hoạch chuyển giao"),
    APPROVING("Đang duyệt kế hoạch"),
    REGISTERING("Đang đăng ký chuyển giao"),
    DELIVERING("Đang chuyển giao"),
    ACCEPTING("Đang nghiệm thu"),
    EVALUATING("Chờ đánh giá"),
    CLOSED("Đã hoàn thành"),
    DECLINED("Không được tiếp nhận"),
    INFEASIBLE("Không khả thi"),
    WITHDRAWN("Đã rút");

    private final String label;

    TransferState(String label) {
        this.label = label;
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** Whether the case has ended, one way or another. */
    public boolean isClosed() {
        return ordinal() >= CLOSED.ordinal();
    }
}
