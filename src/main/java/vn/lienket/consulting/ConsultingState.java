package vn.lienket.consulting;

import vn.lienket.cases.CaseState;
import vn.lienket.cases.CaseStatus;

/** Where a consulting case stands. */
public enum ConsultingState implements CaseState {
    CLASSIFYING("Đang xác định quy mô", CaseStatus.REGISTERED),
    VERIFYING("Đang kiểm tra hồ sơ", CaseStatus.REGISTERED),
    SUPPLEMENTING("Chờ doanh nghiệp bổ sung", CaseStatus.SUPPLEMENT_REQUESTED),
    SUSPENDED("Dừng xử lý, chờ bổ sung", CaseStatus.SUSPENDED),
    ASSIGNING("Đang phân công chuyên gia", CaseStatus.ACCEPTED),
    ASSESSING("Đang đánh giá mức độ sẵn sàng", CaseStatus.IN_PROGRESS),
    PLANNING("Đang lập lộ trình", CaseStatus.IN_PROGRESS),
    CONFIRMING("Chờ doanh nghiệp xác nhận lộ trình", CaseStatus.IN_PROGRESS),
    DECIDING_SUPPORT("Đang xét hỗ trợ", CaseStatus.IN_PROGRESS),
    REGISTERING_DECISION("Chờ vào sổ kết quả xét hỗ trợ", CaseStatus.IN_PROGRESS),
    CARRYING_OUT("Đang thực hiện lộ trình", CaseStatus.IN_PROGRESS),
    REASSESSING("Đang đánh giá lại", CaseStatus.IN_PROGRESS),
    CLOSING("Chờ kết thúc", CaseStatus.DONE),
    REGISTERING_REPORT("Chờ vào sổ báo cáo kết quả", CaseStatus.DONE),
    CLOSED("Đã hoàn thành", CaseStatus.RESULT_RETURNED),
    NOT_SME("Không phải doanh nghiệp nhỏ và vừa", CaseStatus.NOT_ACCEPTED),
    DECLINED("Không được tiếp nhận", CaseStatus.NOT_ACCEPTED),
    ROADMAP_DECLINED("Doanh nghiệp không chọn lộ trình", CaseStatus.SUSPENDED),
    WITHDRAWN("Đã rút", CaseStatus.WITHDRAWN);

    private final String label;
    private final CaseStatus status;

    ConsultingState(String label, CaseStatus status) {
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

    /** Whether the case has ended, one way or another; its enterprise may then have a new one. */
    @Override
    public boolean isClosed() {
        return ordinal() >= CLOSED.ordinal();
    }
}
