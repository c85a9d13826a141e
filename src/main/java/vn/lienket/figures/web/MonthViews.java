package vn.lienket.figures.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.CaseRegister;
import vn.lienket.download.SheetTable;
import vn.lienket.download.SheetTable.Column;
import vn.lienket.figures.CaseFigures;
import vn.lienket.figures.Insight;
import vn.lienket.figures.Measure;
import vn.lienket.figures.MonthCount;
import vn.lienket.figures.MonthFigures;
import vn.lienket.figures.MonthPaper;
import vn.lienket.figures.MonthQuery;
import vn.lienket.party.Channel;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** The figures of a month that the user who is signed in may see, in the names that people know. */
@Component
class MonthViews {

    private static final YearMonth FIRST = YearMonth.of(1950, 1);

    private final CaseFigures figures;
    private final MonthPaper paper;
    private final Insight insight;
    private final ObjectProvider<CaseKind> kinds;
    private final CooperationFields fields;
    private final Parties parties;
    private final CurrentUser currentUser;

    MonthViews(
            CaseFigures figures,
            MonthPaper paper,
            Insight insight,
            ObjectProvider<CaseKind> kinds,
            CooperationFields fields,
            Parties parties,
            CurrentUser currentUser) {
        this.figures = figures;
        this.paper = paper;
        this.insight = insight;
        this.kinds = kinds;
        this.fields = fields;
        this.parties = parties;
        this.currentUser = currentUser;
    }

    /** 400 for what cannot be, naming each wrong field; 403 for who may not count, or not that. */
    MonthList list(MonthFilter filter) {
        MonthFigures counted = figures.of(query(filter));
        return new MonthList(
                counted.month().toString(),
                counted.countedTo(),
                counted.counts().stream()
                        .map(count -> item(count, fieldName(count.field())))
                        .toList(),
                item(counted.all(), null));
    }

    /** As the other; the measure is one of {@link Measure}'s codes. */
    MonthCases cases(MonthFilter filter, String measure, int page, int size) {
        MonthQuery query = query(filter);
        CaseRegister.check(new FieldProblems(), page, size, null, null).throwIfAny();
        Measure counted = Measure.of(Answers.stripped(measure))
                .orElseThrow(() -> ProblemException.invalid(
                        "measure",
                        "Chỉ số: một trong %s."
                                .formatted(Answers.codes(List.of(Measure.values()), Measure::code, Measure::label))));
        return new MonthCases(
                figures.cases(query, counted, page, size).stream()
                        .map(found -> new MonthCases.Item(
                                found.caseCode(),
                                found.title(),
                                found.kind(),
                                kindName(found.kind()),
                                found.organisation(),
                                parties.organisationName(found.organisation()),
                                found.openedAt(),
                                found.closedAt()))
                        .toList(),
                page,
                size,
                figures.count(query, counted));
    }

    /** As an official paper of the organisation that is asked for, else of the user's own. */
    byte[] paper(MonthFilter filter) {
        MonthQuery query = query(filter);
        String issuer = Optional.ofNullable(query.organisation())
                .orElseGet(() -> currentUser.require().organisation());
        Organisation organisation = Optional.ofNullable(issuer)
                .flatMap(parties::acting)
                .orElseThrow(() ->
                        ProblemException.invalid("organisation", "Đơn vị: hãy chọn đơn vị ban hành bảng số liệu."));
        MonthFigures counted = figures.of(query);
        String about = Stream.of(
                        query.organisation() == null
                                ? null
                                : "đơn vị chủ trì " + parties.organisationName(query.organisation()),
                        query.kind() == null ? null : "loại hồ sơ " + kindName(query.kind()),
                        Answers.given(filter.channel()) == null ? null : channelName(Answers.given(filter.channel())))
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
        return paper.of(counted, organisation, about.isEmpty() ? null : about, table(counted));
    }

    /** As a table for paper and spreadsheets. */
    SheetTable table(MonthFilter filter) {
        return table(figures.of(query(filter)));
    }

