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
import java.util.stream.IntStream;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.cases.Case;
import vn.lienket.problem.ProblemException;
import vn.lienket.rule.Verification;

/**
 * A transfer request with everything said and done about it. Guards its transitions: what is not due in its state is refused with a
 * {@link ProblemException} and changes nothing.
 */
@Table(schema = "lienket", value = "transfer_case")
public class TransferCase implements Case {

    static final int MAX_SCORE = 5;

    @Id
    private final String caseCode;

    @Version
    private Integer revision;

    private TransferState state;
    private final String channel;
    private final String requestingOrganisation;
    private final String providingOrganisation;
    private String category;
    private String title;
    private String needDescription;
    private LocalDate neededBy;
    private boolean usesStateBudget;
    private boolean foreignParty;
    private boolean existingCertificate;
    private UUID attachment;
    private String requestComment;
    private String supplementNote;
    private Integer checkDaysLeft;
    private String expertise;
    private Integer daysAllowed;
    private String routeCitation;

    @Embedded.Nullable(prefix = "route_verification_")
    private Verification routeVerification;

    private String feasibility;
    private String feasibilityComment;
    private String leadExpert;
    private int planVersion;
    private UUID contractDocument;
    private Integer contractSequence;
    private String contractNumber;
    private LocalDate contractedOn;
    private Boolean registrationCompulsory;
    private LocalDate registrationDue;
    private String registrationCitation;

    @Embedded.Nullable(prefix = "registration_verification_")
    private Verification registrationVerification;

    private String registrationNumber;
    private LocalDate registeredOn;
    private int acceptanceRound;
    private Integer score;
    private String evaluationComment;
    private LocalDate evaluatedOn;
    private String endReason;
    private LocalDate closedOn;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<TransferAssessment> assessments;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<TransferItem> items;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<TransferDelivery> deliveries;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<TransferClause> clauses;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<PlanOpinion> planOpinions;

    @MappedCollection(idColumn = "transfer_case", keyColumn = "position")
    private final List<TransferAcceptance> acceptances;

    @PersistenceCreator
    TransferCase(
            String caseCode,
            Integer revision,
            TransferState state,
            String channel,
            String requestingOrganisation,
            String providingOrganisation,
            String category,
            String title,
            String needDescription,
            LocalDate neededBy,
            boolean usesStateBudget,
            boolean foreignParty,
            boolean existingCertificate,
            UUID attachment,
            String requestComment,
            String supplementNote,
            Integer checkDaysLeft,
            String expertise,
            Integer daysAllowed,
            String routeCitation,
            Verification routeVerification,
            String feasibility,
            String feasibilityComment,
            String leadExpert,
            int planVersion,
            UUID contractDocument,
            Integer contractSequence,
            String contractNumber,
            LocalDate contractedOn,
            Boolean registrationCompulsory,
            LocalDate registrationDue,
            String registrationCitation,
            Verification registrationVerification,
            String registrationNumber,
            LocalDate registeredOn,
            int acceptanceRound,
            Integer score,
            String evaluationComment,
            LocalDate evaluatedOn,
            String endReason,
            LocalDate closedOn,
            List<TransferAssessment> assessments,
            List<TransferItem> items,
            List<TransferDelivery> deliveries,
            List<TransferClause> clauses,
            List<PlanOpinion> planOpinions,
            List<TransferAcceptance> acceptances) {
        this.caseCode = caseCode;
        this.revision = revision;
        this.state = state;
        this.channel = channel;
        this.requestingOrganisation = requestingOrganisation;
        this.providingOrganisation = providingOrganisation;
        this.category = category;
        this.title = title;
        this.needDescription = needDescription;
        this.neededBy = neededBy;
        this.usesStateBudget = usesStateBudget;
        this.foreignParty = foreignParty;
        this.existingCertificate = existingCertificate;
        this.attachment = attachment;
        this.requestComment = requestComment;
        this.supplementNote = supplementNote;
        this.checkDaysLeft = checkDaysLeft;
        this.expertise = expertise;
        this.daysAllowed = daysAllowed;
        this.routeCitation = routeCitation;
        this.routeVerification = routeVerification;
        this.feasibility = feasibility;
        this.feasibilityComment = feasibilityComment;
        this.leadExpert = leadExpert;
        this.planVersion = planVersion;
        this.contractDocument = contractDocument;
        this.contractSequence = contractSequence;
        this.contractNumber = contractNumber;
        this.contractedOn = contractedOn;
        this.registrationCompulsory = registrationCompulsory;
        this.registrationDue = registrationDue;
        this.registrationCitation = registrationCitation;
        this.registrationVerification = registrationVerification;
        this.registrationNumber = registrationNumber;
        this.registeredOn = registeredOn;
        this.acceptanceRound = acceptanceRound;
        this.score = score;
        this.evaluationComment = evaluationComment;
        this.evaluatedOn = evaluatedOn;
        this.endReason = endReason;
        this.closedOn = closedOn;
        this.assessments = new ArrayList<>(assessments);
        this.items = new ArrayList<>(items);
        this.deliveries = new ArrayList<>(deliveries);
        this.clauses = new ArrayList<>(clauses);
        this.planOpinions = new ArrayList<>(planOpinions);
        this.acceptances = new ArrayList<>(acceptances);
    }

