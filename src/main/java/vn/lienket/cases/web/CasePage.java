package vn.lienket.cases.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienket.cases.CaseClocks;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.CaseTimeline;
import vn.lienket.cases.ClockStop;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.process.CaseEndings;
import vn.lienket.cases.process.OpenTask;
import vn.lienket.cases.process.OpenTasks;
import vn.lienket.page.Wording;
import vn.lienket.party.Channel;
import vn.lienket.party.Parties;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** Puts together the page of a case: what is shown for every kind, and what its module adds. */
@Component
public class CasePage {

    private final CaseRegister register;
    private final CaseTimeline timeline;
    private final CaseClocks clocks;
    private final OpenTasks openTasks;
    private final CaseEndings endings;
    private final List<CaseKind> kinds;
    private final Parties parties;
    private final People people;
    private final Clock clock;

    CasePage(
            CaseRegister register,
            CaseTimeline timeline,
            CaseClocks clocks,
            OpenTasks openTasks,
            CaseEndings endings,
            List<CaseKind> kinds,
            Parties parties,
            People people,
            Clock clock) {
        this.register = register;
        this.timeline = timeline;
        this.clocks = clocks;
        this.openTasks = openTasks;
        this.endings = endings;
        this.kinds = kinds;
        this.parties = parties;
        this.people = people;
        this.clock = clock;
    }

    /** A task with whose it is, in words. */
    record TaskRow(String id, String name, String whose, String due, boolean late) {}

    /** Fills the model and names the template; 404 for a case that the user who is signed in may not see. */
    public String show(String caseCode, Model model) {
        Dossier dossier = register.require(caseCode);
        fill(dossier, model);
        model.addAttribute("endings", endings.open(dossier));
        model.addAttribute(
                "timeline",
                timeline.of(dossier).stream()
                        .map(entry -> TimelineView.of(entry, people))
                        .toList());
        return "cases/case";
    }

    /** What has been done to the case so, in words; null if it has not. */
    String ended(String caseCode, String ending) {
        return Optional.ofNullable(ending)
                .flatMap(id -> endings.done(id, register.require(caseCode)))
                .map(done -> "Đã %s. Những người có liên quan được báo bằng thư."
                        .formatted(done.name().toLowerCase()))
                .orElse(null);
    }

    /** The kind of a case; 404 if its module is not there. */
    CaseKind kindOf(Dossier dossier) {
        return kinds.stream()
                .filter(each -> each.id().equals(dossier.kind()))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(Sentences.NO_CASE.formatted(dossier.code())));
    }

    /** Where a case stands, in its module's word. */
    String stateName(Dossier dossier) {
        return ((CaseHeader) kindOf(dossier).page(dossier.code()).get("header")).stateName();
    }

    /** What a case is and what is to be done with it, for the user who may see it. */
    void fill(Dossier dossier, Model model) {
        CaseKind kind = kindOf(dossier);
        model.addAllAttributes(kind.page(dossier.code()));
        model.addAttribute("dossier", dossier);
        model.addAttribute("kind", kind);
        model.addAttribute("lead", parties.organisationName(dossier.leadOrganisation()));
        model.addAttribute(
                "channel", parties.channel(dossier.channel()).map(Channel::name).orElse(dossier.channel()));
        List<ClockStop> stops = clocks.stops(dossier.code());
        model.addAttribute("clockStops", stops);
        Optional<ClockStop> paused = stops.stream()
                .filter(stop -> stop.to() == null && !dossier.closed())
                .findFirst();
        model.addAttribute("paused", paused.orElse(null));
        Instant late = paused.isPresent() ? Instant.MIN : clock.instant();
        model.addAttribute("tasks", tasks(dossier.code(), late));
        model.addAttribute("say", Wording.VIETNAMESE);
    }

    /**
     * The open tasks of a case.
     *
     * @param late what was due before is late
     */
    List<TaskRow> tasks(String caseCode, Instant late) {
        return openTasks.of(caseCode).stream().map(task -> row(task, late)).toList();
    }

    private TaskRow row(OpenTask task, Instant late) {
        String whose = Stream.concat(
                        Stream.ofNullable(task.assignee()).map(people::name),
                        task.candidateGroups().stream()
                                .filter(group -> task.assignee() == null)
                                .map(people::groupName))
                .collect(Collectors.joining(", "));
        return new TaskRow(
                task.id(),
                task.name(),
                whose,
                Wording.VIETNAMESE.moment(task.due()),
                task.due() != null && task.due().toInstant().isBefore(late));
    }
}
