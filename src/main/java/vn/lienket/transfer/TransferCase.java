package vn.lienket.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.cases.Case;
import vn.lienket.cases.Supplement;
import vn.lienket.problem.ProblemException;

/**
 * A transfer request with everything said and done about it. Guards its transitions: what is not due in its state is refused with a
 * {@link ProblemException} and changes nothing.
 */
@Table(schema = "lienket", value = "transfer_case")
public class TransferCase implements Case {

    @Id
    private final String caseCode;

    @Version
    private Integer revision;

    private TransferState state;

    @Embedded.Empty
    private TransferTerms terms;

    @Embedded.Empty
    private Supplement supplement;

    @Embedded.Empty
    private TransferRouting routing;

    private String feasibility;
    private String feasibilityComment;
    private String leadExpert;

    @Embedded.Empty
    private final TransferPlan plan;

    @Embedded.Empty
    private TransferRegistration registration;

    @Embedded.Empty
    private final DeliveryRounds delivery;

    @Embedded.Empty
    private TransferEvaluation evaluation;

    private String endReason;
    private LocalDate closedOn;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<TransferAssessment> assessments;

    @PersistenceCreator
    TransferCase(
            String caseCode,
            Integer revision,
            TransferState state,
            TransferTerms terms,
            Supplement supplement,
            TransferRouting routing,
            String feasibility,
            String feasibilityComment,
            String leadExpert,
            TransferPlan plan,
            TransferRegistration registration,
            DeliveryRounds delivery,
            TransferEvaluation evaluation,
            String endReason,
            LocalDate closedOn,
            List<TransferAssessment> assessments) {
        this.caseCode = caseCode;
        this.revision = revision;
        this.state = state;
        this.terms = terms;
        this.supplement = supplement;
        this.routing = routing;
        this.feasibility = feasibility;
        this.feasibilityComment = feasibilityComment;
        this.leadExpert = leadExpert;
        this.plan = plan;
        this.registration = registration;
        this.delivery = delivery;
        this.evaluation = evaluation;
        this.endReason = endReason;
        this.closedOn = closedOn;
        this.assessments = new ArrayList<>(assessments);
    }

    static TransferCase open(String caseCode, TransferTerms terms) {
        return new TransferCase(
                caseCode,
                null,
                TransferState.CHECKING,
                terms,
                Supplement.NONE,
                TransferRouting.OPEN,
                null,
                null,
                null,
                TransferPlan.none(),
                TransferRegistration.OPEN,
                DeliveryRounds.none(),
                TransferEvaluation.OPEN,
                null,
                null,
                List.of());
    }

    /** Takes the receiving organisation's word that the request is in order. */
    void accept() {
        requireState(TransferState.CHECKING);
        supplement = supplement.checked();
        state = TransferState.ROUTING;
    }

    void decline(String reason, LocalDate on) {
        requireState(TransferState.CHECKING);
        end(TransferState.DECLINED, reason, on);
    }

    /** Asks the requester for more; the check goes on later with the working days it has left now. */
    void requestSupplement(String comment, int daysLeft) {
        requireState(TransferState.CHECKING);
        supplement = supplement.asked(comment, daysLeft);
        state = TransferState.SUPPLEMENTING;
    }

    /** The answer has not come in time; it is still taken. */
    void suspend() {
        requireState(TransferState.SUPPLEMENTING);
        state = TransferState.SUSPENDED;
    }

    /** Takes the requester's answer; who asks whom in which channel stays as it is. */
    void supplement(TransferTerms changed, String note) {
        requireState(TransferState.SUPPLEMENTING, TransferState.SUSPENDED);
        terms = terms.changedTo(changed);
        supplement = supplement.answered(note);
        state = TransferState.CHECKING;
    }

    /** Gives the assessment to these experts of the provider; none means that it waits in their group. */
    void route(RouteRule rule, List<String> experts) {
        requireState(TransferState.ROUTING);
        if (!rule.provider().equals(providingOrganisation())) {
            throw ProblemException.conflict(
                    "Bảng quyết định chuyển hồ sơ %s đến đơn vị không phải bên nhận yêu cầu.".formatted(caseCode));
        }
        routing = TransferRouting.by(rule);
        experts.forEach(expert -> assessments.add(TransferAssessment.of(expert)));
        if (experts.isEmpty()) {
            assessments.add(TransferAssessment.of(null));
        }
        state = TransferState.ASSESSING;
    }

