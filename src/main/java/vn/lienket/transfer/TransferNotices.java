package vn.lienket.transfer;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.notification.Notice;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.Recipient;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.rule.Verification;

/** Tells both sides what came of a step of their transfer, in the transaction in which it did. */
@Component
class TransferNotices {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Notifications notifications;
    private final CooperationFields cooperationFields;
    private final Parties parties;

    TransferNotices(Notifications notifications, CooperationFields cooperationFields, Parties parties) {
        this.notifications = notifications;
        this.cooperationFields = cooperationFields;
        this.parties = parties;
    }

    @EventListener
    void on(TransferEvent.Opened event) {
        TransferCase opened = event.transferCase();
        tell(
                opened,
                "opened",
                office(opened.requestingOrganisation()),
                "Đã gửi yêu cầu chuyển giao",
                "Yêu cầu đã được gửi đến %s.".formatted(name(opened.providingOrganisation())),
                terms(opened));
    }

    @EventListener
    void on(TransferEvent.Declined event) {
        TransferCase declined = event.transferCase();
        tell(
                declined,
                "declined",
                requester(declined),
                "Yêu cầu không được tiếp nhận",
                "%s không tiếp nhận yêu cầu chuyển giao.".formatted(name(declined.providingOrganisation())),
                with(terms(declined), "Lý do", declined.endReason()));
    }

    @EventListener
    void on(TransferEvent.SupplementRequested event) {
        TransferCase asked = event.transferCase();
        Map<String, String> rows = terms(asked);
        rows.put("Cần bổ sung", asked.supplement().request());
        rows.put("Trả lời đến hết ngày", DATE.format(event.answerBy()));
        tell(
                asked,
                "supplement-%d".formatted(event.round()),
                requester(asked),
                "Cần bổ sung yêu cầu",
                "Yêu cầu còn thiếu thông tin. Trong lúc chờ bổ sung, thời hạn xử lý dừng lại.",
                rows);
    }

    @EventListener
    void on(TransferEvent.Suspended event) {
        TransferCase silent = event.transferCase();
        tell(
                silent,
                "suspended-%d".formatted(event.round()),
                everybody(silent),
                "Yêu cầu dừng xử lý",
                "Bên yêu cầu không bổ sung trong thời hạn. Yêu cầu được mở lại ngay khi có trả lời.",
                with(terms(silent), "Cần bổ sung", silent.supplement().request()));
    }

    @EventListener
    void on(TransferEvent.NobodyFits event) {
        TransferCase waiting = event.transferCase();
        tell(
                waiting,
                "nobody-fits",
                members(waiting.providingOrganisation(), Role.LEADER).toList(),
                "Chưa có chuyên gia đánh giá",
                "Không có chuyên gia nào có chuyên môn phù hợp và đang làm việc. Việc đánh giá chờ trong nhóm chuyên gia.",
                with(terms(waiting), "Chuyên môn cần có", waiting.routing().expertise()));
    }

    @EventListener
    void on(TransferEvent.Infeasible event) {
        TransferCase ended = event.transferCase();
        Map<String, String> rows = with(terms(ended), "Kết luận", ended.endReason());
        if (ended.feasibilityComment() != null) {
            rows.put("Ý kiến của lãnh đạo", ended.feasibilityComment());
        }
        tell(
                ended,
                "infeasible",
                everybody(ended),
                "Yêu cầu không khả thi",
                "Bên cung cấp đã đánh giá và kết luận yêu cầu không khả thi.",
                rows);
    }

    @EventListener
    void on(TransferEvent.PlanApproved event) {
        TransferCase approved = event.transferCase();
        Map<String, String> rows = terms(approved);
        rows.put(
                "Số hợp đồng",
                Optional.ofNullable(approved.plan().contractNumber()).orElse("theo văn bản của các bên"));
        rows.put("Ngày hợp đồng", DATE.format(approved.plan().contractedOn()));
        for (int item = 0; item < approved.plan().items().size(); item++) {
            rows.put(
                    "Nội dung %d".formatted(item + 1),
                    described(approved.plan().items().get(item)));
        }
        notifications.send(outcome(
                        approved,
                        "plan-approved",
                        everybody(approved),
                        "Kế hoạch chuyển giao đã được duyệt",
                        "Các bên đã duyệt kế hoạch và hợp đồng trong tệp gửi kèm.",
                        rows)
                .attaching(approved.plan().contractDocument()));
    }

    @EventListener
    void on(TransferEvent.RegistrationDue event) {
        TransferCase due = event.transferCase();
        Role[] told = event.last() ? new Role[] {Role.CLERK, Role.LEADER} : new Role[] {Role.CLERK};
        tell(
                due,
                event.last() ? "registration-last" : "registration-first",
                members(due.requestingOrganisation(), told).toList(),
                "Còn %d ngày để đăng ký hợp đồng".formatted(event.daysLeft()),
                "Hợp đồng chuyển giao phải được đăng ký và chỉ có hiệu lực khi được cấp giấy chứng nhận.",
                registration(due));
    }

    @EventListener
    void on(TransferEvent.RegistrationLate event) {
        TransferCase late = event.transferCase();
        tell(
                late,
                "registration-late",
                Stream.concat(
                                members(late.requestingOrganisation(), Role.CLERK, Role.LEADER),
                                members(late.providingOrganisation(), Role.LEADER))
                        .toList(),
                "Quá hạn đăng ký hợp đồng",
                "Hợp đồng chuyển giao phải đăng ký nhưng đã quá hạn mà chưa có giấy chứng nhận.",
                registration(late));
    }

