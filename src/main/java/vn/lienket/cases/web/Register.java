package vn.lienket.cases.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.CaseFiles;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.process.CaseOrder;
import vn.lienket.cases.process.CaseQuery;
import vn.lienket.cases.process.CaseSearch;
import vn.lienket.cases.process.CaseStanding;
import vn.lienket.cases.process.FoundCase;
import vn.lienket.cases.process.FoundCases;
import vn.lienket.party.Parties;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** The register of the cases of all kinds, as the user who is signed in may see it. */
@Component
class Register {

    private static final int MAX_TEXT = 200;

    private final CaseRegister register;
    private final CaseSearch search;
    private final Map<String, CaseKind> kinds;
    private final List<CaseFiles> files;
    private final TaskViews tasks;
    private final Parties parties;
    private final People people;
    private final Clock clock;

    Register(
            CaseRegister register,
            CaseSearch search,
            List<CaseKind> kinds,
            List<CaseFiles> files,
            TaskViews tasks,
            Parties parties,
            People people,
            Clock clock) {
        this.register = register;
        this.search = search;
        this.kinds = kinds.stream().collect(Collectors.toMap(CaseKind::id, Function.identity()));
        this.files = files;
        this.tasks = tasks;
        this.parties = parties;
        this.people = people;
        this.clock = clock;
    }

    /** Of all kinds, by name. */
    List<CaseKind> kinds() {
        return kinds.values().stream()
                .sorted(Comparator.comparing(CaseKind::name))
                .toList();
    }

    private String kindName(String id) {
        return Optional.ofNullable(kinds.get(id)).map(CaseKind::name).orElse(id);
    }

    /** A page; 400 for what cannot be, naming each wrong field. */
    RegisterPage list(RegisterFilter filter) {
        FoundCases found = search.find(query(filter));
        Instant now = clock.instant();
        return new RegisterPage(
                found.items().stream().map(each -> item(each, now)).toList(),
                filter.page(),
                filter.size(),
                found.total(),
                found.totalIsLowerBound());
    }

    /** One case; 404 alike for one that is not there and one that the user may not see. In one reading of the directory. */
    @Transactional(readOnly = true)
    CaseView show(String caseCode) {
        RegisterPage.Item item = search.find(caseCode, register.visibleChannels())
                .map(found -> item(found, clock.instant()))
                .orElseThrow(() -> ProblemException.notFound(Sentences.NO_CASE.formatted(caseCode)));
        Map<String, String> documentNames = Optional.ofNullable(kinds.get(item.kind()))
                .map(CaseKind::documents)
                .orElse(Map.of());
        return new CaseView(
                item,
                parties.channel(item.channel()).stream()
                        .flatMap(channel -> channel.parties().stream())
                        .map(id -> new CaseView.Party(id, shortName(id)))
                        .toList(),
                files.stream()
                        .flatMap(each -> each.files(item.caseCode()).stream())
                        .map(file -> new CaseView.DocumentView(
                                file.id(),
                                file.kind(),
                                documentNames.getOrDefault(file.kind(), file.kind()),
                                file.version(),
                                file.fileName(),
                                file.addedAt()))
                        .toList(),
                tasks.of(item.caseCode(), item.pausedSince() == null ? clock.instant() : Instant.MIN));
    }

    private String shortName(String organisation) {
        return parties.organisationShortName(organisation);
    }

    private CaseQuery query(RegisterFilter filter) {
        List<String> visible = register.visibleChannels();
        FieldProblems problems = new FieldProblems();
        String text = Answers.given(filter.text());
        String kind = Answers.given(filter.kind());
        String organisation = Answers.given(filter.organisation());
        String channel = Answers.given(filter.channel());
        String assignee = Answers.given(filter.assignee());
        CaseStanding state = problems.read(() -> state(Answers.given(filter.state())));
        CaseOrder order = problems.read(() -> order(Answers.given(filter.sort()), state));
        LocalDate from = problems.read(() -> day("from", "Mở từ ngày", filter.from()));
        LocalDate to = problems.read(() -> day("to", "Mở đến ngày", filter.to()));
        CaseRegister.check(problems, filter.page(), filter.size(), filter.status(), text)
                .check(kind == null || kinds.containsKey(kind), "kind", "Loại hồ sơ: không có loại này.")
                .check(
                        organisation == null
                                || parties.organisation(organisation).isPresent(),
                        "organisation",
                        "Đơn vị chủ trì: không có trong danh bạ.")
                .check(
                        channel == null || visible.contains(channel),
                        "channel",
                        "Kênh hợp tác: không có kênh này trong các kênh của bạn.")
                .check(
                        assignee == null || assignee.length() <= MAX_TEXT,
                        "assignee",
                        "Người xử lý: không quá %d ký tự.".formatted(MAX_TEXT))
                .check(
                        from == null || to == null || !to.isBefore(from),
                        "to",
                        "Mở đến ngày: không được trước ngày bắt đầu.")
                .throwIfAny();
        return new CaseQuery(
                channel == null ? visible : List.of(channel),
                text,
                kind,
                filter.status(),
                organisation,
                state,
                assignee,
                from == null ? null : from.atStartOfDay(Deadlines.ZONE).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(Deadlines.ZONE).toInstant(),
                order,
                filter.page(),
                filter.size());
    }

    private static CaseStanding state(String code) {
        return code == null
                ? null
                : CaseStanding.of(code)
                        .orElseThrow(() -> ProblemException.invalid(
                                "state",
                                "Tình trạng: hãy chọn một trong %s."
                                        .formatted(Answers.codes(
                                                List.of(CaseStanding.values()),
                                                CaseStanding::code,
                                                CaseStanding::label))));
    }

    /** The newest first, and of late ones those that are late the longest. */
    private static CaseOrder order(String code, CaseStanding state) {
        if (code == null) {
            return state == CaseStanding.LATE ? CaseOrder.DUE : CaseOrder.NEWEST;
        }
        return CaseOrder.of(code)
                .orElseThrow(() -> ProblemException.invalid(
                        "sort",
                        "Thứ tự: hãy chọn một trong %s."
                                .formatted(Answers.codes(
                                        List.of(CaseOrder.values()), CaseOrder::code, CaseOrder::label))));
    }

    private static LocalDate day(String field, String label, String text) {
        String day = Answers.given(text);
        return day == null ? null : Answers.date(field, label, day);
    }

    private RegisterPage.Item item(FoundCase found, Instant now) {
        Dossier dossier = found.dossier();
        return new RegisterPage.Item(
                dossier.code(),
                dossier.kind(),
                kindName(dossier.kind()),
                dossier.title(),
                dossier.status().number(),
                dossier.status().label(),
                dossier.channel(),
                dossier.leadOrganisation(),
                shortName(dossier.leadOrganisation()),
                joined(found.steps().stream()),
                joined(Stream.concat(
                        found.assignees().stream().map(people::name),
                        found.groups().stream().map(people::groupName))),
                found.due() == null ? null : found.due().atZone(Deadlines.ZONE).toOffsetDateTime(),
                found.due() != null
                        && found.pausedSince() == null
                        && found.due().isBefore(now),
                found.pausedSince(),
                dossier.openedAt(),
                dossier.closed() ? dossier.changedAt() : null);
    }

    private static String joined(Stream<String> words) {
        String all = words.collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }
}
