package vn.lienket.paper;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.OutcomeNotice;
import vn.lienket.notification.Recipients;

/** Tells whoever had a paper signed what came of it. */
@Component
class PaperNotices {

    private final Notifications notifications;
    private final Recipients recipients;

    PaperNotices(Notifications notifications, Recipients recipients) {
        this.notifications = notifications;
        this.recipients = recipients;
    }

    @EventListener
    void on(PaperEvent.Signed event) {
        notifications.send(
                about(event.signing()).saying("Văn bản đã ký đủ", "Văn bản mà anh/chị trình ký đã được mọi người ký."));
    }

    @EventListener
    void on(PaperEvent.Refused event) {
        PaperSigning signing = event.signing();
        notifications.send(about(signing)
                .saying(
                        "Văn bản không được ký",
                        "Văn bản mà anh/chị trình ký không được ký. Sau khi xem lý do, có thể trình ký lại.")
                .row("Lý do", signing.reason()));
    }

    private OutcomeNotice about(PaperSigning signing) {
        return OutcomeNotice.ofCase("paper", signing.caseCode(), "signing-" + signing.id())
                .to(recipients.person(signing.submittedBy()))
                .row("Văn bản", signing.words());
    }
}
