package vn.lienket.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an open task has not come further. */
public enum WorkReason {
    SUPPLEMENT("Chờ bổ sung hồ sơ"),
    UNCLAIMED("Chưa ai nhận việc"),
    ABSENT("Người xử lý vắng mặt"),
    MAIL_FAILED("Có thư không gửi được"),
    JOB_FAILED("Bước tự động bị lỗi"),
    SUBSTITUTE("Có người làm thay"),
    /** None of the others. */
    WORKING("Đang xử lý");

    private final String label;

    WorkReason(String label) {
        this.label = label;
    }

    /** As the API calls it, e.g. {@code mail-failed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** The one with this code. */
    public static Optional<WorkReason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