    private SheetTable table(MonthFigures counted) {
        MonthCount all = counted.all();
        return new SheetTable(
                "Tình hình xử lý hồ sơ",
                "Tháng %s".formatted(counted.month()),
                ("Tháng trước chuyển sang %d hồ sơ, trong tháng nhận %d hồ sơ; có kết quả %d hồ sơ, trong đó trước hạn %d, đúng hạn %d,"
                                + " quá hạn %d; đang xử lý %d hồ sơ trong hạn, %d quá hạn, %d tạm dừng; rút %d, không tiếp nhận hoặc dừng %d.")
                        .formatted(
                                all.carriedOver(),
                                all.received(),
                                all.early() + all.onTime() + all.late(),
                                all.early(),
                                all.onTime(),
                                all.late(),
                                all.inProgress(),
                                all.overdue(),
                                all.paused(),
                                all.withdrawn(),
                                all.declined()),
                List.of(
                        Column.text("Đơn vị chủ trì", 26),
                        Column.text("Kênh hợp tác", 24),
                        Column.text("Loại hồ sơ", 0),
                        Column.text("Lĩnh vực", 24),
                        Column.figures("Tháng trước", 12),
                        Column.figures("Nhận", 12),
                        Column.figures("Trước hạn", 12),
                        Column.figures("Đúng hạn", 12),
                        Column.figures("Quá hạn", 12),
                        Column.figures("Đang xử lý", 12),
                        Column.figures("Đang quá hạn", 13),
                        Column.figures("Tạm dừng", 12),
                        Column.figures("Đã rút", 12),
                        Column.figures("Không nhận, dừng", 13),
                        Column.figures("Tỷ lệ đúng hạn (%)", 14)),
                counted.counts().stream()
                        .map(count -> cells(
                                count,
                                parties.organisationShortName(count.organisation()),
                                channelName(count.channel()),
                                kindName(count.kind()),
                                fieldName(count.field())))
                        .toList(),
                List.of(cells(all, "Tổng cộng", null, null, null)));
    }

    private static List<Object> cells(
            MonthCount count, String organisation, String channel, String kind, String field) {
        return SheetTable.row(
                organisation,
                channel,
                kind,
                field,
                count.carriedOver(),
                count.received(),
                count.early(),
                count.onTime(),
                count.late(),
                count.inProgress(),
                count.overdue(),
                count.paused(),
                count.withdrawn(),
                count.declined(),
                count.rate());
    }

    private MonthQuery query(MonthFilter filter) {
        Insight.Scope scope = insight.of();
        FieldProblems problems = new FieldProblems();
        String organisation = Answers.given(filter.organisation());
        String lead = Answers.given(filter.lead());
        String channel = Answers.given(filter.channel());
        String kind = Answers.given(filter.kind());
        String field = Answers.given(filter.field());
        YearMonth month = problems.read(() -> month(Answers.given(filter.month())));
        problems.check(
                        month == null || !month.isAfter(figures.thisMonth()) && !month.isBefore(FIRST),
                        "month",
                        "Tháng: từ %s đến %s.".formatted(FIRST, figures.thisMonth()))
                .check(
                        organisation == null
                                || parties.organisation(organisation).isPresent(),
                        "organisation",
                        "Đơn vị: không có trong danh bạ.")
                .check(
                        lead == null || parties.organisation(lead).isPresent(),
                        "lead",
                        "Đơn vị chủ trì: không có trong danh bạ.")
                .check(
                        channel == null || scope.channels().contains(channel),
                        "channel",
                        "Kênh hợp tác: không có kênh này trong các kênh của bạn.")
                .check(
                        kind == null
                                || kinds.stream().anyMatch(each -> each.id().equals(kind)),
                        "kind",
                        "Loại hồ sơ: không có loại này.")
                .check(
                        field == null
                                || field.equals(MonthQuery.NO_FIELD)
                                || fields.find(field).isPresent(),
                        "field",
                        "Lĩnh vực: không có lĩnh vực này.")
                .throwIfAny();
        String own = scope.organisation();
        if (own != null && organisation != null && !parties.line(own).contains(organisation)) {
            throw ProblemException.forbidden("Bạn chỉ được xem số liệu của đơn vị mình.");
        }
        return new MonthQuery(
                month,
                channel == null ? scope.channels() : List.of(channel),
                organisation == null ? own : organisation,
                lead,
                kind,
                field);
    }

    private YearMonth month(String text) {
        try {
            return text == null ? figures.thisMonth() : YearMonth.parse(text);
        } catch (DateTimeException wrong) {
            throw ProblemException.invalid("month", "Tháng: hãy nhập dạng năm-tháng, ví dụ 2026-11.");
        }
    }

    private MonthList.Item item(MonthCount count, String fieldName) {
        return new MonthList.Item(
                count.organisation(),
                parties.organisationName(count.organisation()),
                count.channel(),
                channelName(count.channel()),
                count.kind(),
                kindName(count.kind()),
                count.field(),
                fieldName,
                count.received(),
                count.carriedOver(),
                count.early(),
                count.onTime(),
                count.late(),
                count.inProgress(),
                count.overdue(),
                count.paused(),
                count.withdrawn(),
                count.declined(),
                count.rate());
    }

    private String kindName(String id) {
        return kinds.stream()
                .filter(kind -> kind.id().equals(id))
                .map(CaseKind::name)
                .findFirst()
                .orElse(id);
    }

    private String fieldName(String code) {
        return code == null
                ? "Nhiều lĩnh vực hoặc không có"
                : fields.find(code).map(CooperationField::name).orElse(code);
    }

    private String channelName(String id) {
        return id == null ? null : parties.channel(id).map(Channel::name).orElse(id);
    }
}
