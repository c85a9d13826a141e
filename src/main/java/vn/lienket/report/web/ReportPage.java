package vn.lienket.report.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Aftermath;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.report.ReportService;

/** What the page and the timeline of all cases show of a report. */
@Component
class ReportPage implements CaseKind {

    private static final Map<String, String> DOCUMENTS =
            Map.of("draft", "Dự thảo báo cáo", "sheets", "Bảng số liệu", "report", "Báo cáo đã gửi");

    private final ReportService reports;
    private final ReportViews views;

    ReportPage(ReportService reports, ReportViews views) {
        this.reports = reports;
        this.views = views;
    }

    @Override
    public String id() {
        return ReportService.KIND;
    }

    @Override
    public String name() {
        return "Báo cáo sơ kết";
    }

    @Override
    public Map<String, String> documents() {
        return DOCUMENTS;
    }

    @Override
    public String template() {
        return "report/case";
    }

    @Override
    public Map<String, Object> page(String caseCode) {
        ReportView view = view(caseCode);
        return Map.of("header", view.header(), "report", view);
    }

    @Override
    public Aftermath aftermath(String caseCode, String ending) {
        ReportView view = view(caseCode);
        return new Aftermath(
                List.of("Chuyên viên, lãnh đạo của mọi bên trong kênh " + view.channelName()),
                List.of(
                        "Không có báo cáo nào được gửi; báo cáo của kỳ này không tự mở lại, muốn có phải mở hồ sơ mới."));
    }

    @Override
    public List<TimelineEntry> decisions(String caseCode) {
        return view(caseCode).opinions().stream()
                .map(opinion -> TimelineEntry.of(
                        opinion.givenAt(),
                        Kind.DECISION,
                        "%s báo cáo phiên bản %d: %s"
                                .formatted(opinion.stageName(), opinion.version(), verdict(opinion)),
                        opinion.author(),
                        opinion.comment()))
                .toList();
    }

    private static String verdict(ReportView.OpinionView opinion) {
        if (opinion.stage().equals("review")) {
            return opinion.positive() ? "trình lãnh đạo" : "tổng hợp lại số liệu";
        }
        return opinion.positive() ? "phê duyệt" : "yêu cầu sửa";
    }

    private ReportView view(String caseCode) {
        return views.of(reports.find(caseCode).orElseThrow());
    }
}
