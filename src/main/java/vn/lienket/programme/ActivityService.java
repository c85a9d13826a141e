package vn.lienket.programme;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.cases.Dossiers;
import vn.lienket.document.Documents;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Role;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.programme.ActivityChecks.Checked;

/**
 * The activities of a work programme. Each method is one step and runs in the transaction of the engine's command; input comes
 * unchecked from forms and is refused with a {@link ProblemException} that names the field.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ActivityService {

    /** The word for activities in the register of cases. */
    public static final String KIND = "activity";

    static final String EVIDENCE = "evidence";
    static final String SOURCE = "source";

    private static final int MOST_LINES = 500;

    private final Activities activities;
    private final ActivityChecks checks;
    private final IndicatorValues values;
    private final Dossiers dossiers;
    private final Documents documents;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivityService(
            Activities activities,
            ActivityChecks checks,
            IndicatorValues values,
            Dossiers dossiers,
            Documents documents,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.activities = activities;
        this.checks = checks;
        this.values = values;
        this.dossiers = dossiers;
        this.documents = documents;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /** Opens an activity in status 1 for the organisation that leads it, by one of its own people. */
    public Activity open(ActivityRequest request) {
        Checked checked = checks.check(request);
        requireMayOpen(checked.terms());
        Activity opened = open(checked, null);
        events.publishEvent(new ActivityEvent.Opened(
                opened.about(), opened.terms().startDate(), opened.terms().endDate()));
        return opened;
    }

    Activity open(Checked checked, UUID opening) {
        ActivityTerms terms = checked.terms();
        String code = dossiers.open(
                KIND,
                terms.title(),
                terms.channel(),
                terms.leadOrganisation(),
                terms.agreement(),
                terms.cooperationField());
        return activities.save(Activity.open(code, terms, checked.indicator(), checked.items(), opening));
    }

    /**
     * Takes the lead's plan.
     *
     * @param rows as in {@link ActivityRequest#workItems()}; null confirms the items as they are
     * @param target another one than asked for, or null
     */
    public void plan(String caseCode, List<Map<String, Object>> rows, Object target, String note) {
        String said = Answers.optionalText("planNote", note);
        Activity found = activities.require(caseCode);
        List<WorkItem> items = rows == null ? found.plan().items() : checks.items(rows, found.channel());
        BigDecimal changed = target == null || target.equals("") ? null : checks.target(found.indicator(), target);
        found.plan(items, changed, said);
        activities.save(found);
    }

    /** Takes the partner's word on the plan, {@code accept} or {@code changes}; a comment is needed for changes. */
    public boolean answerPlan(String caseCode, String decision, String comment) {
        boolean accepts = Answers.choice("planDecision", decision, List.of("accept", "changes"))
                .equals("accept");
        String text =
                accepts ? Answers.optionalText("planComment", comment) : Answers.requiredText("planComment", comment);
        Activity found = activities.require(caseCode);
        found.answerPlan(accepts, text, currentUser.actor(), clock.instant(), today());
        activities.save(found);
        if (accepts) {
            events.publishEvent(new ActivityEvent.PlanAccepted(
                    found.about(),
                    found.plan().version(),
                    titles(found, found.plan().toCarryOut())));
        }
        return accepts;
    }

    /**
     * Takes what came of an item in the current round.
     *
     * @param position of the item, from 1
     */
    public void carryOut(String caseCode, int position, String result, String documentId) {
        String text = Answers.requiredText("workItemResult", result);
        Activity found = activities.require(caseCode);
        UUID document = attach(found, "evidenceDocumentId", documentId, EVIDENCE);
        found.carryOut(position, text, document, currentUser.actor(), clock.instant());
        activities.save(found);
    }

    /** Takes the report of a month: 0 to 100 percent, with a note. */
    public void report(String caseCode, Object percent, String note) {
        int done = (int) Answers.wholeNumber("progressPercent", percent, 0, ProgressReport.COMPLETE);
        String text = Answers.requiredText("progressNote", note);
        Activity found = activities.require(caseCode);
        found.report(new ProgressReport(done, text, today(), currentUser.actor(), clock.instant()));
        activities.save(found);
    }

    /** Takes the value of the indicator that the activity came to. */
    public void measure(String caseCode, Object value, String date, String documentId) {
        Activity found = activities.require(caseCode);
        FieldProblems problems = new FieldProblems();
        BigDecimal measured =
                problems.read(() -> checks.value(found.indicator(), "indicatorValue", "Giá trị đạt được", value));
        LocalDate on = problems.read(() -> measuredOn("indicatorDate", date));
        problems.throwIfAny();
        UUID document = attach(found, "indicatorDocumentId", documentId, SOURCE);
        found.measured();
        activities.save(found);
        values.add(value(found.caseCode(), measured, on, document, null));
    }

    /**
     * Takes the word of the partner's leader: {@code confirm}, or {@code rework} of exactly the named items.
     *
     * @param reworkItems positions, from 1
     * @return whether the result is confirmed
     */
    public boolean confirm(String caseCode, String decision, String comment, List<String> reworkItems) {
        boolean confirms = Answers.choice("resultDecision", decision, List.of("confirm", "rework"))
                .equals("confirm");
        String text = confirms
                ? Answers.optionalText("resultComment", comment)
                : Answers.requiredText("resultComment", comment);
        Activity found = activities.require(caseCode);
        Set<Integer> rework = confirms ? Set.of() : positions(found, reworkItems);
        Confirmation given = found.confirm(rework, text, currentUser.actor(), clock.instant(), today());
        activities.save(found);
        events.publishEvent(
                given.positive()
                        ? new ActivityEvent.Confirmed(found.about(), given, found.indicator(), latest(caseCode))
                        : new ActivityEvent.ReworkAsked(found.about(), given, titles(found, given.reworkItems())));
        return given.positive();
    }

    /** Tells that the agreement has ended before its last day, on which the lead now decides. */
    public void tellAgreementEnded(String caseCode, String reason) {
        Activity found = activities.require(caseCode);
        events.publishEvent(new ActivityEvent.AgreementEnded(found.about(), reason));
    }

    /** Takes the lead's decision, {@code continue} to the end or {@code stop}, for which a comment is needed; whether it stops. */
    public boolean decideContinuation(String caseCode, String decision, String comment) {
        boolean goesOn = Answers.choice("continuationDecision", decision, List.of("continue", "stop"))
                .equals("continue");
        String text = goesOn
                ? Answers.optionalText("continuationComment", comment)
                : Answers.requiredText("continuationComment", comment);
        Activity found = activities.require(caseCode);
        found.decideContinuation(new Continuation(goesOn, text, currentUser.actor(), clock.instant()));
        activities.save(found);
        if (goesOn) {
            events.publishEvent(new ActivityEvent.Continued(
                    found.about(), found.continuations().size(), text));
        }
        return !goesOn;
    }

    /** Ends an activity that the lead has decided to stop. */
    public void stop(String caseCode) {
        Activity found = activities.require(caseCode);
        found.stop(today());
        activities.save(found);
        events.publishEvent(new ActivityEvent.Stopped(found.about(), found.endReason()));
    }

    /** Withdraws the activity in any state before it has ended. */
    public void withdraw(String caseCode, String reason) {
        String text = Answers.requiredText("withdrawalReason", reason);
        Activity found = activities.require(caseCode);
        found.withdraw(text, today());
        activities.save(found);
        events.publishEvent(new ActivityEvent.Withdrawn(found.about(), text));
    }

    /**
     * Corrects a value of an indicator, by an officer of the lead; the old value stays, replaced by the new one. 403 for others, 404
     * for a value of no activity that the user may see, 409 for one that has been corrected.
     *
     * @return the new value
     */
    @Transactional
    public IndicatorValue correct(UUID id, Object value, String date, String reason) {
        User user = currentUser.require();
        IndicatorValue old = values.find(id).orElseThrow(ActivityService::noValue);
        Activity found = activities.require(old.activity());
        if (!user.inChannel(found.channel())) {
            throw noValue();
        }
        if (!user.administrator() && !user.has(found.terms().leadOrganisation(), Role.OFFICER)) {
            throw ProblemException.forbidden("Chỉ chuyên viên của đơn vị chủ trì được sửa giá trị của chỉ tiêu.");
        }
        FieldProblems problems = new FieldProblems();
        BigDecimal measured = problems.read(() -> checks.value(found.indicator(), "value", "Giá trị đúng", value));
        LocalDate on = problems.read(() -> measuredOn("date", date));
        String why = problems.read(() -> Answers.requiredText("reason", reason));
        problems.throwIfAny();
        IndicatorValue corrected = value(found.caseCode(), measured, on, old.document(), why);
        values.add(corrected);
        if (!values.replace(id, corrected.id(), corrected.enteredAt())) {
            throw ProblemException.conflict("Giá trị này đã được sửa.");
        }
        events.publishEvent(new ActivityEvent.IndicatorCorrected(found.about(), found.indicator(), old, corrected));
        return corrected;
    }

    /** Reads an activity without holding it; the caller sees to who may see it. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Activity> find(String caseCode) {
        return activities.findByCaseCode(caseCode);
    }

    /** Reads one item alone; {@code position} counts from 1. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<WorkItem> item(String caseCode, int position) {
        return activities.findItem(caseCode, position);
    }

    /** Reads an activity's first day alone. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<LocalDate> startDate(String caseCode) {
        return activities.findStartDate(caseCode);
    }

    /** The series of an activity's indicator, corrected values too. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<IndicatorValue> values(String caseCode) {
        return values.of(caseCode);
    }

    /** The activities of an agreement, the open ones first; at most 500. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<ActivityLine> ofAgreement(String agreement) {
        return activities.linesOfAgreement(agreement, MOST_LINES);
    }

    /** Codes of the open activities of an agreement. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<String> openOfAgreement(String agreement) {
        return activities.openCodes(agreement);
    }

    private void requireMayOpen(ActivityTerms terms) {
        currentUser.find().ifPresent(user -> {
            user.requireChannel(terms.channel());
            if (!user.administrator() && !user.actsFor(terms.leadOrganisation())) {
                throw ProblemException.forbidden("Bạn chỉ được mở hoạt động do đơn vị của mình chủ trì.");
            }
        });
    }

    private UUID attach(Activity found, String field, String documentId, String kind) {
        if (Answers.blank(documentId)) {
            return null;
        }
        UUID document = documents.require(field, documentId, found.channel()).id();
        documents.attach(found.caseCode(), found.channel(), kind, document);
        return document;
    }

    private LocalDate measuredOn(String field, String date) {
        LocalDate on = Answers.date(field, "Ngày của số liệu", date);
        if (on.isAfter(today())) {
            throw ProblemException.invalid(field, "Ngày của số liệu: không được ở tương lai.");
        }
        return on;
    }

    private IndicatorValue value(String caseCode, BigDecimal value, LocalDate on, UUID document, String reason) {
        return new IndicatorValue(
                UUID.randomUUID(),
                caseCode,
                value,
                on,
                document,
                reason,
                currentUser.actor(),
                clock.instant(),
                null,
                null);
    }

    private BigDecimal latest(String caseCode) {
        return IndicatorValue.newest(values.of(caseCode))
                .map(IndicatorValue::value)
                .orElse(null);
    }

    private static Set<Integer> positions(Activity found, List<String> numbers) {
        Set<Integer> positions = new TreeSet<>();
        int items = found.plan().items().size();
        for (String number : numbers == null ? List.<String>of() : numbers) {
            boolean known =
                    number.matches("\\d{1,4}") && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= items;
            if (!known) {
                throw ProblemException.invalid(
                        "reworkItems", "Phần việc làm lại: hãy chọn trong các phần việc của hoạt động.");
            }
            positions.add(Integer.valueOf(number));
        }
        if (positions.isEmpty()) {
            throw ProblemException.invalid("reworkItems", "Phần việc làm lại: hãy chọn ít nhất một phần việc.");
        }
        return positions;
    }

    private static List<String> titles(Activity found, Collection<Integer> positions) {
        List<String> titles = new ArrayList<>();
        positions.forEach(position -> titles.add(
                "%d. %s".formatted(position, found.plan().item(position).title())));
        return titles;
    }

    private static ProblemException noValue() {
        return ProblemException.notFound("Không có giá trị này.");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
