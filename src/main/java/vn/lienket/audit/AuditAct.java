package vn.lienket.audit;

/** What people, and the product for them, do that the trail keeps: a stable code for machines and Vietnamese words for people. */
public enum AuditAct {
    SIGN_IN("sign-in", "Đăng nhập"),
    SIGN_IN_WRONG("sign-in.wrong", "Đăng nhập sai tên hoặc mật khẩu"),
    SIGN_IN_WAIT("sign-in.wait", "Phải chờ vì đăng nhập sai nhiều lần"),
    SECOND_FACTOR_WRONG("sign-in.second-factor-wrong", "Sai mã xác thực lần hai"),
    SIGN_OUT("sign-out", "Đăng xuất"),
    SIGN_OUT_EVERYWHERE("sign-out.everywhere", "Đăng xuất khỏi mọi thiết bị"),
    SESSION_ENDED("session.ended", "Phiên làm việc bị kết thúc"),
    PASSWORD_LINK_SENT("password.link-sent", "Gửi liên kết đặt mật khẩu"),
    PASSWORD_CHANGED("password.changed", "Đổi mật khẩu"),
    SECOND_FACTOR_SET("second-factor.set", "Bật xác thực hai lớp"),

    REQUEST_REFUSED("request.refused", "Bị từ chối vì không có quyền"),
    REQUEST_REJECTED("request.rejected", "Yêu cầu sai quy cách bị chặn"),

    CASE_STARTED("case.started", "Mở hồ sơ"),
    TASK_COMPLETED("task.completed", "Hoàn thành công việc"),
    TASK_CLAIMED("task.claimed", "Nhận công việc"),
    TASK_ASSIGNED("task.assigned", "Giao công việc cho người khác"),
    TASK_CHANGED("task.changed", "Thay đổi công việc"),
    DOCUMENT_UPLOADED("document.uploaded", "Tải tài liệu lên"),
    DOCUMENT_DOWNLOADED("document.downloaded", "Tải tài liệu về"),
    DOCUMENT_COMPARED("document.compared", "So sánh hai bản tài liệu"),
    COMMENT_CHANGED("comment.changed", "Thay đổi ý kiến hoặc tệp đính kèm"),
    MESSAGE_SENT("message.sent", "Gửi thông điệp cho hồ sơ"),
    MAIL_REDIRECTED("mail.redirected", "Sửa địa chỉ nhận thư"),

    ABSENCE_REGISTERED("absence.registered", "Đăng ký vắng mặt"),
    ABSENCE_ENDED("absence.ended", "Kết thúc hoặc hủy kỳ vắng mặt"),

    DEPLOYMENT_CHANGED("admin.deployment", "Cài đặt hoặc gỡ quy trình"),
    DEFINITION_CHANGED("admin.definition", "Thay đổi định nghĩa quy trình"),
    JOB_CHANGED("admin.job", "Thay đổi hoặc chạy lại tác vụ nền"),
    JOB_RETRIED("admin.job-retry", "Cho chạy lại tác vụ nền bị lỗi"),
    CASE_MIGRATED("admin.migration", "Chuyển hồ sơ sang phiên bản khác của quy trình"),
    CASE_MOVED("admin.move", "Chuyển hồ sơ sang bước khác"),
    SUSPENSION_CHANGED("admin.suspension", "Tạm dừng hoặc cho chạy tiếp"),
    VARIABLE_CHANGED("admin.variable", "Thay đổi biến của hồ sơ"),
    INSTANCE_CHANGED("admin.instance", "Can thiệp vào hồ sơ đang chạy"),
    HISTORY_CHANGED("admin.history", "Thay đổi hoặc xóa lịch sử"),
    INCIDENT_CHANGED("admin.incident", "Xử lý sự cố"),
    USER_CHANGED("admin.user", "Thay đổi người dùng"),
    GROUP_CHANGED("admin.group", "Thay đổi nhóm hoặc thành viên nhóm"),
    TENANT_CHANGED("admin.tenant", "Thay đổi kênh hoặc thành viên kênh"),
    AUTHORIZATION_CHANGED("admin.authorization", "Thay đổi quyền"),
    FILTER_CHANGED("admin.filter", "Thay đổi bộ lọc công việc"),
    DIRECTORY_APPLIED("admin.directory", "Áp dụng danh bạ"),
    FIGURES_REBUILT("admin.figures", "Dựng lại số liệu"),
    ENGINE_CHANGED("admin.engine", "Thay đổi khác trong công cụ quy trình"),

    OPERATOR_COMMAND("operator.command", "Người vận hành chạy lệnh"),

    PERSONAL_DATA_EXPORTED("personal-data.exported", "Xuất dữ liệu cá nhân"),
    PERSONAL_DATA_ERASED("personal-data.erased", "Xóa dữ liệu cá nhân"),
    TRAIL_READ("audit.read", "Xem nhật ký kiểm toán"),
    TRAIL_EXPORTED("audit.exported", "Xuất nhật ký kiểm toán");

    private final String code;
    private final String words;

    AuditAct(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** What is stored; never changed once it was in a release. */
    public String code() {
        return code;
    }

    /** What people read. */
    public String words() {
        return words;
    }
}
