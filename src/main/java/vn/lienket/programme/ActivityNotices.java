package vn.lienket.programme;

import java.util.List;
import java.util.stream.Collectors;
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
import vn.lienket.programme.ActivityEvent.About;

/** Tells both sides what came of a step of their activity, in the transaction in which it did. */
@Component
class ActivityNotices {

    private static final String PROGRAMME = "programme";
    private static final Wording SAY = Wording.VIETNAMESE;

    private final Notifications notifications;
    private final Recipients recipients;
    private final CooperationFields cooperationFields;
    private final Parties parties;

    ActivityNotices(
            Notifications notifications, Recipients recipients, CooperationFields cooperationFields, Parties parties) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.cooperationFields = cooperationFields;
        this.parties = parties;
    }

    @EventListener
    void on(ActivityEvent.Opened event) {
        notifications.send(toEverybody(event.about(), "opened")
                .saying(
                        "Đã mở hoạt động hợp tác",
                        "%s chủ trì hoạt động dưới đây và lập kế hoạch; bên phối hợp sẽ được hỏi ý kiến."
                                .formatted(
                                        parties.organisationName(event.about().leadOrganisation())))
                .row("Thời gian", "từ %s đến %s".formatted(SAY.day(event.startDate()), SAY.day(event.endDate()))));
    }

    @EventListener
    void on(ActivityEvent.PlanAccepted event) {
        notifications.send(toEverybody(event.about(), "plan-accepted")
                .saying(
                        "Kế hoạch hoạt động được chấp thuận",
                        "Bên phối hợp đã chấp thuận kế hoạch phiên bản %d; các phần việc đã được giao."
                                .formatted(event.version()))
                .row("Các phần việc", String.join("\n", event.items())));
    }

    @EventListener
    void on(ActivityEvent.ReworkAsked event) {
        notifications.send(toEverybody(
                        event.about(),
                        "rework-%d".formatted(event.confirmation().round()))
                .saying("Có phần việc phải làm lại", "Bên phối hợp chưa xác nhận kết quả của hoạt động.")
                .row("Làm lại", String.join("\n", event.items()))
                .row("Ý kiến", event.confirmation().comment()));
    }

    @EventListener
    void on(ActivityEvent.Confirmed event) {
        ActivityIndicator indicator = event.indicator();
        notifications.send(toEverybody(event.about(), "confirmed")
                .saying("Kết quả hoạt động được xác nhận", "Bên phối hợp đã xác nhận kết quả; hoạt động kết thúc.")
                .row(
                        indicator.name(),
                        "%s %s, mục tiêu %s"
                                .formatted(
                                        SAY.decimal(event.value()), indicator.unit(), SAY.decimal(indicator.target())))
                .row("Ý kiến", event.confirmation().comment()));
    }

    @EventListener
    void on(ActivityEvent.Withdrawn event) {
        notifications.send(toEverybody(event.about(), "withdrawn")
                .saying(
                        "Hoạt động đã rút",
                        "Đơn vị chủ trì đã rút hoạt động. Các việc đang mở của hoạt động không cần thực hiện nữa.")
                .row("Lý do", event.reason()));
    }

    @EventListener
    void on(ActivityEvent.AgreementEnded event) {
        notifications.send(toEverybody(event.about(), "agreement-ended")
                .saying(
                        "Thỏa thuận của hoạt động đã chấm dứt",
                        "Thỏa thuận chấm dứt trước hạn; đơn vị chủ trì quyết định làm tiếp hoạt động đến hết hoặc dừng.")
                .row("Lý do chấm dứt", event.reason()));
    }

    @EventListener
    void on(ActivityEvent.Continued event) {
        notifications.send(toEverybody(event.about(), "continued-%d".formatted(event.number()))
                .saying("Hoạt động được làm tiếp", "Đơn vị chủ trì quyết định làm tiếp hoạt động đến hết.")
                .row("Ý kiến", event.comment()));
    }

    @EventListener
    void on(ActivityEvent.Stopped event) {
        notifications.send(toEverybody(event.about(), "stopped")
                .saying(
                        "Hoạt động đã dừng",
                        "Đơn vị chủ trì quyết định dừng hoạt động. Các việc đang mở của hoạt động không cần thực hiện nữa.")
                .row("Lý do", event.reason()));
    }

    /** One notice for all the activities of a programme; their first tasks are told to nobody besides. */
    @EventListener
    void on(ProgrammeOpened event) {
        ProgrammeOpening opening = event.opening();
        OutcomeNotice notice = OutcomeNotice.ofCase(
                        PROGRAMME, opening.agreement(), opening.id().toString())
                .to(recipients.person(opening.openedBy()))
                .saying(
                        "Đã mở chương trình hợp tác năm %d".formatted(opening.year()),
                        event.activities().isEmpty()
                                ? "Không có hoạt động nào được mở: mọi lĩnh vực đã chọn đều đang có hoạt động của năm."
                                : "%d hoạt động của thỏa thuận đã được mở; đơn vị chủ trì từng hoạt động lập kế hoạch."
                                        .formatted(event.activities().size()));
        event.activities().stream()
                .flatMap(line -> Stream.of(line.leadOrganisation(), line.partnerOrganisation()))
                .distinct()
                .forEach(organisation -> notice.to(office(organisation)));
        event.activities()
                .forEach(line -> notice.row(
                        line.caseCode(),
                        "%s, %s chủ trì, từ %s đến %s"
                                .formatted(
                                        line.title(),
                                        parties.organisationName(line.leadOrganisation()),
                                        SAY.day(line.startDate()),
                                        SAY.day(line.endDate()))));
        if (!opening.skipped().isEmpty()) {
            notice.row(
                    "Bỏ qua, đang có hoạt động của năm",
                    opening.skipped().stream().map(this::fieldName).collect(Collectors.joining("\n")));
        }
        notifications.send(notice);
    }

    /** Also after the end: a result that was confirmed does not change unnoticed. */
    @EventListener
    void on(ActivityEvent.IndicatorCorrected event) {
        String unit = event.indicator().unit();
        notifications.send(
                toEverybody(event.about(), "corrected-" + event.corrected().id())
                        .saying(
                                "Giá trị của chỉ tiêu được sửa",
                                "Đơn vị chủ trì đã sửa một giá trị của chỉ tiêu; giá trị cũ được giữ lại trong hồ sơ.")
                        .row("Chỉ tiêu", event.indicator().name())
                        .row("Giá trị cũ", measured(event.old(), unit))
                        .row("Giá trị mới", measured(event.corrected(), unit))
                        .row("Lý do", event.corrected().reason()));
    }

    private static String measured(IndicatorValue value, String unit) {
        return "%s %s, ngày %s".formatted(SAY.decimal(value.value()), unit, SAY.day(value.measuredOn()));
    }

    private String fieldName(String code) {
        return cooperationFields.find(code).map(CooperationField::name).orElse(code);
    }

    private OutcomeNotice toEverybody(About about, String what) {
        return OutcomeNotice.ofCase(ActivityService.KIND, about.caseCode(), what)
                .to(office(about.leadOrganisation()))
                .to(office(about.partnerOrganisation()))
                .row("Hoạt động", about.title())
                .row("Lĩnh vực", fieldName(about.cooperationField()))
                .row("Thỏa thuận", about.agreement())
                .row("Đơn vị chủ trì", parties.organisationName(about.leadOrganisation()))
                .row("Đơn vị phối hợp", parties.organisationName(about.partnerOrganisation()));
    }

    private List<Recipient> office(String organisation) {
        return recipients.office(organisation, Role.OFFICER, Role.LEADER);
    }
}
