package vn.lienket.consulting;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.consulting.BulkOpening.State;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.OutcomeNotice;
import vn.lienket.notification.Recipients;

/** Tells the officer who asked for many cases what came of it. */
@Component
class BulkOpeningNotices {

    private final Notifications notifications;
    private final Recipients recipients;

    BulkOpeningNotices(Notifications notifications, Recipients recipients) {
        this.notifications = notifications;
        this.recipients = recipients;
    }

    @EventListener
    void on(BulkOpeningEvent.Ended event) {
        BulkOpening bulk = event.bulk();
        OutcomeNotice notice = OutcomeNotice.of("consulting-bulk:" + bulk.id())
                .to(recipients.person(bulk.requestedBy()))
                .saying(
                        bulk.state() == State.CANCELLED ? "Đã hủy lượt mở hồ sơ tư vấn" : "Đã mở xong hồ sơ tư vấn",
                        "Kết quả của lượt mở nhiều hồ sơ tư vấn mà anh/chị đã yêu cầu.")
                .row("Nhu cầu", bulk.need())
                .row("Số doanh nghiệp", String.valueOf(bulk.total()))
                .row("Số hồ sơ đã mở", String.valueOf(bulk.opened()))
                .row("Bị từ chối", String.valueOf(bulk.refused()));
        if (bulk.refused() > 0) {
            notice.row("Danh sách bị từ chối", "/api/v1/consulting-cases/bulk/%s/refusals".formatted(bulk.id()));
        }
        notifications.send(notice);
    }
}