    /** Another expert takes an assessment that has not been given; the others' stay as they are. */
    void replaceExpert(int position, String other) {
        requireState(TransferState.ASSESSING);
        TransferAssessment assessment = assessment(position);
        if (!assessment.isGiven()) {
            assessments.set(position, assessment.by(other));
        }
    }

    /** @param position of the assessment, from 0 */
    void assess(int position, String by, Feasibility how, int effortDays, String note, Instant at) {
        requireState(TransferState.ASSESSING);
        TransferAssessment assessment = assessment(position);
        if (assessment.isGiven()) {
            throw ProblemException.conflict("Đã có ý kiến đánh giá này.");
        }
        if (assessments.stream().anyMatch(other -> other != assessment && by.equals(other.expert()))) {
            throw ProblemException.conflict("Mỗi chuyên gia chỉ đánh giá một lần: bạn đã có phần đánh giá của mình.");
        }
        TransferAssessment own = by.equals(assessment.expert()) ? assessment : assessment.by(by);
        assessments.set(position, own.given(how, effortDays, note, at));
    }

    private TransferAssessment assessment(int position) {
        if (position < 0 || position >= assessments.size()) {
            throw ProblemException.notFound("Hồ sơ %s không có phần đánh giá này.".formatted(caseCode));
        }
        return assessments.get(position);
    }

    /**
     * Counts the assessments: feasible or partly feasible is planned, infeasible ends the case, and where no word has more than
     * another the leader decides (empty).
     */
    Optional<Feasibility> concludeAssessment() {
        requireState(TransferState.ASSESSING);
        if (!assessments.stream().allMatch(TransferAssessment::isGiven)) {
            throw ProblemException.conflict("Chưa đủ ý kiến đánh giá.");
        }
        TreeMap<Long, List<String>> byVotes = assessments.stream()
                .collect(Collectors.groupingBy(TransferAssessment::feasibility, Collectors.counting()))
                .entrySet()
                .stream()
                .collect(Collectors.groupingBy(
                        votes -> votes.getValue(),
                        TreeMap::new,
                        Collectors.mapping(votes -> votes.getKey(), Collectors.toList())));
        List<String> most = byVotes.lastEntry().getValue();
        if (most.size() > 1) {
            state = TransferState.DECIDING_FEASIBILITY;
            return Optional.empty();
        }
        return Feasibility.of(most.get(0)).map(this::concluded);
    }

    void decideFeasibility(Feasibility how, String comment) {
        requireState(TransferState.DECIDING_FEASIBILITY);
        feasibilityComment = comment;
        concluded(how);
    }

    private Feasibility concluded(Feasibility how) {
        feasibility = how.code();
        leadExpert =
                assessments.stream().map(TransferAssessment::expert).findFirst().orElseThrow();
        state = TransferState.PLANNING;
        return how;
    }

    void endInfeasible(String reason, LocalDate on) {
        requireState(TransferState.PLANNING);
        end(TransferState.INFEASIBLE, reason, on);
    }

    void plan(List<TransferItem> items, List<TransferClause> clauses, UUID contract, String by) {
        requireState(TransferState.PLANNING);
        plan.next(items, clauses, contract);
        leadExpert = by;
        state = TransferState.APPROVING;
    }

    void approvePlan(PlanOpinion opinion) {
        requireState(TransferState.APPROVING);
        if (!parties().contains(opinion.party())) {
            throw ProblemException.conflict("Đơn vị này không phải một bên của hồ sơ %s.".formatted(caseCode));
        }
        plan.take(opinion);
    }

    private Set<String> parties() {
        return Set.of(requestingOrganisation(), providingOrganisation());
    }

    /** Ends the round: true if every party approved, and the contract is agreed; else the plan is prepared anew. */
    boolean concludePlanApproval(LocalDate on) {
        requireState(TransferState.APPROVING);
        boolean approved = plan.conclude(parties(), on);
        state = approved ? TransferState.REGISTERING : TransferState.PLANNING;
        return approved;
    }

    /** Notes whether the contract must be registered, and until when; if it need not, delivery begins. */
    void requireRegistration(RegistrationRule rule) {
        requireState(TransferState.REGISTERING);
        registration = TransferRegistration.by(rule, plan.contractedOn());
        if (!rule.compulsory()) {
            beginDelivery();
        }
    }

    void register(String number, LocalDate on, LocalDate today) {
        requireState(TransferState.REGISTERING);
        if (!Boolean.TRUE.equals(registration.compulsory())) {
            throw ProblemException.conflict("Hồ sơ %s chưa có kết luận phải đăng ký.".formatted(caseCode));
        }
        if (on.isBefore(plan.contractedOn()) || on.isAfter(today)) {
            throw ProblemException.invalid("registrationDate", "Ngày đăng ký: phải từ ngày hợp đồng đến hôm nay.");
        }
        registration = registration.registered(number, on);
        beginDelivery();
    }

