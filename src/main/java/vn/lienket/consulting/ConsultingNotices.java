package vn.lienket.consulting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.calendar.Terms;
import vn.lienket.consulting.ConsultingEvent.About;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.notification.Notice;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.OutcomeNotice;
import vn.lienket.notification.Recipient;
import vn.lienket.notification.Recipients;
import vn.lienket.page.Wording;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;

/** Tells the enterprise, and who else works on its case, what came of a step, in the transaction in which it did. */
@Component
class ConsultingNotices {

    private static final Wording SAY = Wording.VIETNAMESE;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private final Notifications notifications;
    private final Recipients recipients;
    private final AnswerLinks links;
    private final PageLinks pageLinks;
    private final Parties parties;
    private final Terms terms;

    ConsultingNotices(
            Notifications notifications,
            Recipients recipients,
            AnswerLinks links,
            PageLinks pageLinks,
            Parties parties,
            Terms terms) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.links = links;
        this.pageLinks = pageLinks;
        this.parties = parties;
        this.terms = terms;
    }

    @EventListener
    void on(ConsultingEvent.Opened event) {
        tell(
                event.about(),
                toEnterprise(event.about(), "opened")
                        .saying(
                                "Đã nhận hồ sơ tư vấn",
                                "%s đã nhận hồ sơ tư vấn chuyển đổi số của doanh nghiệp và sẽ kiểm tra trong %d ngày làm việc."
                                        .formatted(lead(event.about()), terms.days(ConsultingModel.TASK_VERIFY)))
                        .row("Mã số thuế", event.about().applicant().taxCode())
                        .row("Nhu cầu", event.need())
                        .notice());
    }

    @EventListener
    void on(ConsultingEvent.Accepted event) {
        tell(
                event.about(),
                toEnterprise(event.about(), "accepted")
                        .saying(
                                "Hồ sơ được tiếp nhận",
                                "Hồ sơ đủ điều kiện. Chuyên gia tư vấn sẽ liên hệ với doanh nghiệp để đánh giá mức độ sẵn sàng.")
                        .row("Quy mô", event.about().size())
                        .notice());
    }

    @EventListener
    void on(ConsultingEvent.NotAccepted event) {
        tell(
                event.about(),
                toEnterprise(event.about(), "not-accepted")
                        .saying(
                                "Hồ sơ không được tiếp nhận",
                                "Rất tiếc, hồ sơ tư vấn của doanh nghiệp không được tiếp nhận.")
                        .row("Quy mô", event.about().size())
                        .row("Lý do", event.reason())
                        .notice());
    }

    @EventListener
    void on(ConsultingEvent.SupplementRequested event) {
        int round = event.asked().round();
        sendAnswerable(
                toEnterprise(event.about(), "supplement-%d".formatted(round))
                        .saying(
                                "Cần bổ sung hồ sơ",
                                "Hồ sơ còn thiếu thông tin. Trong lúc chờ doanh nghiệp trả lời, thời hạn xử lý dừng lại.")
                        .row("Cần bổ sung", event.request())
                        .row("Trả lời đến hết ngày", SAY.day(event.asked().answerBy()))
                        .notice(),
                event.about(),
                LinkSubject.SUPPLEMENT,
                round);
    }

    @EventListener
    void on(ConsultingEvent.Suspended event) {
        String what = "suspended-%d".formatted(event.round());
        String heading = "Hồ sơ dừng xử lý";
        tell(
                event.about(),
                toEnterprise(event.about(), what)
                        .saying(
                                heading,
                                "Hệ thống chưa nhận được phần bổ sung. Hồ sơ dừng xử lý và được mở lại ngay khi doanh nghiệp"
                                        + " trả lời qua liên kết trong thư yêu cầu bổ sung.")
                        .row("Cần bổ sung", event.request())
                        .notice());
        notifications.send(notice(event.about(), what)
                .to(recipients.members(event.about().leadOrganisation(), Role.OFFICER))
                .saying(
                        heading,
                        "Doanh nghiệp không trả lời yêu cầu bổ sung trong thời hạn. Hồ sơ được mở lại khi có trả lời.")
                .row("Cần bổ sung", event.request()));
    }

    @EventListener
    void on(ConsultingEvent.NobodyFits event) {
        notifications.send(notice(event.about(), "nobody-fits")
                .to(recipients.members(event.organisation(), Role.LEADER))
                .saying(
                        "Chưa có chuyên gia nhận hồ sơ",
                        "Không có chuyên gia nào có chuyên môn phù hợp và đang làm việc. Hồ sơ chờ trong nhóm chuyên gia.")
                .row("Quy mô", event.about().size())
                .row("Chuyên môn cần có", event.expertise()));
    }

    @EventListener
    void on(ConsultingEvent.RoadmapDrafted event) {
        sendAnswerable(
                toEnterprise(event.about(), "roadmap-%d".formatted(event.version()))
                        .saying(
                                "Lộ trình chuyển đổi số",
                                "Chuyên gia đã lập lộ trình chuyển đổi số cho doanh nghiệp, trong tệp gửi kèm. Mời doanh nghiệp xem và"
                                        + " trả lời: đồng ý, đề nghị sửa, hoặc không chọn.")
                        .row("Số bước", String.valueOf(event.steps()))
                        .row("Tổng chi phí dự kiến", SAY.money(event.totalCost()))
                        .notice()
                        .attaching(event.document()),
                event.about(),
                LinkSubject.ROADMAP,
                event.version());
    }

    @EventListener
    void on(ConsultingEvent.RoadmapDeclined event) {
        notifications.send(toTeam(event.about(), "roadmap-declined")
                .saying(
                        "Doanh nghiệp không chọn lộ trình",
                        "Doanh nghiệp đã trả lời không thực hiện lộ trình. Hồ sơ dừng xử lý.")
                .row("Ý kiến của doanh nghiệp", event.comment()));
    }

    @EventListener
    void on(ConsultingEvent.SupportDecided event) {
        List<Grant> grants = event.grants();
        OutcomeNotice notice = toEnterprise(event.about(), "support")
                .saying(
                        "Kết quả xét hỗ trợ",
                        switch (event.decision()) {
                            case "grant" ->
                                "%s quyết định hỗ trợ doanh nghiệp thực hiện lộ trình%s."
                                        .formatted(lead(event.about()), enclosed(event));
                            case "refuse" ->
                                "%s không hỗ trợ kinh phí thực hiện lộ trình%s."
                                        .formatted(lead(event.about()), enclosed(event));
                            default -> "Lộ trình không có khoản chi phí được hỗ trợ.";
                        });
        for (Grant grant : grants) {
            String kind = grant.supportKind().label();
            notice.row(kind, calculation(grant))
                    .row("Căn cứ (%s)".formatted(kind.toLowerCase(VIETNAMESE)), grant.basis());
        }
        if (!grants.isEmpty()) {
            notice.row(
                    "Tổng mức hỗ trợ",
                    SAY.money(grants.stream().mapToLong(Grant::amount).sum()));
        }
        if (grants.stream().anyMatch(Grant::isUnverified)) {
            notice.row(
                    "Ghi chú", "“chưa kiểm chứng” nghĩa là căn cứ pháp lý chưa được đối chiếu với bản đăng Công báo.");
        }
        Notice mail = notice.row("Ý kiến của lãnh đạo", event.comment()).notice();
        tell(event.about(), event.paper() == null ? mail : mail.attaching(event.paper()));
    }

    @EventListener
    void on(ConsultingEvent.Closed event) {
        tell(
                event.about(),
                toEnterprise(event.about(), "closed")
                        .saying(
                                "Kết quả tư vấn chuyển đổi số",
                                "Việc tư vấn đã hoàn thành. Báo cáo kết quả ở trong tệp gửi kèm.")
                        .row("Mức độ trước tư vấn", level(event.before()))
                        .row("Mức độ sau tư vấn", level(event.after()))
                        .row("Kết luận", event.note())
                        .notice()
                        .attaching(event.report()));
    }

    @EventListener
    void on(ConsultingEvent.PaperSigned event) {
        tell(
                event.about(),
                toEnterprise(event.about(), "signed-" + event.kind())
                        .saying(
                                event.byHand() ? "Văn bản đã ký tay" : "Văn bản đã ký số",
                                event.byHand()
                                        ? "Văn bản đã gửi doanh nghiệp nay có bản ký tay; bản quét ở trong tệp gửi kèm."
                                        : "Văn bản đã gửi doanh nghiệp nay có bản ký số, cùng nội dung, trong tệp gửi kèm.")
                        .row("Văn bản", event.name())
                        .row("Số, ký hiệu", event.number())
                        .notice()
                        .attaching(event.document()));
    }

    @EventListener
    void on(ConsultingEvent.Withdrawn event) {
        String heading = "Hồ sơ đã rút";
        tell(
                event.about(),
                toEnterprise(event.about(), "withdrawn")
                        .saying(heading, "Hồ sơ tư vấn của doanh nghiệp đã được rút.")
                        .row("Lý do", event.reason())
                        .notice());
        notifications.send(toTeam(event.about(), "withdrawn")
                .saying(heading, "Hồ sơ đã được rút. Các việc đang mở của hồ sơ không cần thực hiện nữa.")
                .row("Lý do", event.reason()));
    }

    @EventListener
    void on(ConsultingEvent.PageLinkAsked event) {
        tell(
                event.about(),
                toEnterprise(event.about(), "page-link-%d".formatted(event.request()))
                        .saying(
                                "Liên kết đến trang hồ sơ",
                                "Có yêu cầu gửi lại liên kết đến trang hồ sơ của doanh nghiệp. Nếu không phải doanh nghiệp yêu"
                                        + " cầu, xin bỏ qua thư này; các liên kết đã gửi vẫn dùng được.")
                        .notice());
    }

    /** Whoever reads the mails at the former address sees the case no longer. */
    @EventListener
    void on(ConsultingEvent.ContactMoved event) {
        pageLinks.end(event.about().caseCode());
        tell(
                event.about(),
                toEnterprise(event.about(), "contact-moved-%d".formatted(event.round()))
                        .saying(
                                "Địa chỉ liên hệ của hồ sơ đã đổi",
                                "Từ nay thư về hồ sơ được gửi đến địa chỉ này. Liên kết đến trang hồ sơ đã gửi đến địa chỉ cũ"
                                        + " không dùng được nữa.")
                        .notice());
    }

    /** With a link to the page of the case; without anybody to send it to, no link is made. */
    private void tell(About about, Notice notice) {
        if (enterprise(about).isPresent()) {
            notifications.send(notice.followedAt(pageLinks.issue(about.caseCode())));
        }
    }

    /** With the link by which the enterprise answers as well. */
    private void sendAnswerable(Notice notice, About about, LinkSubject subject, int round) {
        if (enterprise(about).isPresent()) {
            AnswerLinks.Issued link = links.issue(about.caseCode(), subject, round);
            tell(about, notice.answeredAt(link.address(), SAY.day(link.lastDay())));
        }
    }

    private static OutcomeNotice notice(About about, String what) {
        return OutcomeNotice.ofCase(ConsultingService.KIND, about.caseCode(), what);
    }

    private static OutcomeNotice toEnterprise(About about, String what) {
        return notice(about, what).to(enterprise(about).stream().toList());
    }

    /** To the officers of the lead and the consultant. */
    private OutcomeNotice toTeam(About about, String what) {
        return notice(about, what)
                .to(recipients.members(about.leadOrganisation(), Role.OFFICER))
                .to(recipients.person(about.consultant()));
    }

    /** Nobody where the enterprise has given no address. */
    private static Optional<Recipient> enterprise(About about) {
        Applicant applicant = about.applicant();
        return Optional.ofNullable(applicant.contactEmail())
                .map(email -> new Recipient(
                        null,
                        applicant.contactName() == null
                                ? applicant.enterpriseName()
                                : "%s, %s".formatted(applicant.contactName(), applicant.enterpriseName()),
                        email));
    }

    private static String enclosed(ConsultingEvent.SupportDecided event) {
        return event.paper() == null ? "" : "; văn bản ở trong tệp gửi kèm";
    }

    private String lead(About about) {
        return parties.organisationName(about.leadOrganisation());
    }

    private static String level(Assessment assessment) {
        return "%s (%s/100 điểm)".formatted(assessment.levelName(), SAY.score(assessment.overall()));
    }

    private static String calculation(Grant grant) {
        return "%s × %s = %s; mức trần năm %d: %s, đã hỗ trợ trong năm: %s; được hỗ trợ: %s"
                .formatted(
                        SAY.percent(grant.rate()),
                        SAY.money(grant.eligibleCost()),
                        SAY.money(grant.share()),
                        grant.year(),
                        SAY.money(grant.cap()),
                        SAY.money(grant.grantedBefore()),
                        SAY.money(grant.amount()));
    }
}
