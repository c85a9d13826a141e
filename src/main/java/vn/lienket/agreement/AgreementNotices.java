package vn.lienket.agreement;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.OutcomeNotice;
import vn.lienket.notification.Recipient;
import vn.lienket.notification.Recipients;
import vn.lienket.page.Wording;
import vn.lienket.party.Role;

/** Tells the parties how their agreement came out, in the transaction in which it did. */
@Component
class AgreementNotices {

    private static final Wording SAY = Wording.VIETNAMESE;

    private final Notifications notifications;
    private final Recipients recipients;

    AgreementNotices(Notifications notifications, Recipients recipients) {
        this.notifications = notifications;
        this.recipients = recipients;
    }

    @EventListener
    void on(AgreementEvent.InForce event) {
        OutcomeNotice notice = toEveryParty(event, "in-force")
                .saying("Thỏa thuận có hiệu lực", "Các bên đã ký và vào sổ văn bản dưới đây.");
        event.register()
                .forEach(entry -> notice.row(
                        entry.partyName(),
                        "Số %s ngày %s, %s"
                                .formatted(
                                        entry.number(),
                                        SAY.day(entry.date()),
                                        entry.signedByHand() ? "ký tay" : "ký nối tiếp trên tệp điện tử")));
        notifications.send(notice);
    }

    @EventListener
    void on(AgreementEvent.Withdrawn event) {
        notifications.send(toEveryParty(event, "withdrawn")
                .saying(
                        "Hồ sơ đã rút",
                        "Đơn vị chủ trì đã rút hồ sơ thỏa thuận. Các việc đang mở của hồ sơ không cần thực hiện nữa.")
                .row("Lý do", event.reason()));
    }

    @EventListener
    void on(AgreementEvent.ExpiryNear event) {
        notifications.send(notice(event, "expiry-" + event.stage())
                .to(office(event.about().leadOrganisation()))
                .saying(
                        "Thỏa thuận còn %d ngày hiệu lực".formatted(event.daysLeft()),
                        "Thỏa thuận sắp hết hiệu lực. Đơn vị chủ trì cần quyết định gia hạn hoặc để hết hiệu lực."));
    }

    @EventListener
    void on(AgreementEvent.Expired event) {
        notifications.send(toEveryParty(event, "expired")
                .saying("Thỏa thuận hết hiệu lực", "Thỏa thuận đã đến ngày hết hiệu lực."));
    }

    @EventListener
    void on(AgreementEvent.Terminated event) {
        notifications.send(toEveryParty(event, "terminated")
                .saying(
                        "Thỏa thuận chấm dứt trước hạn",
                        "Đơn vị chủ trì đã ghi nhận việc chấm dứt thỏa thuận trước hạn.")
                .row("Ngày chấm dứt", SAY.day(event.on()))
                .row("Lý do", event.reason()));
    }

    private OutcomeNotice toEveryParty(AgreementEvent event, String what) {
        OutcomeNotice notice = notice(event, what);
        event.about().parties().forEach(party -> notice.to(office(party)));
        return notice;
    }

    private static OutcomeNotice notice(AgreementEvent event, String what) {
        AgreementEvent.About about = event.about();
        return OutcomeNotice.ofCase(AgreementService.KIND, about.caseCode(), what)
                .row("Loại văn bản", about.type().label())
                .row(
                        "Hiệu lực",
                        "từ %s đến %s".formatted(SAY.day(about.effectiveFrom()), SAY.day(about.effectiveTo())));
    }

    private List<Recipient> office(String organisation) {
        return recipients.office(organisation, Role.OFFICER, Role.CLERK, Role.LEADER);
    }
}
