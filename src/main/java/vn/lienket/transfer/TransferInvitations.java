package vn.lienket.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.notification.Invitation;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.OutcomeNotice;
import vn.lienket.notification.Recipients;
import vn.lienket.page.Wording;
import vn.lienket.party.Role;

/** Keeps the trainings and experts' visits of a plan in the calendars of those who meet: the requester and the expert. */
@Component
class TransferInvitations {

    private static final Wording SAY = Wording.VIETNAMESE;

    private final Notifications notifications;
    private final Recipients recipients;
    private final Clock clock;

    TransferInvitations(Notifications notifications, Recipients recipients, Clock clock) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.clock = clock;
    }

    @EventListener
    void on(TransferEvent.PlanApproved event) {
        List<TransferItem> items = event.items();
        for (int item = 0; item < items.size(); item++) {
            if (items.get(item).isScheduled()) {
                invite(event.about(), item, items.get(item));
            }
        }
    }

    @EventListener
    void on(TransferEvent.Rescheduled event) {
        invite(event.about(), event.item(), event.meeting());
    }

    /** What has been held stays in the calendars. */
    @EventListener
    void on(TransferEvent.Withdrawn event) {
        List<TransferItem> items = event.items();
        for (int item = 0; item < items.size(); item++) {
            TransferItem meeting = items.get(item);
            if (meeting.invitationSequence() != null && meeting.isScheduled() && isToCome(meeting)) {
                tell(
                        event.about(),
                        item,
                        meeting,
                        meeting.invitationSequence() + 1,
                        true,
                        "Hủy lịch",
                        "Bên yêu cầu đã rút hồ sơ. Nội dung dưới đây không diễn ra nữa.");
            }
        }
    }

    private boolean isToCome(TransferItem meeting) {
        return !meeting.accepted() && !lastDay(meeting).isBefore(LocalDate.now(clock));
    }

    private void invite(TransferEvent.About about, int item, TransferItem meeting) {
        int sequence = meeting.invitationSequence();
        boolean first = sequence == 0;
        tell(
                about,
                item,
                meeting,
                sequence,
                false,
                first ? "Mời tham dự" : "Đổi lịch",
                first
                        ? "Kế hoạch chuyển giao đã được duyệt. Xin mời tham dự nội dung dưới đây."
                        : "Nội dung dưới đây có lịch mới, thay cho lịch đã gửi.");
    }

    private void tell(
            TransferEvent.About about,
            int item,
            TransferItem meeting,
            int sequence,
            boolean cancelled,
            String heading,
            String sentence) {
        Map<String, String> rows = rows(meeting);
        OutcomeNotice notice = OutcomeNotice.ofCase(
                        TransferService.KIND, about.caseCode(), "meeting-%d-%d".formatted(item + 1, sequence))
                .to(recipients.members(about.requestingOrganisation(), Role.OFFICER, Role.LEADER))
                .to(recipients.person(meeting.expert()))
                .saying("%s: %s".formatted(heading, meeting.title()), sentence);
        rows.forEach(notice::row);
        notifications.send(notice.notice()
                .inviting(new Invitation(
                        "%s-%d".formatted(about.caseCode(), item + 1),
                        sequence,
                        cancelled,
                        meeting.details().startsOn(),
                        lastDay(meeting),
                        "%s: %s".formatted(meeting.kind().label(), meeting.title()),
                        meeting.details().place(),
                        description(about, rows))));
    }

    private static Map<String, String> rows(TransferItem meeting) {
        ItemDetails details = meeting.details();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Nội dung", "%s: %s".formatted(meeting.kind().label(), meeting.title()));
        rows.put("Thời gian", days(details.startsOn(), lastDay(meeting)));
        put(rows, "Địa điểm", details.place());
        put(rows, "Chuyên gia", details.person());
        put(rows, "Số người", details.people() == null ? null : String.valueOf(details.people()));
        return rows;
    }

    private static void put(Map<String, String> rows, String label, String value) {
        if (value != null) {
            rows.put(label, value);
        }
    }

    private static String days(LocalDate from, LocalDate to) {
        return from.equals(to)
                ? "ngày %s".formatted(SAY.day(from))
                : "từ %s đến %s".formatted(SAY.day(from), SAY.day(to));
    }

    private static String description(TransferEvent.About about, Map<String, String> rows) {
        StringBuilder lines = new StringBuilder("Hồ sơ: %s – %s".formatted(about.caseCode(), about.title()));
        rows.forEach(
                (label, value) -> lines.append('\n').append(label).append(": ").append(value));
        return lines.toString();
    }

    private static LocalDate lastDay(TransferItem meeting) {
        return Optional.ofNullable(meeting.details().endsOn())
                .orElse(meeting.details().startsOn());
    }
}
