package vn.lienket.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.cases.CaseRegister;
import vn.lienket.download.CsvDownload;
import vn.lienket.party.Channel;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Parties;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.programme.ActivityIndicator;
import vn.lienket.programme.IndicatorQuery;
import vn.lienket.programme.IndicatorSeries;
import vn.lienket.programme.IndicatorValue;
import vn.lienket.programme.Indicators;
import vn.lienket.programme.SharedIndicator;

/** The indicators of the activities that the user who is signed in may see, with the names that people know. */
@Component
@Transactional(readOnly = true)
class IndicatorViews {

    private final Indicators indicators;
    private final ActivityViews activities;
    private final CaseRegister register;
    private final CooperationFields fields;
    private final Parties parties;

    IndicatorViews(
            Indicators indicators,
            ActivityViews activities,
            CaseRegister register,
            CooperationFields fields,
            Parties parties) {
        this.indicators = indicators;
        this.activities = activities;
        this.register = register;
        this.fields = fields;
        this.parties = parties;
    }

    /** What a page lists, and what its fields' activities share. */
    record Found(IndicatorList list, List<SharedIndicator> shared) {}

    /** A page; 400 for what cannot be, naming each wrong field. */
    IndicatorList list(IndicatorFilter filter) {
        return list(query(filter));
    }

    /** The same with the indicators that several activities share, wherever they are listed. */
    Found find(IndicatorFilter filter) {
        IndicatorQuery query = query(filter);
        IndicatorList list = list(query);
        List<String> listed =
                list.items().stream().map(IndicatorList.Item::field).distinct().toList();
        return new Found(list, listed.isEmpty() ? List.of() : indicators.shared(query, listed));
    }

    /** All pages as a CSV file, one row a value; 400 as above. */
    void write(IndicatorFilter filter, HttpServletResponse response) throws IOException {
        IndicatorQuery query = query(filter);
        try (CsvDownload csv = new CsvDownload(response, "chi-tieu.csv", IndicatorRow.HEADER)) {
            indicators.each(query, (series, value) -> csv.row(IndicatorRow.of(item(series), activities.value(value))));
        }
    }

    /** The channels whose activities the user may see. */
    List<Channel> channels() {
        return register.visibleChannels().stream()
                .flatMap(id -> parties.channel(id).stream())
                .toList();
    }

    private IndicatorList list(IndicatorQuery query) {
        return new IndicatorList(
                indicators.page(query).stream().map(this::item).toList(),
                query.page(),
                query.size(),
                indicators.count(query));
    }

    private IndicatorQuery query(IndicatorFilter filter) {
        List<String> visible = register.visibleChannels();
        FieldProblems problems = new FieldProblems();
        String field = Answers.given(filter.field());
        String organisation = Answers.given(filter.organisation());
        String channel = Answers.given(filter.channel());
        LocalDate from = problems.read(() -> day("from", "Từ ngày", filter.from()));
        LocalDate to = problems.read(() -> day("to", "Đến ngày", filter.to()));
        CaseRegister.check(problems, filter.page(), filter.size(), null, null)
                .check(field == null || fields.find(field).isPresent(), "field", "Lĩnh vực: không có lĩnh vực này.")
                .check(
                        organisation == null
                                || parties.organisation(organisation).isPresent(),
                        "organisation",
                        "Đơn vị: không có trong danh bạ.")
                .check(
                        channel == null || visible.contains(channel),
                        "channel",
                        "Kênh hợp tác: không có kênh này trong các kênh của bạn.")
                .check(from == null || to == null || !to.isBefore(from), "to", "Đến ngày: không được trước Từ ngày.")
                .throwIfAny();
        return new IndicatorQuery(
                channel == null ? visible : List.of(channel),
                field,
                organisation,
                from,
                to,
                filter.page(),
                filter.size());
    }

    private static LocalDate day(String field, String label, String text) {
        String day = Answers.given(text);
        return day == null ? null : Answers.date(field, label, day);
    }

    private IndicatorList.Item item(IndicatorSeries series) {
        ActivityIndicator indicator = series.indicator();
        return new IndicatorList.Item(
                series.cooperationField(),
                fields.find(series.cooperationField())
                        .map(CooperationField::name)
                        .orElse(series.cooperationField()),
                series.leadOrganisation(),
                parties.organisationName(series.leadOrganisation()),
                series.partnerOrganisation(),
                parties.organisationName(series.partnerOrganisation()),
                indicator.name(),
                indicator.unit(),
                indicator.kind().code(),
                indicator.kind().label(),
                indicator.direction().code(),
                indicator.direction().label(),
                ActivityViews.plain(indicator.target()),
                ActivityViews.plain(indicator.baseline()),
                indicator.baselineDate(),
                indicator.baselineSource(),
                indicator.baselineDoubt(),
                series.newest()
                        .map(IndicatorValue::value)
                        .map(indicator::reached)
                        .orElse(null),
                series.caseCode(),
                series.title(),
                series.channel(),
                series.values().stream().map(activities::value).toList());
    }
}
