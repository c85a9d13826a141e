package vn.lienket.consulting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.consulting.BulkOpening.State;
import vn.lienket.notification.Notice;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.Recipient;
import vn.lienket.party.Parties;

/** Tells the officer who asked for many cases what came of it. */
@Component
class BulkOpeningNotices {

    private final Notifications notifications;
    private final Parties parties;

    BulkOpeningNotices(Notifications notifications, Parties parties) {
        this.notifications = notifications;
        this.parties = parties;
    }

    @EventListener
    void on(BulkOpeningEvent.Ended event) {
        BulkOpening bulk = event.bulk();
        List<Recipient> requester =
                parties.person(bulk.requestedBy()).map(Recipient::of).stream().toList();
        String heading = bulk.state() == State.CANCELLED ? "Đã hủy lượt mở hồ sơ tư vấn" : "Đã mở xong hồ sơ tư vấn";
        notifications.send(new Notice(
                "consulting-bulk:" + bulk.id(),
                null,
                requester,
                heading,
                "case-outcome",
                Map.of(
                        "heading",
                        heading,
                        "sentence",
                        "Kết quả của lượt mở nhiều hồ sơ tư vấn mà anh/chị đã yêu cầu.",
                        "rows",
                        rows(bulk))));
    }

    private static Map<String, String> rows(BulkOpening bulk) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Nhu cầu", bulk.need());
        rows.put("Số doanh nghiệp", String.valueOf(bulk.total()));
        rows.put("Số hồ sơ đã mở", String.valueOf(bulk.opened()));
        rows.put("Bị từ chối", String.valueOf(bulk.refused()));
        if (bulk.refused() > 0) {
            rows.put("Danh sách bị từ chối", "/api/v1/consulting-cases/bulk/%s/refusals".formatted(bulk.id()));
        }
        return rows;
    }
}
