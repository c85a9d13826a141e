package vn.lienket.agreement;

/** Where an agreement stands. */
public enum AgreementState {
    DRAFTING("Đang soạn dự thảo"),
    IN_REVIEW("Đang thẩm định"),
    REVISING("Đang chỉnh sửa"),
    IN_APPROVAL("Đang trình phê duyệt"),
    SIGNING("Đang ký"),
    REGISTERING("Đang vào sổ"),
    IN_FORCE("Có hiệu lực"),
    WITHDRAWN("Đã rút"),
    EXPIRED("Hết hiệu lực"),
    TERMINATED("Chấm dứt trước hạn");

    private final String label;

    AgreementState(String label) {
        this.label = label;
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** Whether the signing case has ended, one way or another. */
    public boolean isClosed() {
        return ordinal() >= IN_FORCE.ordinal();
    }
}
