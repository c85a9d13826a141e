package vn.lienket.agreement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.notification.Notice;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.Recipient;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;

/** Tells the parties how their agreement came out, in the transaction in which it did. */
@Component
class AgreementNotices {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Set<Role> TOLD = Set.of(Role.OFFICER, Role.CLERK, Role.LEADER);

    private final Notifications notifications;
    private final Parties parties;

    AgreementNotices(Notifications notifications, Parties parties) {
        this.notifications = notifications;
        this.parties = parties;
    }

    @EventListener
    void on(AgreementEvent.InForce event) {
        Agreement agreement = event.agreement();
        Map<String, String> rows = terms(agreement);
        for (Registration entry : agreement.registrations()) {
            rows.put(
                    agreement.partyName(entry.party()),
                    "Số %s ngày %s, %s"
                            .formatted(
                                    entry.number(),
                                    DATE.format(entry.date()),
                                    agreement.signedByHand(entry.party()) ? "ký tay" : "ký nối tiếp trên tệp điện tử"));
        }
        tell(
                event,
                "in-force",
                everyParty(agreement),
                "Thỏa thuận có hiệu lực",
                "Các bên đã ký và vào sổ văn bản dưới đây.",
                rows);
    }

    @EventListener
    void on(AgreementEvent.Withdrawn event) {
        Map<String, String> rows = terms(event.agreement());
        rows.put("Lý do", event.agreement().endReason());
        tell(
                event,
                "withdrawn",
                everyParty(event.agreement()),
                "Hồ sơ đã rút",
                "Đơn vị chủ trì đã rút hồ sơ thỏa thuận. Các việc đang mở của hồ sơ không cần thực hiện nữa.",
                rows);
    }

    @EventListener
    void on(AgreementEvent.ExpiryNear event) {
        Agreement agreement = event.agreement();
        tell(
                event,
                "expiry-" + event.warning(),
                people(agreement.leadOrganisation()).toList(),
                "Thỏa thuận còn %d ngày hiệu lực".formatted(event.daysLeft()),
                "Thỏa thuận sắp hết hiệu lực. Đơn vị chủ trì cần quyết định gia hạn hoặc để hết hiệu lực.",
                terms(agreement));
    }

    @EventListener
    void on(AgreementEvent.Expired event) {
        tell(
                event,
                "expired",
                everyParty(event.agreement()),
                "Thỏa thuận hết hiệu lực",
                "Thỏa thuận đã đến ngày hết hiệu lực.",
                terms(event.agreement()));
    }

    @EventListener
    void on(AgreementEvent.Terminated event) {
        Map<String, String> rows = terms(event.agreement());
        rows.put("Ngày chấm dứt", DATE.format(event.agreement().endedOn()));
        rows.put("Lý do", event.agreement().endReason());
        tell(
                event,
                "terminated",
                everyParty(event.agreement()),
                "Thỏa thuận chấm dứt trước hạn",
                "Đơn vị chủ trì đã ghi nhận việc chấm dứt thỏa thuận trước hạn.",
                rows);
    }

    private void tell(
            AgreementEvent event,
            String what,
            Collection<Recipient> recipients,
            String heading,
            String sentence,
            Map<String, String> rows) {
        String code = event.agreement().caseCode();
        notifications.send(Notice.caseOutcome(
                "agreement:%s:%s".formatted(code, what), code, recipients, heading, sentence, rows, null));
    }

    private static Map<String, String> terms(Agreement agreement) {
        LocalDate from = agreement.effectiveFrom();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Loại văn bản", agreement.type().label());
        rows.put("Hiệu lực", "từ %s đến %s".formatted(DATE.format(from), DATE.format(agreement.effectiveTo())));
        return rows;
    }

    private List<Recipient> everyParty(Agreement agreement) {
        return agreement.parties().stream()
                .flatMap(party -> people(party.organisation()))
                .toList();
    }

    private Stream<Recipient> people(String organisation) {
        Stream<Recipient> office = parties.organisation(organisation).map(Recipient::of).stream();
        Stream<Recipient> members = TOLD.stream()
                .sorted()
                .flatMap(role -> parties.members(role.groupOf(organisation)).stream())
                .distinct()
                .map(Recipient::of);
        return Stream.concat(office, members);
    }
}
