package vn.lienket.programme.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Aftermath;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.page.Wording;
import vn.lienket.programme.ActivityService;

/** What the page and the timeline of all cases show of an activity. */
@Component
class ActivityPage implements CaseKind {

    private static final Wording SAY = Wording.VIETNAMESE;
    private static final Map<String, String> DOCUMENTS =
            Map.of("evidence", "Minh chứng", "source", "Nguồn số liệu của chỉ tiêu");

    private final ActivityService activities;
    private final ActivityViews views;
    private final Charts charts;

    ActivityPage(ActivityService activities, ActivityViews views, Charts charts) {
        this.activities = activities;
        this.views = views;
        this.charts = charts;
    }

    @Override
    public String id() {
        return ActivityService.KIND;
    }

    @Override
    public String name() {
        return "Hoạt động hợp tác";
    }

    @Override
    public Map<String, String> documents() {
        return DOCUMENTS;
    }

    @Override
    public String template() {
        return "programme/case";
    }

    @Override
    public Map<String, Object> page(String caseCode) {
        ActivityView view = view(caseCode);
        ActivityView.IndicatorView indicator = view.indicator();
        Map<String, Object> page = new HashMap<>();
        page.put("header", view.header());
        page.put("activity", view);
        page.put("progressChart", charts.write(Chart.progress(view.progress())));
        page.put(
                "indicatorChart",
                charts.write(Chart.of(
                        indicator.kind(),
                        indicator.unit(),
                        indicator.target(),
                        indicator.baseline(),
                        indicator.values())));
        return page;
    }

    @Override
    public Aftermath aftermath(String caseCode, String ending) {
        ActivityView view = view(caseCode);
        return new Aftermath(
                List.of(
                        Aftermath.office(view.leadOrganisationName()),
                        Aftermath.office(view.partnerOrganisationName())),
                List.of("Hoạt động kết thúc mà kết quả không được xác nhận."));
    }

    @Override
    public List<TimelineEntry> decisions(String caseCode) {
        ActivityView view = view(caseCode);
        List<TimelineEntry> entries = new ArrayList<>();
        view.planOpinions()
                .forEach(opinion -> entries.add(decision(
                        opinion.givenAt(),
                        "Kế hoạch phiên bản %d: %s %s"
                                .formatted(
                                        opinion.version(),
                                        view.partnerOrganisationName(),
                                        opinion.positive() ? "chấp thuận" : "yêu cầu sửa"),
                        opinion.author(),
                        opinion.comment())));
        view.confirmations()
                .forEach(given -> entries.add(decision(
                        given.givenAt(),
                        given.positive()
                                ? "Kết quả được xác nhận"
                                : "Kết quả đợt %d: làm lại phần việc %s"
                                        .formatted(given.round(), positions(given.reworkItems())),
                        given.author(),
                        given.comment())));
        view.continuations()
                .forEach(given -> entries.add(decision(
                        given.givenAt(),
                        given.decision().equals("continue") ? "Làm tiếp hoạt động đến hết" : "Dừng hoạt động",
                        given.author(),
                        given.comment())));
        view.indicator()
                .values()
                .forEach(value -> entries.add(decision(
                        value.enteredAt(),
                        "Chỉ tiêu “%s”: %s %s, đo ngày %s"
                                .formatted(
                                        view.indicator().name(),
                                        SAY.decimal(value.value()),
                                        view.indicator().unit(),
                                        SAY.day(value.date())),
                        value.by(),
                        value.reason() == null ? null : "Sửa giá trị trước: " + value.reason())));
        return entries;
    }

    private static String positions(List<Integer> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static TimelineEntry decision(Instant at, String what, String by, String comment) {
        return TimelineEntry.of(at, Kind.DECISION, what, by, comment);
    }

    private ActivityView view(String caseCode) {
        return views.of(activities.find(caseCode).orElseThrow());
    }
}
