package vn.lienket.consulting;

/** Where a consulting case stands. */
public enum ConsultingState {
    CLASSIFYING("Đang xác định quy mô"),
    VERIFYING("Đang kiểm tra hồ sơ"),
    SUPPLEMENTING("Chờ doanh nghiệp bổ sung"),
    ASSIGNING("Đang phân công chuyên gia"),
    ASSESSING("Đang đánh giá mức độ sẵn sàng"),
    PLANNING("Đang lập lộ trình"),
    CONFIRMING("Chờ doanh nghiệp xác nhận lộ trình"),
    DECIDING_SUPPORT("Đang xét hỗ trợ"),
    CARRYING_OUT("Đang thực hiện lộ trình"),
    REASSESSING("Đang đánh giá lại"),
    CLOSING("Chờ kết thúc"),
    CLOSED("Đã hoàn thành"),
    NOT_SME("Không phải doanh nghiệp nhỏ và vừa"),
    DECLINED("Không được tiếp nhận"),
    ROADMAP_DECLINED("Doanh nghiệp không chọn lộ trình"),
    WITHDRAWN("Đã rút");

    private final String label;

    ConsultingState(String label) {
        this.label = label;
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** Whether the case has ended, one way or another; its enterprise may then have a new one. */
    public boolean isClosed() {
        return ordinal() >= CLOSED.ordinal();
    }
}
