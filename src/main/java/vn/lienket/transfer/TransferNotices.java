package vn.lienket.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.OutcomeNotice;
import vn.lienket.notification.Recipient;
import vn.lienket.notification.Recipients;
import vn.lienket.page.Wording;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.rule.Verification;
import vn.lienket.transfer.TransferEvent.About;

/** Tells both sides what came of a step of their transfer, in the transaction in which it did. */
@Component
class TransferNotices {

    private static final Wording SAY = Wording.VIETNAMESE;

    private final Notifications notifications;
    private final Recipients recipients;
    private final CooperationFields cooperationFields;
    private final Parties parties;

    TransferNotices(
            Notifications notifications, Recipients recipients, CooperationFields cooperationFields, Parties parties) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.cooperationFields = cooperationFields;
        this.parties = parties;
    }

    @EventListener
    void on(TransferEvent.Opened event) {
        notifications.send(toRequester(event.about(), "opened")
                .saying(
                        "Đã gửi yêu cầu chuyển giao",
                        "Yêu cầu đã được gửi đến %s.".formatted(provider(event.about()))));
    }

    @EventListener
    void on(TransferEvent.Declined event) {
        notifications.send(toRequester(event.about(), "declined")
                .saying(
                        "Yêu cầu không được tiếp nhận",
                        "%s không tiếp nhận yêu cầu chuyển giao.".formatted(provider(event.about())))
                .row("Lý do", event.reason()));
    }

    @EventListener
    void on(TransferEvent.SupplementRequested event) {
        notifications.send(toRequester(
                        event.about(), "supplement-%d".formatted(event.asked().round()))
                .saying(
                        "Cần bổ sung yêu cầu",
                        "Yêu cầu còn thiếu thông tin. Trong lúc chờ bổ sung, thời hạn xử lý dừng lại.")
                .row("Cần bổ sung", event.request())
                .row("Trả lời đến hết ngày", SAY.day(event.asked().answerBy())));
    }

    @EventListener
    void on(TransferEvent.Suspended event) {
        notifications.send(toEverybody(event.about(), "suspended-%d".formatted(event.round()))
                .saying(
                        "Yêu cầu dừng xử lý",
                        "Bên yêu cầu không bổ sung trong thời hạn. Yêu cầu được mở lại ngay khi có trả lời.")
                .row("Cần bổ sung", event.request()));
    }

    @EventListener
    void on(TransferEvent.NobodyFits event) {
        notifications.send(notice(event.about(), "nobody-fits")
                .to(recipients.members(event.about().providingOrganisation(), Role.LEADER))
                .saying(
                        "Chưa có chuyên gia đánh giá",
                        "Không có chuyên gia nào có chuyên môn phù hợp và đang làm việc. Việc đánh giá chờ trong nhóm chuyên gia.")
                .row("Chuyên môn cần có", event.expertise()));
    }

    @EventListener
    void on(TransferEvent.Infeasible event) {
        notifications.send(toEverybody(event.about(), "infeasible")
                .saying("Yêu cầu không khả thi", "Bên cung cấp đã đánh giá và kết luận yêu cầu không khả thi.")
                .row("Kết luận", event.conclusion())
                .row("Ý kiến của lãnh đạo", event.comment()));
    }

    @EventListener
    void on(TransferEvent.PlanApproved event) {
        OutcomeNotice notice = toEverybody(event.about(), "plan-approved")
                .saying(
                        "Kế hoạch chuyển giao đã được duyệt",
                        "Các bên đã duyệt kế hoạch và hợp đồng trong tệp gửi kèm.")
                .row("Số hợp đồng", Optional.ofNullable(event.contractNumber()).orElse("theo văn bản của các bên"))
                .row("Ngày hợp đồng", SAY.day(event.contractedOn()));
        for (int item = 0; item < event.items().size(); item++) {
            notice.row(
                    "Nội dung %d".formatted(item + 1), described(event.items().get(item)));
        }
        notifications.send(notice.notice().attaching(event.contractDocument()));
    }

    @EventListener
    void on(TransferEvent.RegistrationDue event) {
        Role[] told = event.last() ? new Role[] {Role.CLERK, Role.LEADER} : new Role[] {Role.CLERK};
        notifications.send(registration(
                        event.about(),
                        "registration-%d".formatted(event.stage()),
                        event.contractedOn(),
                        event.registration())
                .to(recipients.members(event.about().requestingOrganisation(), told))
                .saying(
                        "Còn %d ngày để đăng ký hợp đồng".formatted(event.daysLeft()),
                        "Hợp đồng chuyển giao phải được đăng ký và chỉ có hiệu lực khi được cấp giấy chứng nhận."));
    }

    @EventListener
    void on(TransferEvent.RegistrationLate event) {
        notifications.send(registration(event.about(), "registration-late", event.contractedOn(), event.registration())
                .to(recipients.members(event.about().requestingOrganisation(), Role.CLERK, Role.LEADER))
                .to(recipients.members(event.about().providingOrganisation(), Role.LEADER))
                .saying(
                        "Quá hạn đăng ký hợp đồng",
                        "Hợp đồng chuyển giao phải đăng ký nhưng đã quá hạn mà chưa có giấy chứng nhận."));
    }

    @EventListener
    void on(TransferEvent.Registered event) {
        notifications.send(registration(event.about(), "registered", event.contractedOn(), event.registration())
                .to(everybody(event.about()))
                .saying(
                        "Hợp đồng đã được đăng ký",
                        "Hợp đồng chuyển giao có hiệu lực. Bên cung cấp bắt đầu chuyển giao.")
                .row("Số giấy chứng nhận", event.registration().number())
                .row("Ngày đăng ký", SAY.day(event.registration().registeredOn())));
    }

    @EventListener
    void on(TransferEvent.DefectsFound event) {
        TransferAcceptance acceptance = event.acceptance();
        notifications.send(toProvider(event.about(), "defects-%d".formatted(acceptance.round()))
                .saying(
                        "Nghiệm thu chưa đạt",
                        "Bên yêu cầu đề nghị chuyển giao lại các nội dung chưa đạt; các nội dung khác đã được nghiệm thu.")
                .row("Lần nghiệm thu", String.valueOf(acceptance.round()))
                .row("Nội dung chưa đạt", String.join("; ", event.defects()))
                .row("Ý kiến", acceptance.comment()));
    }

    @EventListener
    void on(TransferEvent.Accepted event) {
        notifications.send(toProvider(event.about(), "accepted")
                .saying("Đã nghiệm thu chuyển giao", "Bên yêu cầu đã nghiệm thu toàn bộ nội dung chuyển giao.")
                .row("Số lần nghiệm thu", String.valueOf(event.rounds())));
    }

    @EventListener
    void on(TransferEvent.Evaluated event) {
        notifications.send(toEverybody(event.about(), "evaluated")
                .saying("Đã đánh giá việc chuyển giao", "Bên yêu cầu đã đánh giá kết quả. Hồ sơ kết thúc.")
                .row("Điểm", "%d/%d".formatted(event.evaluation().score(), TransferEvaluation.MAX_SCORE))
                .row("Nhận xét", event.evaluation().comment()));
    }

    @EventListener
    void on(TransferEvent.Withdrawn event) {
        notifications.send(toEverybody(event.about(), "withdrawn")
                .saying(
                        "Yêu cầu đã rút",
                        "Bên yêu cầu đã rút hồ sơ. Các việc đang mở của hồ sơ không cần thực hiện nữa.")
                .row("Lý do", event.reason()));
    }

    private OutcomeNotice notice(About about, String what) {
        return OutcomeNotice.ofCase(TransferService.KIND, about.caseCode(), what)
                .row("Bên yêu cầu", parties.organisationName(about.requestingOrganisation()))
                .row("Bên cung cấp", provider(about))
                .row(
                        "Lĩnh vực",
                        cooperationFields
                                .find(about.category())
                                .map(CooperationField::name)
                                .orElse(about.category()));
    }

    private OutcomeNotice registration(
            About about, String what, LocalDate contractedOn, TransferRegistration registration) {
        return notice(about, what)
                .row("Ngày hợp đồng", SAY.day(contractedOn))
                .row("Hạn đăng ký", SAY.day(registration.due()))
                .row("Căn cứ", Verification.cited(registration.citation(), registration.verification()));
    }

    private OutcomeNotice toRequester(About about, String what) {
        return notice(about, what).to(recipients.members(about.requestingOrganisation(), Role.OFFICER));
    }

    private OutcomeNotice toProvider(About about, String what) {
        return notice(about, what).to(providers(about));
    }

    private OutcomeNotice toEverybody(About about, String what) {
        return notice(about, what).to(everybody(about));
    }

    private List<Recipient> providers(About about) {
        return Stream.concat(
                        recipients.members(about.providingOrganisation(), Role.OFFICER).stream(),
                        recipients.person(about.leadExpert()).stream())
                .toList();
    }

    private List<Recipient> everybody(About about) {
        return Stream.of(
                        recipients.members(about.requestingOrganisation(), Role.OFFICER, Role.LEADER),
                        providers(about),
                        recipients.members(about.providingOrganisation(), Role.LEADER))
                .flatMap(List::stream)
                .toList();
    }

    private String provider(About about) {
        return parties.organisationName(about.providingOrganisation());
    }

    private static String described(TransferItem item) {
        return "%s: %s, trong %d ngày làm việc".formatted(item.kind().label(), item.title(), item.dueInWorkingDays());
    }
}
