package vn.lienket.consulting.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Aftermath;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.consulting.EnterpriseFiles;
import vn.lienket.consulting.RoadmapAnswer;
import vn.lienket.consulting.Stage;
import vn.lienket.consulting.SupportRules;
import vn.lienket.consulting.SupportService;
import vn.lienket.page.Wording;

/** What the page and the timeline of all cases show of a consulting case. */
@Component
class ConsultingPage implements CaseKind {

    private static final Map<String, String> DOCUMENTS = Map.of(
            "roadmap",
            "Lộ trình",
            "evidence",
            "Minh chứng",
            "decision",
            "Kết quả xét hỗ trợ",
            "report",
            "Báo cáo kết quả",
            EnterpriseFiles.SUPPLEMENT,
            "Doanh nghiệp gửi");
    private static final Map<String, String> ANSWERS =
            Map.of("agree", "đồng ý", "changes", "đề nghị sửa", "decline", "không thực hiện");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    private final ConsultingService consulting;
    private final ConsultingViews views;
    private final SupportService support;
    private final SupportRules supportRules;

    ConsultingPage(
            ConsultingService consulting, ConsultingViews views, SupportService support, SupportRules supportRules) {
        this.consulting = consulting;
        this.views = views;
        this.support = support;
        this.supportRules = supportRules;
    }

    @Override
    public String id() {
        return ConsultingService.KIND;
    }

    @Override
    public String name() {
        return "Tư vấn chuyển đổi số";
    }

    @Override
    public Map<String, String> documents() {
        return DOCUMENTS;
    }

    @Override
    public String template() {
        return "consulting/case";
    }

    @Override
    public Map<String, Object> page(String caseCode) {
        ConsultingCase found = find(caseCode);
        ConsultingView view = views.of(found);
        Map<String, Object> page = new HashMap<>();
        page.put("header", view.header());
        page.put("consulting", view);
        page.put("mayCorrect", consulting.mayCorrect(found));
        page.put("reassessed", found.assessment(Stage.AFTER).isPresent());
        if (found.supportDecision() == null && !found.steps().isEmpty()) {
            page.put("provisional", support.preview(found, supportRules));
        }
        return page;
    }

    @Override
    public Aftermath aftermath(String caseCode, String ending) {
        ConsultingCase found = find(caseCode);
        ConsultingView view = views.of(found);
        String email = found.applicant().contactEmail();
        List<String> told = new ArrayList<>();
        told.add(
                email == null
                        ? "Doanh nghiệp không có thư điện tử nên không được báo"
                        : "%s (%s)".formatted(found.applicant().enterpriseName(), email));
        told.add("Chuyên viên đơn vị chủ trì");
        if (view.consultantName() != null) {
            told.add("Chuyên gia tư vấn: " + view.consultantName());
        }
        List<String> follows = new ArrayList<>();
        if (view.totalGranted() > 0) {
            follows.add("Khoản hỗ trợ %s đã quyết định không còn tính vào mức trần năm của doanh nghiệp."
                    .formatted(Wording.VIETNAMESE.money(view.totalGranted())));
        }
        follows.add("Liên kết đã gửi để doanh nghiệp trả lời không dùng được nữa.");
        return new Aftermath(told, follows);
    }

    @Override
    public List<TimelineEntry> decisions(String caseCode) {
        ConsultingView view = views.of(find(caseCode));
        List<TimelineEntry> entries = new ArrayList<>();
        view.assessments()
                .forEach(made -> entries.add(TimelineEntry.of(
                        made.assessedAt(),
                        Kind.DECISION,
                        made.stage() == Stage.BEFORE
                                ? "Đánh giá mức độ sẵn sàng trước hỗ trợ"
                                : "Đánh giá mức độ sẵn sàng sau hỗ trợ",
                        made.assessor(),
                        made.levelName())));
        view.roadmapAnswers()
                .forEach(answer -> entries.add(TimelineEntry.of(
                        answer.givenAt(),
                        Kind.DECISION,
                        "Trả lời về lộ trình phiên bản %d: %s"
                                .formatted(answer.version(), ANSWERS.get(answer.decision())),
                        answer.author().equals(RoadmapAnswer.ENTERPRISE) ? answer.authorName() : answer.author(),
                        answer.comment())));
        view.papers()
                .forEach(paper -> entries.add(TimelineEntry.of(
                        paper.registeredAt(),
                        Kind.DECISION,
                        "Vào sổ, gửi doanh nghiệp: %s số %s"
                                .formatted(DOCUMENTS.get(paper.kind()).toLowerCase(VIETNAMESE), paper.number()),
                        paper.clerk(),
                        "ngày %s".formatted(Wording.VIETNAMESE.day(paper.datedOn())))));
        return entries;
    }

    private ConsultingCase find(String caseCode) {
        return consulting.find(caseCode).orElseThrow();
    }
}
