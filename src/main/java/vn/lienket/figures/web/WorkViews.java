package vn.lienket.figures.web;

import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.assignment.WorkKinds;
import vn.lienket.calendar.Deadlines;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.TaskOversight;
import vn.lienket.figures.Insight;
import vn.lienket.figures.ListedTask;
import vn.lienket.figures.OpenWorkList;
import vn.lienket.figures.StepNames;
import vn.lienket.figures.WorkChoices;
import vn.lienket.figures.WorkQuery;
import vn.lienket.figures.WorkReason;
import vn.lienket.figures.WorkSort;
import vn.lienket.figures.WorkState;
import vn.lienket.figures.web.WorkOptions.Choice;
import vn.lienket.figures.web.WorkPage.Item;
import vn.lienket.figures.web.WorkPage.Reason;
import vn.lienket.party.Channel;
import vn.lienket.party.Groups;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Substitutes;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** The open tasks that the user who is signed in may look into, with the names that people know and what holds each up in a sentence. */
@Component
@Transactional(readOnly = true)
class WorkViews {

    private static final int MAX_SIZE = 200;
    private static final int MAX_TEXT = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final OpenWorkList work;
    private final Insight insight;
    private final Parties parties;
    private final Groups groups;
    private final Substitutes substitutes;
    private final WorkKinds processes;
    private final StepNames steps;
    private final ObjectProvider<CaseKind> kinds;
    private final TaskOversight oversight;
    private final Deadlines deadlines;
    private final Clock clock;

