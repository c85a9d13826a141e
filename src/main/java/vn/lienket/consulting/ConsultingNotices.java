package vn.lienket.consulting;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.calendar.Terms;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.enterprise.EnterpriseSize;
import vn.lienket.notification.Notice;
import vn.lienket.notification.Notifications;
import vn.lienket.notification.Recipient;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;

/** Tells the enterprise, and who else works on its case, what came of a step, in the transaction in which it did. */
@Component
class ConsultingNotices {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Notifications notifications;
    private final AnswerLinks links;
    private final Parties parties;
    private final Terms terms;

    ConsultingNotices(Notifications notifications, AnswerLinks links, Parties parties, Terms terms) {
        this.notifications = notifications;
        this.links = links;
        this.parties = parties;
        this.terms = terms;
    }

    @EventListener
    void on(ConsultingEvent.Opened event) {
        ConsultingCase opened = event.consultingCase();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Mã số thuế", opened.applicant().taxCode());
        rows.put("Nhu cầu", opened.need());
        tellEnterprise(
                opened,
                "opened",
                "Đã nhận hồ sơ tư vấn",
                "%s đã nhận hồ sơ tư vấn chuyển đổi số của doanh nghiệp và sẽ kiểm tra trong %d ngày làm việc."
                        .formatted(lead(opened), terms.days(ConsultingModel.TASK_VERIFY)),
                rows);
    }

    @EventListener
    void on(ConsultingEvent.Accepted event) {
        tellEnterprise(
                event.consultingCase(),
                "accepted",
                "Hồ sơ được tiếp nhận",
                "Hồ sơ đủ điều kiện. Chuyên gia tư vấn sẽ liên hệ với doanh nghiệp để đánh giá mức độ sẵn sàng.",
                size(event.consultingCase()));
    }

    @EventListener
    void on(ConsultingEvent.NotAccepted event) {
        Map<String, String> rows = size(event.consultingCase());
        rows.put("Lý do", event.consultingCase().endReason());
        tellEnterprise(
                event.consultingCase(),
                "not-accepted",
                "Hồ sơ không được tiếp nhận",
                "Rất tiếc, hồ sơ tư vấn của doanh nghiệp không được tiếp nhận.",
                rows);
    }

    @EventListener
    void on(ConsultingEvent.SupplementRequested event) {
        ConsultingCase asked = event.consultingCase();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Cần bổ sung", asked.supplement().request());
        rows.put("Trả lời đến hết ngày", DATE.format(event.answerBy()));
        enterprise(asked)
                .ifPresent(recipient -> notifications.send(answerable(
                        outcome(
                                asked,
                                "supplement-%d".formatted(event.round()),
                                List.of(recipient),
                                "Cần bổ sung hồ sơ",
                                "Hồ sơ còn thiếu thông tin. Trong lúc chờ doanh nghiệp trả lời, thời hạn xử lý dừng lại.",
                                rows),
                        asked)));
    }

    @EventListener
    void on(ConsultingEvent.Suspended event) {
        ConsultingCase silent = event.consultingCase();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Cần bổ sung", silent.supplement().request());
        String heading = "Hồ sơ dừng xử lý";
        String key = "suspended-%d".formatted(event.round());
        tellEnterprise(
                silent,
                key,
                heading,
                "Hệ thống chưa nhận được phần bổ sung. Hồ sơ dừng xử lý và được mở lại ngay khi doanh nghiệp"
                        + " trả lời qua liên kết trong thư yêu cầu bổ sung.",
                rows);
        tell(
                silent,
                key,
                members(Role.OFFICER, silent.leadOrganisation()),
                heading,
                "Doanh nghiệp không trả lời yêu cầu bổ sung trong thời hạn. Hồ sơ được mở lại khi có trả lời.",
                rows);
    }

    @EventListener
    void on(ConsultingEvent.NobodyFits event) {
        ConsultingCase waiting = event.consultingCase();
        Map<String, String> rows = size(waiting);
        rows.put("Chuyên môn cần có", waiting.expertise());
        tell(
                waiting,
                "nobody-fits",
                members(Role.LEADER, waiting.consultantOrganisation()),
                "Chưa có chuyên gia nhận hồ sơ",
                "Không có chuyên gia nào có chuyên môn phù hợp và đang làm việc. Hồ sơ chờ trong nhóm chuyên gia.",
                rows);
    }

    @EventListener
    void on(ConsultingEvent.RoadmapDrafted event) {
        ConsultingCase drafted = event.consultingCase();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Số bước", String.valueOf(drafted.steps().size()));
        rows.put("Tổng chi phí dự kiến", money(drafted.totalCost()));
        enterprise(drafted)
                .ifPresent(recipient -> notifications.send(answerable(
                                outcome(
                                        drafted,
                                        "roadmap-%d".formatted(drafted.roadmapVersion()),
                                        List.of(recipient),
                                        "Lộ trình chuyển đổi số",
                                        "Chuyên gia đã lập lộ trình chuyển đổi số cho doanh nghiệp, trong tệp gửi kèm. Mời doanh nghiệp xem và"
                                                + " trả lời: đồng ý, đề nghị sửa, hoặc không chọn.",
                                        rows),
                                drafted)
                        .attaching(event.document())));
    }

    @EventListener
    void on(ConsultingEvent.RoadmapDeclined event) {
        ConsultingCase declined = event.consultingCase();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Ý kiến của doanh nghiệp", declined.endReason());
        tell(
                declined,
                "roadmap-declined",
                team(declined),
                "Doanh nghiệp không chọn lộ trình",
                "Doanh nghiệp đã trả lời không thực hiện lộ trình. Hồ sơ dừng xử lý.",
                rows);
    }

