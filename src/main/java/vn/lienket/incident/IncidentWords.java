package vn.lienket.incident;

/** What is said of an incident, and what can be done about it. */
public final class IncidentWords {

    private IncidentWords() {}

    /**
     * A mail.
     *
     * @param refused whether the server said that there is no such address
     */
    public static String mail(String subject, String recipient, boolean refused) {
        return refused
                ? "Thư “%s” gửi %s không đến được vì máy chủ thư từ chối địa chỉ.".formatted(subject, recipient)
                : "Thư “%s” gửi %s chưa gửi được sau nhiều lần thử.".formatted(subject, recipient);
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

    /** What can be done about it. */
    public static String stepAdvice(IncidentKind kind) {
        return kind == IncidentKind.DECISION
                ? "Báo người quản trị xem bảng quyết định, rồi cho chạy lại."
                : "Hãy cho chạy lại; nếu vẫn không được, báo người quản trị.";
    }
}
