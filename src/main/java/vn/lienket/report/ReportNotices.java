package vn.lienket.report;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.OutcomeNotice;
import vn.lienket.notification.Recipient;
import vn.lienket.notification.Recipients;
import vn.lienket.page.Wording;
import vn.lienket.party.Channel;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.report.ReportEvent.About;

/** Tells the parties what came of a report, in the transaction in which it did. */
@Component
class ReportNotices {

    private static final Wording SAY = Wording.VIETNAMESE;

    private final Notifications notifications;
    private final Recipients recipients;
    private final Parties parties;

    ReportNotices(Notifications notifications, Recipients recipients, Parties parties) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.parties = parties;
    }

    @EventListener
    void on(ReportEvent.ChangesAsked event) {
        notifications.send(about(event.about(), "changes-%d".formatted(event.version()))
                .to(recipients.members(event.about().leadOrganisation(), Role.OFFICER))
                .saying(
                        "Báo cáo sơ kết phải sửa",
                        "Lãnh đạo yêu cầu sửa báo cáo; số liệu được tổng hợp lại và báo cáo được soát xét lại.")
                .row("Ý kiến", event.comment()));
    }

    @EventListener
    void on(ReportEvent.Sent event) {
        OutcomeNotice notice = about(event.about(), "sent")
                .to(office(event.about()))
                .saying(
                        "Báo cáo sơ kết hợp tác",
                        "Gửi các bên báo cáo sơ kết %s kèm bảng số liệu."
                                .formatted(event.about().quarter().label()))
                .row("Số, ký hiệu", event.registration().number())
                .row("Ngày", SAY.day(event.registration().on()));
        notifications.send(notice.notice().attaching(event.pdf(), event.sheets()));
    }

    @EventListener
    void on(ReportEvent.Withdrawn event) {
        OutcomeNotice notice = about(event.about(), "withdrawn")
                .to(office(event.about()))
                .saying("Báo cáo sơ kết đã rút", "Đơn vị chủ trì đã rút báo cáo; không có báo cáo nào được gửi.")
                .row("Lý do", event.reason());
        notifications.send(notice);
    }

    private OutcomeNotice about(About about, String what) {
        return OutcomeNotice.ofCase(ReportService.KIND, about.caseCode(), what)
                .row("Kênh hợp tác", channel(about).name())
                .row("Kỳ báo cáo", about.quarter().label())
                .row("Đơn vị chủ trì", parties.organisationName(about.leadOrganisation()));
    }

    private List<Recipient> office(About about) {
        return channel(about).parties().stream()
                .flatMap(party -> recipients.office(party, Role.OFFICER, Role.LEADER).stream())
                .toList();
    }

    private Channel channel(About about) {
        return parties.channel(about.channel()).orElseThrow();
    }
}