    @EventListener
    void on(ConsultingEvent.SupportDecided event) {
        ConsultingCase decided = event.consultingCase();
        Map<String, String> rows = new LinkedHashMap<>();
        for (Grant grant : decided.grants()) {
            rows.put(grant.supportKind().label(), calculation(grant));
            rows.put("Căn cứ (%s)".formatted(grant.supportKind().label().toLowerCase(VIETNAMESE)), grant.basis());
        }
        if (!decided.grants().isEmpty()) {
            rows.put(
                    "Tổng mức hỗ trợ",
                    money(decided.grants().stream().mapToLong(Grant::amount).sum()));
        }
        if (decided.supportComment() != null) {
            rows.put("Ý kiến của lãnh đạo", decided.supportComment());
        }
        tellEnterprise(
                decided,
                "support",
                "Kết quả xét hỗ trợ",
                switch (decided.supportDecision()) {
                    case "grant" -> "%s quyết định hỗ trợ doanh nghiệp thực hiện lộ trình.".formatted(lead(decided));
                    case "refuse" -> "%s không hỗ trợ kinh phí thực hiện lộ trình.".formatted(lead(decided));
                    default -> "Lộ trình không có khoản chi phí được hỗ trợ.";
                },
                rows);
    }

    @EventListener
    void on(ConsultingEvent.Closed event) {
        ConsultingCase closed = event.consultingCase();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Mức độ trước tư vấn", level(closed, Stage.BEFORE));
        rows.put("Mức độ sau tư vấn", level(closed, Stage.AFTER));
        rows.put("Kết luận", closed.closingNote());
        enterprise(closed)
                .ifPresent(recipient -> notifications.send(outcome(
                                closed,
                                "closed",
                                List.of(recipient),
                                "Kết quả tư vấn chuyển đổi số",
                                "Việc tư vấn đã hoàn thành. Báo cáo kết quả ở trong tệp gửi kèm.",
                                rows)
                        .attaching(event.report())));
    }

    @EventListener
    void on(ConsultingEvent.Withdrawn event) {
        ConsultingCase withdrawn = event.consultingCase();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Lý do", withdrawn.endReason());
        String heading = "Hồ sơ đã rút";
        tellEnterprise(withdrawn, "withdrawn", heading, "Hồ sơ tư vấn của doanh nghiệp đã được rút.", rows);
        tell(
                withdrawn,
                "withdrawn",
                team(withdrawn),
                heading,
                "Hồ sơ đã được rút. Các việc đang mở của hồ sơ không cần thực hiện nữa.",
                rows);
    }

    /** With the link by which the enterprise answers what its case now asks. */
    private Notice answerable(Notice notice, ConsultingCase asking) {
        AnswerLinks.Issued link = links.issue(asking);
        return notice.answeredAt(link.address(), DATE.format(link.lastDay()));
    }

    private void tellEnterprise(
            ConsultingCase about, String what, String heading, String sentence, Map<String, String> rows) {
        tell(about, what, enterprise(about).stream().toList(), heading, sentence, rows);
    }

    private void tell(
            ConsultingCase about,
            String what,
            List<Recipient> recipients,
            String heading,
            String sentence,
            Map<String, String> rows) {
        notifications.send(outcome(about, what, recipients, heading, sentence, rows));
    }

    private static Notice outcome(
            ConsultingCase about,
            String what,
            List<Recipient> recipients,
            String heading,
            String sentence,
            Map<String, String> rows) {
        return Notice.caseOutcome(
                "consulting:%s:%s".formatted(about.caseCode(), what),
                about.caseCode(),
                recipients,
                heading,
                sentence,
                rows,
                null);
    }

    /** Nobody where the enterprise has given no address. */
    private static Optional<Recipient> enterprise(ConsultingCase about) {
        Applicant applicant = about.applicant();
        return Optional.ofNullable(applicant.contactEmail())
                .map(email -> new Recipient(
                        null,
                        applicant.contactName() == null
                                ? applicant.name()
                                : "%s, %s".formatted(applicant.contactName(), applicant.name()),
                        email));
    }

    /** The officers of the lead and the consultant. */
    private List<Recipient> team(ConsultingCase about) {
        Stream<Recipient> consultant =
                Optional.ofNullable(about.consultant()).flatMap(parties::person).map(Recipient::of).stream();
        return Stream.concat(members(Role.OFFICER, about.leadOrganisation()).stream(), consultant)
                .distinct()
                .toList();
    }

    private List<Recipient> members(Role role, String organisation) {
        return parties.members(role.groupOf(organisation)).stream()
                .map(Recipient::of)
                .toList();
    }

    private String lead(ConsultingCase about) {
        return parties.organisation(about.leadOrganisation()).orElseThrow().name();
    }

    private static Map<String, String> size(ConsultingCase about) {
        Map<String, String> rows = new LinkedHashMap<>();
        if (about.size() != null) {
            rows.put("Quy mô", "%s (%s)".formatted(EnterpriseSize.labelOf(about.size()), about.sizeBasis()));
        }
        return rows;
    }

    private static String level(ConsultingCase about, Stage stage) {
        Assessment assessment = about.assessment(stage).orElseThrow();
        return String.format(VIETNAMESE, "%s (%.1f/100 điểm)", assessment.levelName(), assessment.overall());
    }

    private static String calculation(Grant grant) {
        return "%s %% × %s = %s; mức trần năm %d: %s, đã hỗ trợ trong năm: %s; được hỗ trợ: %s"
                .formatted(
                        grant.rate()
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString()
                                .replace('.', ','),
                        money(grant.eligibleCost()),
                        money(grant.share()),
                        grant.year(),
                        money(grant.cap()),
                        money(grant.grantedBefore()),
                        money(grant.amount()));
    }

    private static String money(long amount) {
        return String.format(VIETNAMESE, "%,d đồng", amount);
    }
}
