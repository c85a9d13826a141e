package vn.lienket.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people are told of by mail, and what each of them may choose about it. */
public enum MailKind {
    WORK(
            "Việc mới",
            "Việc mới của bạn hoặc của nhóm, việc được giao, việc trả lại nhóm.",
            null,
            MailDelivery.AT_ONCE,
            MailDelivery.DAILY,
            MailDelivery.NONE),
    REMINDER(
            "Nhắc trước hạn",
            "Việc sắp đến hạn mà chưa xong.",
            null,
            MailDelivery.DAILY,
            MailDelivery.AT_ONCE,
            MailDelivery.NONE),
    OVERDUE(
            "Báo quá hạn",
            "Việc đã đến hạn hoặc quá hạn mà chưa xong.",
            "Không tắt được: người xử lý, lãnh đạo và người theo dõi phải biết việc quá hạn.",
            MailDelivery.DAILY,
            MailDelivery.AT_ONCE),
    NEWS(
            "Tin về hồ sơ",
            "Hồ sơ có kết quả, đổi bước hoặc kết thúc mà bạn không phải làm gì.",
            null,
            MailDelivery.AT_ONCE,
            MailDelivery.DAILY,
            MailDelivery.NONE),
    OVERVIEW(
            "Tổng hợp đầu tuần",
            "Ngày làm việc đầu tuần: việc đang mở, quá hạn, đến hạn trong tuần, hồ sơ tạm dừng.",
            null,
            MailDelivery.DAILY,
            MailDelivery.NONE),
    NUDGE(
            "Lãnh đạo, người theo dõi nhắc việc",
            "Lời nhắc một việc của bạn hoặc của nhóm.",
            "Luôn gửi ngay: người nhắc chờ bạn đọc."),
    PAPER(
            "Văn bản, thư mời",
            "Thư kèm văn bản đã vào sổ, quyết định, báo cáo hoặc lịch họp; kết quả của việc chạy hàng loạt.",
            "Luôn gửi ngay: đơn vị phải nhận được văn bản và lịch."),
    ACCOUNT(
            "Tài khoản",
            "Liên kết đặt mật khẩu.",
            "Luôn gửi ngay: không có thư này thì không ai đăng nhập được, và không biết có người xin mật khẩu thay mình.");

    private final String label;
    private final String about;
    private final String fixed;
    private final List<MailDelivery> choices;

    MailKind(String label, String about, String fixed, MailDelivery... choices) {
        this.label = label;
        this.about = about;
        this.fixed = fixed;
        this.choices = List.of(choices);
    }

    /** As the API calls it, e.g. {@code work}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Vietnamese name. */
    public String label() {
        return label;
    }

    /** Which mails these are, in a sentence. */
    public String about() {
        return about;
    }

    /** Why it cannot be switched off, in a sentence; null if it can. */
    public String fixed() {
        return fixed;
    }

    /** What may be chosen, first of all what holds for who has not; none where nothing may. */
    public List<MailDelivery> choices() {
        return choices;
    }

    /** What holds for who has not chosen. */
    public MailDelivery usual() {
        return choices.isEmpty() ? MailDelivery.AT_ONCE : choices.get(0);
    }

    /** The one with this code. */
    public static Optional<MailKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
