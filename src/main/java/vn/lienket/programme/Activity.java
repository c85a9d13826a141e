package vn.lienket.programme;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.cases.Case;
import vn.lienket.problem.ProblemException;

/**
 * An activity of an agreement's work programme with everything said and done about it. Guards its transitions: what is not due in its
 * state is refused with a {@link ProblemException} and changes nothing.
 */
@Table(schema = "lienket", value = "activity")
public class Activity implements Case {

    @Id
    private final String caseCode;

    @Version
    private Integer revision;

    private ActivityState state;

    @Embedded.Empty
    private final ActivityTerms terms;

    @Embedded.Empty
    private ActivityIndicator indicator;

    @Embedded.Empty
    private final WorkPlan plan;

    private final UUID opening;
    private LocalDate agreedOn;
    private String endReason;
    private LocalDate closedOn;

    @MappedCollection(idColumn = "activity", keyColumn = "position")
    private final List<ProgressReport> progress;

    @MappedCollection(idColumn = "activity", keyColumn = "position")
    private final List<Confirmation> confirmations;

    @MappedCollection(idColumn = "activity", keyColumn = "position")
    private final List<Continuation> continuations;

    @PersistenceCreator
    Activity(
            String caseCode,
            Integer revision,
            ActivityState state,
            ActivityTerms terms,
            ActivityIndicator indicator,
            WorkPlan plan,
            UUID opening,
            LocalDate agreedOn,
            String endReason,
            LocalDate closedOn,
            List<ProgressReport> progress,
            List<Confirmation> confirmations,
            List<Continuation> continuations) {
        this.caseCode = caseCode;
        this.revision = revision;
        this.state = state;
        this.terms = terms;
        this.indicator = indicator;
        this.plan = plan;
        this.opening = opening;
        this.agreedOn = agreedOn;
        this.endReason = endReason;
        this.closedOn = closedOn;
        this.progress = new ArrayList<>(progress);
        this.confirmations = new ArrayList<>(confirmations);
        this.continuations = new ArrayList<>(continuations);
    }

    /** @param opening the programme with which it was opened, or null for one opened alone */
    static Activity open(
            String caseCode, ActivityTerms terms, ActivityIndicator indicator, List<WorkItem> items, UUID opening) {
        return new Activity(
                caseCode,
                null,
                ActivityState.PLANNING,
                terms,
                indicator,
                WorkPlan.proposed(items),
                opening,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** Takes the lead's plan as the next version, with another target where he gives one. */
    void plan(List<WorkItem> items, BigDecimal target, String note) {
        requireState(ActivityState.PLANNING);
        if (items.isEmpty()) {
            throw ProblemException.invalid("workItems", "Các phần việc: kế hoạch phải có ít nhất một phần việc.");
        }
        if (target != null) {
            indicator = indicator.withTarget(target);
        }
        plan.next(items, note);
        state = ActivityState.AGREEING;
    }

    /** Takes the partner's word on the plan: the work begins, or it is planned anew. */
    void answerPlan(boolean accepts, String comment, String by, Instant at, LocalDate on) {
        requireState(ActivityState.AGREEING);
        plan.take(new ActivityPlanOpinion(plan.version(), accepts, comment, by, at));
        if (accepts) {
            plan.begin();
            agreedOn = on;
        }
        state = accepts ? ActivityState.CARRYING_OUT : ActivityState.PLANNING;
    }

    /** @param position of the item, from 1 */
    void carryOut(int position, String result, UUID document, String by, Instant at) {
        requireState(ActivityState.CARRYING_OUT);
        if (plan.finish(new WorkResult(position, plan.round(), result, document, by, at))) {
            state = ActivityState.MEASURING;
        }
    }

    void report(ProgressReport report) {
        requireState(ActivityState.CARRYING_OUT);
        if (report.percent() < 0 || report.percent() > ProgressReport.COMPLETE) {
            throw ProblemException.invalid("progressPercent", "Tiến độ: nhập số nguyên từ 0 đến 100.");
        }
        progress.add(report);
    }

    /** The value of the indicator is recorded. */
    void measured() {
        requireState(ActivityState.MEASURING);
        state = ActivityState.CONFIRMING;
    }

    /** Takes the word of the partner's leader: confirmed where nothing is to be done again. */
    Confirmation confirm(Set<Integer> rework, String comment, String by, Instant at, LocalDate on) {
        requireState(ActivityState.CONFIRMING);
        rework.forEach(plan::item);
        Confirmation given = Confirmation.of(plan.round(), rework, comment, by, at);
        confirmations.add(given);
        if (given.positive()) {
            end(ActivityState.CONFIRMED, null, on);
        } else {
            plan.again(rework);
            state = ActivityState.CARRYING_OUT;
        }
        return given;
    }

    /** What the lead decides when the agreement has ended; the activity itself stops by {@link #stop}. */
    void decideContinuation(Continuation decision) {
        requireOpen();
        continuations.add(decision);
    }

    /** Ends it as the lead decided last, when the agreement had ended. */
    void stop(LocalDate on) {
        requireOpen();
        if (continuations.isEmpty()
                || continuations.get(continuations.size() - 1).goesOn()) {
            throw ProblemException.conflict("Hoạt động %s không được quyết định dừng.".formatted(caseCode));
        }
        end(ActivityState.STOPPED, continuations.get(continuations.size() - 1).comment(), on);
    }

    void withdraw(String reason, LocalDate on) {
        requireWithdrawable();
        end(ActivityState.WITHDRAWN, reason, on);
    }

    private void requireOpen() {
        if (state.isClosed()) {
            throw ProblemException.conflict("Hoạt động %s đã kết thúc.".formatted(caseCode));
        }
    }

    private void end(ActivityState how, String reason, LocalDate on) {
        state = how;
        endReason = reason;
        closedOn = on;
    }

    /** What events tell of it. */
    ActivityEvent.About about() {
        return new ActivityEvent.About(
                caseCode,
                terms.title(),
                terms.channel(),
                terms.agreement(),
                terms.cooperationField(),
                terms.leadOrganisation(),
                terms.partnerOrganisation());
    }

    @Override
    public String caseCode() {
        return caseCode;
    }

    @Override
    public ActivityState state() {
        return state;
    }

    public ActivityTerms terms() {
        return terms;
    }

    public String channel() {
        return terms.channel();
    }

    public ActivityIndicator indicator() {
        return indicator;
    }

    public WorkPlan plan() {
        return plan;
    }

    /** The programme it was opened with, or null. */
    public UUID opening() {
        return opening;
    }

    /** The day on which the plan was accepted, or null. */
    public LocalDate agreedOn() {
        return agreedOn;
    }

    /** Oldest first. */
    public List<ProgressReport> progress() {
        return List.copyOf(progress);
    }

    /** Oldest first. */
    public List<Confirmation> confirmations() {
        return List.copyOf(confirmations);
    }

    /** Oldest first. */
    public List<Continuation> continuations() {
        return List.copyOf(continuations);
    }

    /** Why it ended without a confirmed result, or null. */
    public String endReason() {
        return endReason;
    }

    public LocalDate closedOn() {
        return closedOn;
    }
}
