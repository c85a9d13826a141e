package vn.lienket.figures.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.CaseRegister;
import vn.lienket.figures.FinishedCase.Outcome;
import vn.lienket.figures.FinishedCases;
import vn.lienket.figures.FinishedPage;
import vn.lienket.figures.FinishedQuery;
import vn.lienket.figures.Insight;
import vn.lienket.figures.StepFigures;
import vn.lienket.figures.Steps;
import vn.lienket.party.Channel;
import vn.lienket.party.Parties;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** {@code /api/v1/figures}: the finished cases and the steps of a process, for managers and leaders. */
@RestController
@RequestMapping("/api/v1/figures")
class PathController {

    private static final int SIZE = 20;
    private static final int MAX_DAYS = 366;
    private static final int DAYS = 84;

    private final FinishedCases finished;
    private final Steps steps;
    private final Insight insight;
    private final Parties parties;
    private final List<CaseKind> kinds;
    private final Clock clock;

    PathController(
            FinishedCases finished, Steps steps, Insight insight, Parties parties, List<CaseKind> kinds, Clock clock) {
        this.finished = finished;
        this.steps = steps;
        this.insight = insight;
        this.parties = parties;
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    record Choice(String code, String name) {}

    /** What the pages offer to choose from. */
    record Choices(
            List<Choice> channels,
            List<Choice> organisations,
            List<Choice> kinds,
            List<Choice> outcomes,
            List<Choice> processes) {}

    @GetMapping("/choices")
    Choices choices() {
        Insight.Scope scope = insight.of();
        List<Channel> channels = channels();
        return new Choices(
                channels.stream()
                        .map(channel -> new Choice(channel.id(), channel.name()))
                        .toList(),
                channels.stream()
                        .flatMap(channel -> channel.parties().stream())
                        .distinct()
                        .filter(id ->
                                scope.organisation() == null || scope.line().contains(id))
                        .map(id -> new Choice(id, parties.organisationShortName(id)))
                        .toList(),
                kinds.stream().map(kind -> new Choice(kind.id(), kind.name())).toList(),
                Arrays.stream(Outcome.values())
                        .map(outcome -> new Choice(outcome.name(), outcome.label()))
                        .toList(),
                steps.processes().entrySet().stream()
                        .map(process -> new Choice(process.getKey(), process.getValue()))
                        .toList());
    }

    @GetMapping("/finished")
    FinishedPage finished(
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String organisation,
            @RequestParam(required = false) String channel,
            @RequestParam(required = false) String outcome,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "" + SIZE) int size) {
        insight.of();
        FieldProblems problems = new FieldProblems();
        LocalDate first = problems.read(() -> day("from", "Kết thúc từ ngày", from));
        LocalDate last = problems.read(() -> day("to", "Kết thúc đến ngày", to));
        String wantedKind = Answers.given(kind);
        String wantedOrganisation = Answers.given(organisation);
        Outcome wantedOutcome = problems.read(() -> outcome(Answers.given(outcome)));
        CaseRegister.check(problems, 0, size, null, Answers.given(text))
                .check(
                        wantedKind == null
                                || kinds.stream().anyMatch(each -> each.id().equals(wantedKind)),
                        "kind",
                        "Loại hồ sơ: không có loại này.")
                .check(
                        wantedOrganisation == null
                                || parties.organisation(wantedOrganisation).isPresent(),
                        "organisation",
                        "Đơn vị chủ trì: không có trong danh bạ.")
                .check(
                        first == null || last == null || !last.isBefore(first),
                        "to",
                        "Kết thúc đến ngày: không được trước ngày bắt đầu.");
        checkChannel(problems, Answers.given(channel)).throwIfAny();
        return finished.find(new FinishedQuery(
                Answers.given(channel),
                Answers.given(text),
                wantedKind,
                wantedOrganisation,
                wantedOutcome,
                first == null ? null : start(first),
                last == null ? null : start(last.plusDays(1)),
                Answers.given(after),
                size));
    }

    /** Of the last twelve weeks, and of the process with most open tasks, unless said otherwise. */
    @GetMapping("/steps")
    StepFigures steps(
            @RequestParam(required = false) String process,
            @RequestParam(required = false) Integer version,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String channel) {
        insight.of();
        FieldProblems problems = new FieldProblems();
        LocalDate until = problems.read(() -> day("to", "Đến ngày", to));
        LocalDate last = until == null ? LocalDate.now(clock.withZone(Deadlines.ZONE)) : until;
        LocalDate since = problems.read(() -> day("from", "Từ ngày", from));
        LocalDate first = since == null ? last.minusDays(DAYS - 1L) : since;
        checkChannel(problems, Answers.given(channel))
                .check(
                        !last.isBefore(first) && last.isBefore(first.plusDays(MAX_DAYS)),
                        "to",
                        "Đến ngày: không được trước ngày bắt đầu, và không quá %d ngày.".formatted(MAX_DAYS))
                .throwIfAny();
        return steps.of(Answers.given(process), version, Answers.given(channel), start(first), start(last.plusDays(1)));
    }

    private List<Channel> channels() {
        List<String> visible = insight.of().channels();
        return parties.channels().stream()
                .filter(channel -> visible.contains(channel.id()))
                .toList();
    }

    private FieldProblems checkChannel(FieldProblems problems, String channel) {
        return problems.check(
                channel == null || insight.of().channels().contains(channel), "channel", Sentences.NO_CHANNEL);
    }

    private static Outcome outcome(String code) {
        return code == null
                ? null
                : Arrays.stream(Outcome.values())
                        .filter(each -> each.name().equals(code))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid(
                                "outcome",
                                "Kết quả: hãy chọn một trong %s."
                                        .formatted(Answers.codes(
                                                List.of(Outcome.values()), Outcome::name, Outcome::label))));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Deadlines.ZONE).toInstant();
    }

    private static LocalDate day(String field, String label, String text) {
        String day = Answers.given(text);
        return day == null ? null : Answers.date(field, label, day);
    }
}
