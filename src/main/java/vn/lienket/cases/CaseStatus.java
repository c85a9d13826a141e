package vn.lienket.cases;

import java.util.Arrays;

/** The statuses of a dossier (hồ sơ) in the national one-stop catalogue, 1 to 10. */
public enum CaseStatus {
    REGISTERED(1, "Mới đăng ký"),
    ACCEPTED(2, "Được tiếp nhận"),
    NOT_ACCEPTED(3, "Không được tiếp nhận"),
    IN_PROGRESS(4, "Đang xử lý"),
    SUPPLEMENT_REQUESTED(5, "Yêu cầu bổ sung giấy tờ"),
    PAYMENT_REQUESTED(6, "Yêu cầu thực hiện nghĩa vụ tài chính"),
    WITHDRAWN(7, "Công dân yêu cầu rút hồ sơ"),
    SUSPENDED(8, "Dừng xử lý"),
    DONE(9, "Đã xử lý xong"),
    RESULT_RETURNED(10, "Đã trả kết quả");

    private final int number;
    private final String label;

    CaseStatus(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** The number of the catalogue, 1 to 10: the variable {@code caseStatus}. */
    public int number() {
        return number;
    }

    /** The Vietnamese name of the catalogue. */
    public String label() {
        return label;
    }

    /** The status with this number; IllegalArgumentException if there is none. */
    public static CaseStatus of(int number) {
        return Arrays.stream(values())
                .filter(status -> status.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No case status " + number));
    }
}
