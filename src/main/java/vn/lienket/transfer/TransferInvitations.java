package vn.lienket.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.notification.Invitation;
import vn.lienket.notification.Notice;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.Recipient;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;

/** Keeps the trainings and experts' visits of a plan in the calendars of those who meet: the requester and the expert. */
@Component
class TransferInvitations {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Notifications notifications;
    private final Parties parties;
    private final Clock clock;

    TransferInvitations(Notifications notifications, Parties parties, Clock clock) {
        this.notifications = notifications;
        this.parties = parties;
        this.clock = clock;
    }

    @EventListener
    void on(TransferEvent.PlanApproved event) {
        TransferCase approved = event.transferCase();
        for (int item = 0; item < approved.plan().items().size(); item++) {
            if (approved.plan().items().get(item).isScheduled()) {
                invite(approved, item);
            }
        }
    }

    @EventListener
    void on(TransferEvent.Rescheduled event) {
        invite(event.transferCase(), event.item());
    }

    /** What has been held stays in the calendars. */
    @EventListener
    void on(TransferEvent.Withdrawn event) {
        TransferCase withdrawn = event.transferCase();
        for (int item = 0; item < withdrawn.plan().items().size(); item++) {
            TransferItem meeting = withdrawn.plan().items().get(item);
            if (meeting.invitationSequence() != null && meeting.isScheduled() && isToCome(meeting)) {
                cancel(withdrawn, item);
            }
        }
    }

    private boolean isToCome(TransferItem meeting) {
        return !meeting.accepted() && !lastDay(meeting).isBefore(LocalDate.now(clock));
    }

    private void invite(TransferCase about, int item) {
        int sequence = about.plan().items().get(item).invitationSequence();
        boolean first = sequence == 0;
        tell(
                about,
                item,
                sequence,
                false,
                first ? "Mời tham dự" : "Đổi lịch",
                first
                        ? "Kế hoạch chuyển giao đã được duyệt. Xin mời tham dự nội dung dưới đây."
                        : "Nội dung dưới đây có lịch mới, thay cho lịch đã gửi.");
    }

    private void cancel(TransferCase about, int item) {
        tell(
                about,
                item,
                about.plan().items().get(item).invitationSequence() + 1,
                true,
                "Hủy lịch",
                "Bên yêu cầu đã rút hồ sơ. Nội dung dưới đây không diễn ra nữa.");
    }

    private void tell(TransferCase about, int item, int sequence, boolean cancelled, String heading, String sentence) {
        TransferItem meeting = about.plan().items().get(item);
        Map<String, String> rows = rows(meeting);
        Invitation invitation = new Invitation(
                "%s-%d".formatted(about.caseCode(), item + 1),
                sequence,
                cancelled,
                meeting.details().startsOn(),
                lastDay(meeting),
                "%s: %s".formatted(meeting.kind().label(), meeting.title()),
                meeting.details().place(),
                description(about, rows));
        notifications.send(Notice.caseOutcome(
                        "transfer:%s:meeting-%d-%d".formatted(about.caseCode(), item + 1, sequence),
                        about.caseCode(),
                        audience(about, meeting),
                        "%s: %s".formatted(heading, meeting.title()),
                        sentence,
                        rows,
                        null)
                .inviting(invitation));
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
                ? "ngày %s".formatted(DATE.format(from))
                : "từ %s đến %s".formatted(DATE.format(from), DATE.format(to));
    }

    private static String description(TransferCase about, Map<String, String> rows) {
        StringBuilder lines = new StringBuilder("Hồ sơ: %s – %s".formatted(about.caseCode(), about.title()));
        rows.forEach(
                (label, value) -> lines.append('\n').append(label).append(": ").append(value));
        return lines.toString();
    }

    private static LocalDate lastDay(TransferItem meeting) {
        return Optional.ofNullable(meeting.details().endsOn())
                .orElse(meeting.details().startsOn());
    }

    private List<Recipient> audience(TransferCase about, TransferItem meeting) {
        Stream<Recipient> requester = Stream.of(Role.OFFICER, Role.LEADER)
                .flatMap(role -> parties.members(role.groupOf(about.requestingOrganisation())).stream())
                .map(Recipient::of);
        Stream<Recipient> expert = Optional.ofNullable(meeting.expert()).flatMap(parties::person).stream()
                .map(Recipient::of);
        return Stream.concat(requester, expert).distinct().toList();
    }
}
