package vn.lienket.incident;

/** What is said of an incident, and what can be done about it. */
public final class IncidentWords {

    private static final String HISTORY_CLEANUP = "history-cleanup";

    private IncidentWords() {}

    /**
     * A mail.
     *
     * @param address where it was to go
     * @param refused whether the server said that there is no such address
     */
    public static String mail(String subject, String recipient, String address, boolean refused) {
        return (refused
                        ? "Thư “%s” gửi %s không đến được vì máy chủ thư từ chối địa chỉ %s."
                        : "Thư “%s” gửi %s chưa gửi được đến địa chỉ %s sau nhiều lần thử.")
                .formatted(subject, recipient, address);
    }

    /**
     * What can be done about it.
     *
     * @param mayCorrect whether the reader may correct the address
     * @param lead name of the organisation whose officers may; null if none
     */
    public static String mailAdvice(boolean refused, boolean mayCorrect, String lead) {
        String correction = mayCorrect
                ? "hãy sửa địa chỉ, thư được gửi lại ngay."
                : lead == null
                        ? "báo người quản trị sửa địa chỉ."
                        : "chuyên viên của %s sửa địa chỉ ở trang hồ sơ.".formatted(lead);
        return refused
                ? Character.toUpperCase(correction.charAt(0)) + correction.substring(1)
                : "Khi máy chủ thư hoạt động, hãy cho chạy lại; nếu địa chỉ sai, " + correction;
    }

    /** Anything else, by the name of the step in its process. */
    public static String step(IncidentKind kind, String step, String process) {
        return switch (kind) {
            case TIMER -> "Hẹn giờ “%s” của quy trình “%s” đã đến nhưng không thực hiện được.".formatted(step, process);
            case DECISION -> "Bảng quyết định “%s” của quy trình “%s” không cho được kết quả.".formatted(step, process);
            default -> "Bước “%s” của quy trình “%s” không thực hiện được.".formatted(step, process);
        };
    }

    /**
     * What belongs to no process.
     *
     * @param job the engine's word for what was to be done; null if it is not known any more
     */
    public static String system(String job) {
        return HISTORY_CLEANUP.equals(job)
                ? "Việc định kỳ của hệ thống là dọn lịch sử đã hết hạn lưu không thực hiện được."
                : "Một việc của hệ thống, không thuộc hồ sơ nào, không thực hiện được.";
    }

    /** What can be done about it. */
    public static String stepAdvice(IncidentKind kind) {
        return switch (kind) {
            case DECISION -> "Báo người quản trị xem bảng quyết định, rồi cho chạy lại.";
            case SYSTEM -> "Hãy cho chạy lại; nếu vẫn không được, xem chi tiết kỹ thuật và nhật ký của máy chủ.";
            default -> "Hãy cho chạy lại; nếu vẫn không được, báo người quản trị.";
        };
    }
}