    static TransferCase open(String caseCode, TransferTerms terms) {
        return new TransferCase(
                caseCode,
                null,
                TransferState.CHECKING,
                terms.channel(),
                terms.requestingOrganisation(),
                terms.providingOrganisation(),
                terms.category(),
                terms.title(),
                terms.needDescription(),
                terms.neededBy(),
                terms.usesStateBudget(),
                terms.foreignParty(),
                terms.existingCertificate(),
                terms.attachment(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Takes the receiving organisation's word that the request is in order. */
    void accept() {
        requireState(TransferState.CHECKING);
        checkDaysLeft = null;
        state = TransferState.ROUTING;
    }

    void decline(String reason, LocalDate on) {
        requireState(TransferState.CHECKING);
        end(TransferState.DECLINED, reason, on);
    }

    /** Asks the requester for more; the check goes on later with the working days it has left now. */
    void requestSupplement(String comment, int daysLeft) {
        requireState(TransferState.CHECKING);
        requestComment = comment;
        checkDaysLeft = daysLeft;
        state = TransferState.SUPPLEMENTING;
    }

    /** The answer has not come in time; it is still taken. */
    void suspend() {
        requireState(TransferState.SUPPLEMENTING);
        state = TransferState.SUSPENDED;
    }

    /** Takes the requester's answer; who asks whom in which channel stays as it is. */
    void supplement(TransferTerms terms, String note) {
        requireState(TransferState.SUPPLEMENTING, TransferState.SUSPENDED);
        category = terms.category();
        title = terms.title();
        needDescription = terms.needDescription();
        neededBy = terms.neededBy();
        usesStateBudget = terms.usesStateBudget();
        foreignParty = terms.foreignParty();
        existingCertificate = terms.existingCertificate();
        attachment = terms.attachment() == null ? attachment : terms.attachment();
        supplementNote = note;
        state = TransferState.CHECKING;
    }

    /** Gives the assessment to these experts of the provider; none means that it waits in their group. */
    void route(RouteRule rule, List<String> experts) {
        requireState(TransferState.ROUTING);
        if (!rule.provider().equals(providingOrganisation)) {
            throw ProblemException.conflict(
                    "Bảng quyết định chuyển hồ sơ %s đến đơn vị không phải bên nhận yêu cầu.".formatted(caseCode));
        }
        expertise = rule.expertise();
        daysAllowed = rule.daysAllowed();
        routeCitation = rule.citation();
        routeVerification = rule.verification();
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

    void plan(List<TransferItem> planned, List<TransferClause> agreed, UUID contract, String by) {
        requireState(TransferState.PLANNING);
        items.clear();
        items.addAll(planned);
        clauses.clear();
        clauses.addAll(agreed);
        contractDocument = contract;
        leadExpert = by;
        planVersion++;
        state = TransferState.APPROVING;
    }

    void approvePlan(PlanOpinion opinion) {
        requireState(TransferState.APPROVING);
        if (opinion.version() != planVersion) {
            throw ProblemException.conflict("Kế hoạch của hồ sơ %s đang ở phiên bản %d, không phải %d."
                    .formatted(caseCode, planVersion, opinion.version()));
        }
        if (!parties().contains(opinion.party())) {
            throw ProblemException.conflict("Đơn vị này không phải một bên của hồ sơ %s.".formatted(caseCode));
        }
        boolean given = planOpinions.stream()
                .anyMatch(known ->
                        known.version() == opinion.version() && known.party().equals(opinion.party()));
        if (given) {
            throw ProblemException.conflict(
                    "Đơn vị này đã cho ý kiến về kế hoạch phiên bản %d.".formatted(planVersion));
        }
        planOpinions.add(opinion);
    }

    private Set<String> parties() {
        return Set.of(requestingOrganisation, providingOrganisation);
    }

    /** Ends the round: true if every party approved; the contract then has its date. Who wants changes ends it alone. */
    boolean concludePlanApproval(LocalDate on) {
        requireState(TransferState.APPROVING);
        List<PlanOpinion> round = planOpinions.stream()
                .filter(opinion -> opinion.version() == planVersion)
                .toList();
        boolean approved = round.stream().allMatch(PlanOpinion::positive);
        if (approved && round.size() < parties().size()) {
            throw ProblemException.conflict("Chưa đủ ý kiến của các bên về kế hoạch.");
        }
        if (approved) {
            contractedOn = on;
            state = TransferState.REGISTERING;
        } else {
            state = TransferState.PLANNING;
        }
        return approved;
    }

    /** Notes whether the contract must be registered, and until when; if it need not, delivery begins. */
    void requireRegistration(RegistrationRule rule) {
        requireState(TransferState.REGISTERING);
        registrationCompulsory = rule.compulsory();
        registrationCitation = rule.citation();
        registrationVerification = rule.verification();
        if (rule.compulsory()) {
            registrationDue = contractedOn.plusDays(rule.deadlineDays());
        } else {
            state = TransferState.DELIVERING;
            acceptanceRound = 1;
        }
    }

    void register(String number, LocalDate on, LocalDate today) {
        requireState(TransferState.REGISTERING);
        if (!Boolean.TRUE.equals(registrationCompulsory)) {
            throw ProblemException.conflict("Hồ sơ %s chưa có kết luận phải đăng ký.".formatted(caseCode));
        }
        if (on.isBefore(contractedOn) || on.isAfter(today)) {
            throw ProblemException.invalid("registrationDate", "Ngày đăng ký: phải từ ngày hợp đồng đến hôm nay.");
        }
        registrationNumber = number;
        registeredOn = on;
        state = TransferState.DELIVERING;
        acceptanceRound = 1;
    }

    void deliver(TransferDelivery delivery) {
        requireState(TransferState.DELIVERING);
        TransferItem item = item(delivery.item());
        if (delivery.round() != acceptanceRound) {
            throw ProblemException.conflict("Hồ sơ %s đang ở đợt nghiệm thu %d.".formatted(caseCode, acceptanceRound));
        }
        if (item.accepted() || isDelivered(delivery.item())) {
            throw ProblemException.conflict("Nội dung “%s” đã được chuyển giao.".formatted(item.title()));
        }
        deliveries.add(delivery);
        if (toDeliver().stream().allMatch(this::isDelivered)) {
            state = TransferState.ACCEPTING;
        }
    }

    private TransferItem item(int position) {
        if (position < 0 || position >= items.size()) {
            throw ProblemException.notFound("Không có nội dung chuyển giao này.");
        }
        return items.get(position);
    }

    private boolean isDelivered(int item) {
        return deliveries.stream().anyMatch(delivery -> delivery.item() == item && delivery.round() == acceptanceRound);
    }

    /** Positions of the items that this round is about: those not accepted yet. */
    public List<Integer> toDeliver() {
        return IntStream.range(0, items.size())
                .filter(item -> !items.get(item).accepted())
                .boxed()
                .toList();
    }

    /** Accepts what is not named as defective; if nothing is, the transfer is complete. */
    TransferAcceptance acceptDelivery(Set<Integer> defective, String comment, String by, Instant at) {
        requireState(TransferState.ACCEPTING);
        if (!toDeliver().containsAll(defective)) {
            throw ProblemException.conflict("Có nội dung không thuộc đợt nghiệm thu này.");
        }
        for (int item : toDeliver()) {
            if (!defective.contains(item)) {
                items.set(item, items.get(item).accept());
            }
        }
        TransferAcceptance acceptance = new TransferAcceptance(
                acceptanceRound,
                defective.isEmpty(),
                comment,
                defective.isEmpty()
                        ? null
                        : defective.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")),
                by,
                at);
        acceptances.add(acceptance);
        if (defective.isEmpty()) {
            state = TransferState.EVALUATING;
        } else {
            acceptanceRound++;
            state = TransferState.DELIVERING;
        }
        return acceptance;
    }

    void evaluate(int points, String comment, LocalDate on) {
        requireState(TransferState.EVALUATING);
        if (points < 1 || points > MAX_SCORE) {
            throw ProblemException.invalid("score", "Điểm đánh giá: từ 1 đến %d.".formatted(MAX_SCORE));
        }
        score = points;
        evaluationComment = comment;
        evaluatedOn = on;
        end(TransferState.CLOSED, null, on);
    }

    /** Gives a meeting of the plan another date. */
    void reschedule(int item, LocalDate from, LocalDate to, String place) {
        requireState(TransferState.DELIVERING);
        TransferItem meeting = item(item);
        if (!meeting.kind().isMeeting() || meeting.accepted()) {
            throw ProblemException.conflict("Nội dung “%s” không đổi lịch được.".formatted(meeting.title()));
        }
        items.set(item, meeting.scheduled(meeting.details().on(from, to, place)));
    }

    /** Notes that the invitations to these items have been sent once more. */
    void invite(List<Integer> meetings) {
        requireOpen();
        meetings.forEach(position -> items.set(position, item(position).invited()));
    }

    /** Gives the agreed contract its number and its final text. */
    void number(int sequence, String number, UUID document) {
        requireState(TransferState.REGISTERING);
        contractSequence = sequence;
        contractNumber = number;
        contractDocument = document;
    }

    void withdraw(String reason, LocalDate on) {
        if (state.isClosed()) {
            throw ProblemException.conflict("Hồ sơ %s đã kết thúc (%s), không thể rút."
                    .formatted(caseCode, state.label().toLowerCase()));
        }
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

    private void requireState(TransferState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw ProblemException.conflict(
                    "Hồ sơ %s đang ở bước “%s”, không nhận thao tác này.".formatted(caseCode, state.label()));
        }
    }

    @Override
    public String caseCode() {
        return caseCode;
    }

    @Override
    public TransferState state() {
        return state;
    }

    public String channel() {
        return channel;
    }

    public String requestingOrganisation() {
        return requestingOrganisation;
    }

    public String providingOrganisation() {
        return providingOrganisation;
    }

    public String category() {
        return category;
    }

    public String title() {
        return title;
    }

    public String needDescription() {
        return needDescription;
    }

    public LocalDate neededBy() {
        return neededBy;
    }

    public boolean usesStateBudget() {
        return usesStateBudget;
    }

    public boolean foreignParty() {
        return foreignParty;
    }

    public boolean existingCertificate() {
        return existingCertificate;
    }

    /** Document id, or null. */
    public UUID attachment() {
        return attachment;
    }

    /** What the requester was last asked to add, or null. */
    public String requestComment() {
        return requestComment;
    }

    /** What the requester said to that, or null. */
    public String supplementNote() {
        return supplementNote;
    }

    /** The working days the check had left when its clock stopped, or null if it never did. */
    public Integer checkDaysLeft() {
        return checkDaysLeft;
    }

    public String expertise() {
        return expertise;
    }

    /** Working days for the assessment. */
    public Integer daysAllowed() {
        return daysAllowed;
    }

    public String routeCitation() {
        return routeCitation;
    }

    /** Null where a person chose the route. */
    public Verification routeVerification() {
        return routeVerification;
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

    /** 0 before the first plan. */
    public int planVersion() {
        return planVersion;
    }

    public UUID contractDocument() {
        return contractDocument;
    }

    public String contractNumber() {
        return contractNumber;
    }

    /** The day every party had approved, from which the registration’s deadline is counted. */
    public LocalDate contractedOn() {
        return contractedOn;
    }

    /** Null while it is not decided. */
    public Boolean registrationCompulsory() {
        return registrationCompulsory;
    }

    public LocalDate registrationDue() {
        return registrationDue;
    }

    public String registrationCitation() {
        return registrationCitation;
    }

    /** Null where a person said whether it must be registered. */
    public Verification registrationVerification() {
        return registrationVerification;
    }

    public String registrationNumber() {
        return registrationNumber;
    }

    public LocalDate registeredOn() {
        return registeredOn;
    }

    /** From 1; 0 before delivery. */
    public int acceptanceRound() {
        return acceptanceRound;
    }

    /** 1 to 5, or null. */
    public Integer score() {
        return score;
    }

    public String evaluationComment() {
        return evaluationComment;
    }

    public LocalDate evaluatedOn() {
        return evaluatedOn;
    }

    /** Why the case ended without a result, or null. */
    public String endReason() {
        return endReason;
    }

    public LocalDate closedOn() {
        return closedOn;
    }

    /** Not to be shown to one another before all are given. */
    public List<TransferAssessment> assessments() {
        return List.copyOf(assessments);
    }

    public List<TransferItem> items() {
        return List.copyOf(items);
    }

    public List<TransferDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    public List<TransferClause> clauses() {
        return List.copyOf(clauses);
    }

    public List<PlanOpinion> planOpinions() {
        return List.copyOf(planOpinions);
    }

    public List<TransferAcceptance> acceptances() {
        return List.copyOf(acceptances);
    }
}