    @EventListener
    void on(TransferEvent.Registered event) {
        TransferCase registered = event.transferCase();
        Map<String, String> rows = registration(registered);
        rows.put("Số giấy chứng nhận", registered.registration().number());
        rows.put("Ngày đăng ký", DATE.format(registered.registration().registeredOn()));
        tell(
                registered,
                "registered",
                everybody(registered),
                "Hợp đồng đã được đăng ký",
                "Hợp đồng chuyển giao có hiệu lực. Bên cung cấp bắt đầu chuyển giao.",
                rows);
    }

    @EventListener
    void on(TransferEvent.DefectsFound event) {
        TransferCase defective = event.transferCase();
        Map<String, String> rows = terms(defective);
        rows.put("Lần nghiệm thu", String.valueOf(event.acceptance().round()));
        rows.put(
                "Nội dung chưa đạt",
                event.acceptance().defects().stream()
                        .map(item -> "%d. %s"
                                .formatted(
                                        item + 1,
                                        defective.plan().items().get(item).title()))
                        .collect(Collectors.joining("; ")));
        rows.put("Ý kiến", event.acceptance().comment());
        tell(
                defective,
                "defects-%d".formatted(event.acceptance().round()),
                provider(defective),
                "Nghiệm thu chưa đạt",
                "Bên yêu cầu đề nghị chuyển giao lại các nội dung chưa đạt; các nội dung khác đã được nghiệm thu.",
                rows);
    }

    @EventListener
    void on(TransferEvent.Accepted event) {
        TransferCase accepted = event.transferCase();
        tell(
                accepted,
                "accepted",
                provider(accepted),
                "Đã nghiệm thu chuyển giao",
                "Bên yêu cầu đã nghiệm thu toàn bộ nội dung chuyển giao.",
                with(
                        terms(accepted),
                        "Số lần nghiệm thu",
                        String.valueOf(accepted.delivery().round())));
    }

    @EventListener
    void on(TransferEvent.Evaluated event) {
        TransferCase evaluated = event.transferCase();
        Map<String, String> rows = with(
                terms(evaluated),
                "Điểm",
                "%d/5".formatted(evaluated.evaluation().score()));
        if (evaluated.evaluation().comment() != null) {
            rows.put("Nhận xét", evaluated.evaluation().comment());
        }
        tell(
                evaluated,
                "evaluated",
                everybody(evaluated),
                "Đã đánh giá việc chuyển giao",
                "Bên yêu cầu đã đánh giá kết quả. Hồ sơ kết thúc.",
                rows);
    }

    @EventListener
    void on(TransferEvent.Withdrawn event) {
        TransferCase withdrawn = event.transferCase();
        tell(
                withdrawn,
                "withdrawn",
                everybody(withdrawn),
                "Yêu cầu đã rút",
                "Bên yêu cầu đã rút hồ sơ. Các việc đang mở của hồ sơ không cần thực hiện nữa.",
                with(terms(withdrawn), "Lý do", withdrawn.endReason()));
    }

    private void tell(
            TransferCase about,
            String what,
            Collection<Recipient> recipients,
            String heading,
            String sentence,
            Map<String, String> rows) {
        notifications.send(outcome(about, what, recipients, heading, sentence, rows));
    }

    private static Notice outcome(
            TransferCase about,
            String what,
            Collection<Recipient> recipients,
            String heading,
            String sentence,
            Map<String, String> rows) {
        return Notice.caseOutcome(
                "transfer:%s:%s".formatted(about.caseCode(), what),
                about.caseCode(),
                recipients,
                heading,
                sentence,
                rows,
                null);
    }

    private Map<String, String> terms(TransferCase about) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Bên yêu cầu", name(about.requestingOrganisation()));
        rows.put("Bên cung cấp", name(about.providingOrganisation()));
        rows.put(
                "Lĩnh vực",
                cooperationFields
                        .find(about.terms().category())
                        .map(CooperationField::name)
                        .orElse(about.terms().category()));
        return rows;
    }

    private Map<String, String> registration(TransferCase about) {
        Map<String, String> rows = terms(about);
        rows.put("Ngày hợp đồng", DATE.format(about.plan().contractedOn()));
        rows.put("Hạn đăng ký", DATE.format(about.registration().due()));
        rows.put(
                "Căn cứ",
                Verification.cited(
                        about.registration().citation(), about.registration().verification()));
        return rows;
    }

    private static Map<String, String> with(Map<String, String> rows, String label, String value) {
        rows.put(label, value);
        return rows;
    }

    private static String described(TransferItem item) {
        return "%s: %s, trong %d ngày làm việc".formatted(item.kind().label(), item.title(), item.dueInWorkingDays());
    }

    private String name(String organisation) {
        return parties.organisation(organisation).orElseThrow().name();
    }

    private List<Recipient> requester(TransferCase about) {
        return office(about.requestingOrganisation());
    }

    private List<Recipient> provider(TransferCase about) {
        return Stream.concat(
                        members(about.providingOrganisation(), Role.OFFICER),
                        Optional.ofNullable(about.leadExpert()).flatMap(parties::person).map(Recipient::of).stream())
                .distinct()
                .toList();
    }

    private List<Recipient> everybody(TransferCase about) {
        return Stream.of(
                        office(about.requestingOrganisation()),
                        provider(about),
                        members(about.requestingOrganisation(), Role.LEADER).toList(),
                        members(about.providingOrganisation(), Role.LEADER).toList())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private List<Recipient> office(String organisation) {
        return members(organisation, Role.OFFICER).toList();
    }

    private Stream<Recipient> members(String organisation, Role... roles) {
        return Stream.of(roles)
                .flatMap(role -> parties.members(role.groupOf(organisation)).stream())
                .distinct()
                .map(Recipient::of);
    }
}