    private void beginDelivery() {
        delivery.begin();
        state = TransferState.DELIVERING;
    }

    void deliver(TransferDelivery delivered) {
        requireState(TransferState.DELIVERING);
        if (delivery.deliver(delivered, plan)) {
            state = TransferState.ACCEPTING;
        }
    }

    /** Accepts what is not named as defective; if nothing is, the transfer is complete. */
    TransferAcceptance acceptDelivery(Set<Integer> defective, String comment, String by, Instant at) {
        requireState(TransferState.ACCEPTING);
        TransferAcceptance acceptance = delivery.accept(defective, plan, comment, by, at);
        state = acceptance.positive() ? TransferState.EVALUATING : TransferState.DELIVERING;
        return acceptance;
    }

    void evaluate(int points, String comment, LocalDate on) {
        requireState(TransferState.EVALUATING);
        evaluation = TransferEvaluation.of(points, comment, on);
        end(TransferState.CLOSED, null, on);
    }

    /** Gives a meeting of the plan another date. */
    void reschedule(int item, LocalDate from, LocalDate to, String place) {
        requireState(TransferState.DELIVERING);
        plan.reschedule(item, from, to, place);
    }

    /** Notes that the invitations to these items have been sent once more. */
    void invite(List<Integer> meetings) {
        requireOpen();
        plan.invite(meetings);
    }

    /** Gives the agreed contract its number and its final text. */
    void number(int sequence, String number, UUID document) {
        requireState(TransferState.REGISTERING);
        plan.number(sequence, number, document);
    }

    void withdraw(String reason, LocalDate on) {
        requireWithdrawable();
        end(TransferState.WITHDRAWN, reason, on);
    }

    private void requireOpen() {
        if (state.isClosed()) {
            throw ProblemException.conflict("Hồ sơ %s đã kết thúc.".formatted(caseCode));
        }
    }

    private void end(TransferState how, String reason, LocalDate on) {
        state = how;
        endReason = reason;
        closedOn = on;
    }

    /** What events tell of it. */
    TransferEvent.About about() {
        return new TransferEvent.About(
                caseCode,
                title(),
                channel(),
                requestingOrganisation(),
                providingOrganisation(),
                need().category(),
                leadExpert);
    }

    /** The documents of the accepted items, of each the one handed over last. */
    List<TransferEvent.Handover> handedOver() {
        List<TransferEvent.Handover> all = new ArrayList<>();
        for (int position = 0; position < plan.items().size(); position++) {
            TransferItem item = plan.items().get(position);
            if (item.accepted()) {
                delivery.lastDocument(position)
                        .ifPresent(document -> all.add(new TransferEvent.Handover(item.title(), document)));
            }
        }
        return all;
    }

    @Override
    public String caseCode() {
        return caseCode;
    }

    @Override
    public TransferState state() {
        return state;
    }

    public TransferTerms terms() {
        return terms;
    }

    /** What is asked for. */
    public TransferNeed need() {
        return terms.need();
    }

    public String channel() {
        return terms.channel();
    }

    public String requestingOrganisation() {
        return terms.requestingOrganisation();
    }

    public String providingOrganisation() {
        return terms.providingOrganisation();
    }

    public String title() {
        return terms.title();
    }

    /** What the requester was asked to add. */
    public Supplement supplement() {
        return supplement;
    }

    public TransferRouting routing() {
        return routing;
    }

    /** Not to be shown to one another before all are given. */
    public List<TransferAssessment> assessments() {
        return List.copyOf(assessments);
    }

    /** Code of a {@link Feasibility}, or null while it is open. */
    public String feasibility() {
        return feasibility;
    }

    /** The leader’s, where he had to decide. */
    public String feasibilityComment() {
        return feasibilityComment;
    }

    /** User id of who writes the plan. */
    public String leadExpert() {
        return leadExpert;
    }

    public TransferPlan plan() {
        return plan;
    }

    public TransferRegistration registration() {
        return registration;
    }

    public DeliveryRounds delivery() {
        return delivery;
    }

    public TransferEvaluation evaluation() {
        return evaluation;
    }

    /** Why the case ended without a result, or null. */
    public String endReason() {
        return endReason;
    }

    public LocalDate closedOn() {
        return closedOn;
    }
}