    WorkViews(
            OpenWorkList work,
            Insight insight,
            Parties parties,
            Groups groups,
            Substitutes substitutes,
            WorkKinds processes,
            StepNames steps,
            ObjectProvider<CaseKind> kinds,
            TaskOversight oversight,
            Deadlines deadlines,
            Clock clock) {
        this.work = work;
        this.insight = insight;
        this.parties = parties;
        this.groups = groups;
        this.substitutes = substitutes;
        this.processes = processes;
        this.steps = steps;
        this.kinds = kinds;
        this.oversight = oversight;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** 403 for who may look into nothing; 400 for what cannot be, naming each wrong field. */
    WorkPage page(WorkFilter filter) {
        WorkQuery query = query(filter, filter.page() * filter.size(), filter.size());
        int found = work.count(query);
        return new WorkPage(
                items(work.page(query)),
                filter.page(),
                filter.size(),
                Math.min(found, OpenWorkList.MAX_TOTAL),
                found > OpenWorkList.MAX_TOTAL);
    }

    /** All pages in one; refuses as the other, and with 400 what is too much for a file. */
    List<Item> all(WorkFilter filter) {
        WorkQuery query = query(filter, 0, OpenWorkList.MAX_TOTAL);
        if (work.count(query) > OpenWorkList.MAX_TOTAL) {
            throw ProblemException.invalid(
                    "size",
                    "Có hơn %,d việc, quá nhiều cho một tệp; hãy lọc hẹp hơn, chẳng hạn theo đơn vị hoặc quy trình."
                            .formatted(OpenWorkList.MAX_TOTAL)
                            .replace(',', '.'));
        }
        return items(work.page(query));
    }

    /** What there is open work of, as far as the user may look into it. */
    WorkOptions options() {
        Insight.Scope scope = insight.of();
        WorkChoices open = work.choices(scope.channels(), own(scope));
        Map<String, String> names = processes.all();
        Map<String, List<WorkChoices.Step>> steps =
                open.steps().stream().collect(Collectors.groupingBy(WorkChoices.Step::process));
        return new WorkOptions(
                sorted(open.channels(), this::channelName),
                sorted(open.organisations(), parties::organisationShortName),
                sorted(steps.keySet(), id -> names.getOrDefault(id, id)).stream()
                        .map(process -> new WorkOptions.Process(
                                process.id(),
                                process.name(),
                                steps.get(process.id()).stream()
                                        .map(step -> new Choice(step.id(), step.name()))
                                        .sorted(byName())
                                        .toList()))
                        .toList(),
                sorted(open.people(), parties::personName),
                Arrays.stream(WorkReason.values())
                        .map(reason -> new Choice(reason.code(), reason.label()))
                        .toList(),
                Arrays.stream(WorkState.values())
                        .map(state -> new Choice(state.code(), state.label()))
                        .toList());
    }

    private WorkQuery query(WorkFilter filter, int offset, int size) {
        Insight.Scope scope = insight.of();
        String channel = Answers.given(filter.channel());
        String organisation = Answers.given(filter.organisation());
        String process = Answers.given(filter.process());
        String step = Answers.given(filter.step());
        String reason = Answers.given(filter.reason());
        String state = Answers.given(filter.state());
        String sort = Answers.given(filter.sort());
        String text = Answers.given(filter.text());
        boolean descending = sort != null && sort.startsWith("-");
        WorkSort order = sort == null
                ? WorkSort.DUE
                : WorkSort.of(descending ? sort.substring(1) : sort).orElse(null);
        int lastPage = OpenWorkList.MAX_TOTAL / Math.max(1, filter.size()) - 1;
        new FieldProblems()
                .check(filter.size() >= 1 && filter.size() <= MAX_SIZE, "size", Sentences.SIZE.formatted(MAX_SIZE))
                .check(
                        filter.page() >= 0 && filter.page() <= lastPage,
                        "page",
                        Sentences.PAGE.formatted(Math.max(0, lastPage)))
                .check(channel == null || scope.channels().contains(channel), "channel", Sentences.NO_CHANNEL)
                .check(
                        organisation == null
                                || parties.organisation(organisation).isPresent(),
                        "organisation",
                        "Đơn vị (organisation): không có trong danh bạ.")
                .check(
                        reason == null || WorkReason.of(reason).isPresent(),
                        "reason",
                        "Lý do (reason): hãy chọn một trong %s."
                                .formatted(Answers.codes(
                                        List.of(WorkReason.values()), WorkReason::code, WorkReason::label)))
                .check(
                        state == null || WorkState.of(state).isPresent(),
                        "state",
                        "Tình trạng (state): hãy chọn một trong %s."
                                .formatted(
                                        Answers.codes(List.of(WorkState.values()), WorkState::code, WorkState::label)))
                .check(
                        order != null,
                        "sort",
                        "Thứ tự (sort): hãy chọn một trong %s, có dấu - ở trước để đảo chiều."
                                .formatted(Answers.codes(List.of(WorkSort.values()), WorkSort::code, WorkSort::label)))
                .check(
                        process == null || processes.all().containsKey(process) || waiting(process, null, scope),
                        "process",
                        "Quy trình (process): không có quy trình này trong các quy trình có việc cho người.")
                .check(
                        step == null || inModel(step) || waiting(null, step, scope),
                        "step",
                        "Bước (step): không có bước này trong các bước có việc cho người.")
                .check(printable(filter.person()), "person", "Người xử lý (person): có ký tự không hợp lệ.")
                .check(
                        text == null || text.length() <= MAX_TEXT && printable(text),
                        "text",
                        Sentences.TEXT.formatted(MAX_TEXT))
                .throwIfAny();
        return new WorkQuery(
                channel == null ? scope.channels() : List.of(channel),
                visible(scope, organisation),
                process,
                step,
                Answers.given(filter.person()),
                WorkReason.of(reason).orElse(null),
                WorkState.of(state).orElse(WorkState.OPEN),
                text,
                order,
                descending,
                offset,
                size);
    }

    private boolean inModel(String step) {
        return steps.all().values().stream().anyMatch(tasks -> tasks.containsKey(step));
    }

    /** Of an earlier version there may be open tasks of steps that today's has not. */
    private boolean waiting(String process, String step, Insight.Scope scope) {
        return work.choices(scope.channels(), own(scope)).steps().stream()
                .anyMatch(each -> each.process().equals(process) || each.id().equals(step));
    }

    /** Those of the one that is asked for, as far as they are the user's to see. */
    private List<String> visible(Insight.Scope scope, String organisation) {
        List<String> own = own(scope);
        List<String> asked = organisation == null ? null : parties.line(organisation);
        if (own == null || asked == null) {
            return own == null ? asked : own;
        }
        return asked.stream().filter(own::contains).toList();
    }

    private static List<String> own(Insight.Scope scope) {
        return scope.organisation() == null ? null : scope.line();
    }

    private List<Item> items(List<ListedTask> tasks) {
        Map<String, String> processNames = processes.all();
        Map<String, String> kindNames = kinds.stream().collect(Collectors.toMap(CaseKind::id, CaseKind::name));
        return tasks.stream()
                .map(task -> {
                    WorkState state = state(task);
                    return new Item(
                            task.taskId(),
                            task.caseCode(),
                            task.title(),
                            task.kind(),
                            kindNames.getOrDefault(task.kind(), task.kind()),
                            task.process(),
                            processNames.getOrDefault(task.process(), task.process()),
                            task.step(),
                            task.stepName(),
                            task.organisation(),
                            parties.organisationShortName(task.organisation()),
                            task.assignee(),
                            parties.personName(task.assignee()),
                            task.groups().stream().map(groups::name).toList(),
                            task.since(),
                            task.due(),
                            state.code(),
                            state.label(),
                            state == WorkState.LATE ? daysLate(task) : null,
                            reasons(task),
                            oversight.oversees(task.assignee(), task.groups()));
                })
                .toList();
    }

    private WorkState state(ListedTask task) {
        if (task.pausedSince() != null) {
            return WorkState.PAUSED;
        }
        Instant now = clock.instant();
        if (task.due() != null && task.due().isBefore(now)) {
            return WorkState.LATE;
        }
        return task.due() != null && task.due().isBefore(OpenWorkList.endOfWeek(now)) ? WorkState.DUE : WorkState.OPEN;
    }

    private int daysLate(ListedTask task) {
        String whose = task.organisation() == null ? task.lead() : task.organisation();
        return deadlines.workingDaysBetween(whose, day(task.due()), day(clock.instant()));
    }

    private List<Reason> reasons(ListedTask task) {
        List<Reason> reasons = new ArrayList<>();
        if (task.pausedSince() != null) {
            reasons.add(reason(
                    WorkReason.SUPPLEMENT,
                    "Hồ sơ chờ bổ sung, đồng hồ thời hạn dừng từ ngày %s."
                            .formatted(DAY.format(day(task.pausedSince())))));
        }
        String worker = parties.personName(task.assignee());
        if (worker == null) {
            reasons.add(reason(WorkReason.UNCLAIMED, "Chưa ai nhận việc."));
        } else {
            parties.person(task.assignee())
                    .filter(person -> !substitutes.isPresent(person, task.process()))
                    .map(Person::active)
                    .map(active -> active ? "%s vắng mặt hôm nay." : "%s không còn trong danh bạ.")
                    .ifPresent(sentence -> reasons.add(reason(WorkReason.ABSENT, sentence.formatted(worker))));
        }
        if (task.mailFailed()) {
            reasons.add(reason(WorkReason.MAIL_FAILED, "Có thư về hồ sơ không gửi được."));
        }
        if (task.jobFailed()) {
            reasons.add(reason(WorkReason.JOB_FAILED, "Một bước tự động của hồ sơ bị lỗi."));
        }
        if (worker != null && task.owner() != null && !task.owner().equals(task.assignee())) {
            reasons.add(reason(
                    WorkReason.SUBSTITUTE, "%s làm thay %s.".formatted(worker, parties.personName(task.owner()))));
        }
        return reasons.isEmpty() ? List.of(reason(WorkReason.WORKING, "%s đang xử lý.".formatted(worker))) : reasons;
    }

    private static Reason reason(WorkReason reason, String sentence) {
        return new Reason(reason.code(), sentence);
    }

    private String channelName(String id) {
        return parties.channel(id).map(Channel::name).orElse(id);
    }

    private static List<Choice> sorted(Collection<String> ids, Function<String, String> name) {
        return ids.stream()
                .map(id -> new Choice(id, name.apply(id)))
                .sorted(byName())
                .toList();
    }

    private static Comparator<Choice> byName() {
        return Comparator.comparing(Choice::name, Collator.getInstance(Locale.forLanguageTag("vi")))
                .thenComparing(Choice::id);
    }

    private static boolean printable(String text) {
        return text == null || !Answers.unprintable(text);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Deadlines.ZONE);
    }
}
