package vn.lienket.consulting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import vn.lienket.cases.Case;
import vn.lienket.cases.Supplement;
import vn.lienket.enterprise.EnterpriseSize;
import vn.lienket.problem.ProblemException;
import vn.lienket.rule.Verification;

/**
 * A consulting case of one enterprise. Guards its transitions: what is not due in its state is refused with a
 * {@link ProblemException} and changes nothing.
 */
@Table(schema = "lienket", value = "consulting_case")
public class ConsultingCase implements Case {

    @Id
    private final String caseCode;

    @Version
    private Integer revision;

    private ConsultingState state;
    private final String channel;
    private final String leadOrganisation;

    @Embedded.Empty
    private Applicant applicant;

    private String need;
    private String needCategory;
    private String size;
    private String sizeCitation;

    @Embedded.Nullable(prefix = "size_verification_")
    private Verification sizeVerification;

    @Embedded.Empty
    private Supplement supplement;

    private String consultantOrganisation;
    private String expertise;
    private String consultant;
    private String frameworkVersion;
    private int roadmapVersion;
    private String supportDecision;
    private String supportComment;
    private LocalDate supportDecidedOn;
    private String supportDecidedBy;
    private Integer satisfaction;
    private String closingNote;
    private String endReason;
    private LocalDate closedOn;

    @MappedCollection(idColumn = "consulting_case", keyColumn = "position")
    private final List<Answer> answers;

    @MappedCollection(idColumn = "consulting_case", keyColumn = "position")
    private final List<Assessment> assessments;

    @MappedCollection(idColumn = "consulting_case", keyColumn = "position")
    private final List<RoadmapStep> steps;

    @MappedCollection(idColumn = "consulting_case", keyColumn = "position")
    private final List<RoadmapAnswer> roadmapAnswers;

    @MappedCollection(idColumn = "consulting_case", keyColumn = "position")
    private final List<Entitlement> entitlements;

    @MappedCollection(idColumn = "consulting_case", keyColumn = "position")
    private final List<Grant> grants;

    @MappedCollection(idColumn = "consulting_case", keyColumn = "position")
    private final List<OutcomePaper> papers;

    @PersistenceCreator
    ConsultingCase(
            String caseCode,
            Integer revision,
            ConsultingState state,
            String channel,
            String leadOrganisation,
            Applicant applicant,
            String need,
            String needCategory,
            String size,
            String sizeCitation,
            Verification sizeVerification,
            Supplement supplement,
            String consultantOrganisation,
            String expertise,
            String consultant,
            String frameworkVersion,
            int roadmapVersion,
            String supportDecision,
            String supportComment,
            LocalDate supportDecidedOn,
            String supportDecidedBy,
            Integer satisfaction,
            String closingNote,
            String endReason,
            LocalDate closedOn,
            List<Answer> answers,
            List<Assessment> assessments,
            List<RoadmapStep> steps,
            List<RoadmapAnswer> roadmapAnswers,
            List<Entitlement> entitlements,
            List<Grant> grants,
            List<OutcomePaper> papers) {
        this.caseCode = caseCode;
        this.revision = revision;
        this.state = state;
        this.channel = channel;
        this.leadOrganisation = leadOrganisation;
        this.applicant = applicant;
        this.need = need;
        this.needCategory = needCategory;
        this.size = size;
        this.sizeCitation = sizeCitation;
        this.sizeVerification = sizeVerification;
        this.supplement = supplement;
        this.consultantOrganisation = consultantOrganisation;
        this.expertise = expertise;
        this.consultant = consultant;
        this.frameworkVersion = frameworkVersion;
        this.roadmapVersion = roadmapVersion;
        this.supportDecision = supportDecision;
        this.supportComment = supportComment;
        this.supportDecidedOn = supportDecidedOn;
        this.supportDecidedBy = supportDecidedBy;
        this.satisfaction = satisfaction;
        this.closingNote = closingNote;
        this.endReason = endReason;
        this.closedOn = closedOn;
        this.answers = new ArrayList<>(answers);
        this.assessments = new ArrayList<>(assessments);
        this.steps = new ArrayList<>(steps);
        this.roadmapAnswers = new ArrayList<>(roadmapAnswers);
        this.entitlements = new ArrayList<>(entitlements);
        this.grants = new ArrayList<>(grants);
        this.papers = new ArrayList<>(papers);
    }

    static ConsultingCase open(
            String caseCode,
            String channel,
            String leadOrganisation,
            Applicant applicant,
            String need,
            String needCategory) {
        return new ConsultingCase(
                caseCode,
                null,
                ConsultingState.CLASSIFYING,
                channel,
                leadOrganisation,
                applicant,
                need,
                needCategory,
                null,
                null,
                null,
                Supplement.NONE,
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
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Takes what the rule, or a person where there is none, says of the size. */
    void classify(SizeRule rule) {
        requireState(ConsultingState.CLASSIFYING);
        size = rule.size();
        sizeCitation = rule.citation();
        sizeVerification = rule.verification();
        state = stateOf(rule);
    }

    /** In any state, for the last mail goes out when the case has ended. */
    void correctContactEmail(String email) {
        applicant = applicant.withContactEmail(email);
    }

    /** A large enterprise's case goes no further. */
    static ConsultingState stateOf(SizeRule rule) {
        return EnterpriseSize.LARGE.code().equals(rule.size())
                ? ConsultingState.CLASSIFYING
                : ConsultingState.VERIFYING;
    }

    void rejectLarge(String reason, LocalDate on) {
        requireState(ConsultingState.CLASSIFYING);
        end(ConsultingState.NOT_SME, reason, on);
    }

    void accept() {
        requireState(ConsultingState.VERIFYING);
        state = ConsultingState.ASSIGNING;
        supplement = supplement.checked();
    }

    void decline(String reason, LocalDate on) {
        requireState(ConsultingState.VERIFYING);
        end(ConsultingState.DECLINED, reason, on);
    }

    /** Asks the enterprise for more; the check goes on later with the working days it has left now. */
    void requestSupplement(String comment, int daysLeft) {
        requireState(ConsultingState.VERIFYING);
        supplement = supplement.asked(comment, daysLeft);
        state = ConsultingState.SUPPLEMENTING;
    }

    /** The answer has not come in time; it is still taken. */
    void suspend() {
        requireState(ConsultingState.SUPPLEMENTING);
        state = ConsultingState.SUSPENDED;
    }

    /** Takes the enterprise's answer, after which its size is determined anew. */
    void supplement(Applicant supplemented, String newNeed, String newCategory, String note) {
        requireState(ConsultingState.SUPPLEMENTING, ConsultingState.SUSPENDED);
        if (!supplemented.taxCode().equals(applicant.taxCode())) {
            throw ProblemException.invalid(
                    "taxCode",
                    "Mã số thuế: không đổi được; hồ sơ này của doanh nghiệp %s.".formatted(applicant.taxCode()));
        }
        applicant = supplemented;
        need = newNeed;
        needCategory = newCategory;
        supplement = supplement.answered(note);
        state = ConsultingState.CLASSIFYING;
    }

    /** Gives the case to the experts of an organisation, and to one of them if somebody fits. */
    void assign(ConsultantRule rule, String person) {
        requireState(ConsultingState.ASSIGNING);
        consultantOrganisation = rule.organisation();
        expertise = rule.expertise();
        consultant = person;
        state = ConsultingState.ASSESSING;
    }

    void assess(Stage stage, String version, Map<String, Integer> given, BigDecimal overall, String by, Instant at) {
        requireAssessing(stage);
        if (assessment(stage).isPresent()) {
            throw ProblemException.conflict("Hồ sơ %s đã có kết quả đánh giá này.".formatted(caseCode));
        }
        if (stage == Stage.BEFORE) {
            frameworkVersion = version;
            consultant = by;
        }
        new TreeMap<>(given).forEach((question, value) -> answers.add(new Answer(stage, question, value)));
        assessments.add(new Assessment(stage, overall, null, null, null, null, by, at));
    }

    /** Takes what the rule, or a person where there is none, says of the level reached. */
    void level(Stage stage, LevelRule rule) {
        requireAssessing(stage);
        Assessment assessed = assessment(stage)
                .orElseThrow(
                        () -> ProblemException.conflict("Hồ sơ %s chưa có kết quả đánh giá này.".formatted(caseCode)));
        assessments.set(assessments.indexOf(assessed), assessed.at(rule));
        state = stage == Stage.BEFORE ? ConsultingState.PLANNING : ConsultingState.CLOSING;
    }

    void plan(List<RoadmapStep> planned) {
        requireState(ConsultingState.PLANNING);
        steps.clear();
        steps.addAll(planned);
        roadmapVersion++;
        state = ConsultingState.CONFIRMING;
    }

    /** Takes the enterprise's answer to the current roadmap. */
    void answerRoadmap(RoadmapAnswer answer, LocalDate on) {
        requireState(ConsultingState.CONFIRMING);
        if (answer.version() != roadmapVersion) {
            throw ProblemException.conflict("Lộ trình của hồ sơ %s đang ở phiên bản %d, không phải %d."
                    .formatted(caseCode, roadmapVersion, answer.version()));
        }
        switch (answer.decision()) {
            case "agree" -> state = ConsultingState.DECIDING_SUPPORT;
            case "changes" -> state = ConsultingState.PLANNING;
            case "decline" -> end(ConsultingState.ROADMAP_DECLINED, answer.comment(), on);
            default -> throw ProblemException.invalid("roadmapDecision", "Trả lời về lộ trình: không có lựa chọn này.");
        }
        roadmapAnswers.add(answer);
    }

    /** Notes what is due for a kind of support; the next word on the same kind replaces the one before. */
    void entitle(Entitlement entitlement) {
        requireState(ConsultingState.DECIDING_SUPPORT);
        entitlements.removeIf(known -> known.supportKind() == entitlement.supportKind());
        entitlements.add(entitlement);
    }

    /** @param onPaper whether the enterprise is sent a paper, which a clerk enters in the register first */
    void decideSupport(String decision, String comment, List<Grant> granted, String by, LocalDate on, boolean onPaper) {
        requireState(ConsultingState.DECIDING_SUPPORT);
        supportDecision = decision;
        supportComment = comment;
        supportDecidedOn = on;
        supportDecidedBy = by;
        grants.addAll(granted);
        state = onPaper ? ConsultingState.REGISTERING_DECISION : ConsultingState.CARRYING_OUT;
    }

    /** @param position of the step, from 0 */
    void carryOut(int position, String result, long actualCost, UUID evidence, String by, Instant at) {
        requireState(ConsultingState.CARRYING_OUT);
        if (position < 0 || position >= steps.size()) {
            throw ProblemException.notFound("Lộ trình của hồ sơ %s không có bước này.".formatted(caseCode));
        }
        RoadmapStep step = steps.get(position);
        if (step.doneAt() != null) {
            throw ProblemException.conflict("Bước “%s” đã hoàn thành.".formatted(step.title()));
        }
        steps.set(position, step.done(result, actualCost, evidence, by, at));
        if (steps.stream().allMatch(carried -> carried.doneAt() != null)) {
            state = ConsultingState.REASSESSING;
        }
    }

    /** @param registered whether a clerk enters the report in the register before it goes out, with which the case ends */
    void close(String note, int satisfied, LocalDate on, boolean registered) {
        requireState(ConsultingState.CLOSING);
        closingNote = note;
        satisfaction = satisfied;
        if (registered) {
            state = ConsultingState.REGISTERING_REPORT;
        } else {
            end(ConsultingState.CLOSED, null, on);
        }
    }

    /** The kind of paper that waits for its number; 409 if none does. */
    OutcomePaper.Kind paperToRegister() {
        requireState(ConsultingState.REGISTERING_DECISION, ConsultingState.REGISTERING_REPORT);
        return state == ConsultingState.REGISTERING_DECISION ? OutcomePaper.Kind.DECISION : OutcomePaper.Kind.REPORT;
    }

    /** 400 for a paper that would be older than the decision in it. */
    void requireDated(LocalDate on) {
        if (on.isBefore(supportDecidedOn)) {
            throw ProblemException.invalid("documentDate", "Ngày văn bản: không được trước ngày quyết định hỗ trợ.");
        }
    }

    /** Takes the paper that was waited for; with the report the case ends. */
    void register(OutcomePaper paper, LocalDate today) {
        requireState(
                paper.kind() == OutcomePaper.Kind.DECISION
                        ? ConsultingState.REGISTERING_DECISION
                        : ConsultingState.REGISTERING_REPORT);
        papers.add(paper);
        if (paper.kind() == OutcomePaper.Kind.DECISION) {
            state = ConsultingState.CARRYING_OUT;
        } else {
            end(ConsultingState.CLOSED, null, today);
        }
    }

    /** What was granted and not paid is free again for the enterprise's other cases. */
    void withdraw(String reason, LocalDate on) {
        requireWithdrawable();
        grants.replaceAll(Grant::release);
        end(ConsultingState.WITHDRAWN, reason, on);
    }

    private void end(ConsultingState how, String reason, LocalDate on) {
        state = how;
        endReason = reason;
        closedOn = on;
    }

    private void requireAssessing(Stage stage) {
        requireState(stage == Stage.BEFORE ? ConsultingState.ASSESSING : ConsultingState.REASSESSING);
    }

    static String title(String enterpriseName) {
        return "Tư vấn chuyển đổi số cho %s".formatted(enterpriseName);
    }

    /** As the register of cases has it. */
    public String title() {
        return title(applicant.enterpriseName());
    }

    /** What events tell of it. */
    ConsultingEvent.About about() {
        return new ConsultingEvent.About(
                caseCode,
                leadOrganisation,
                applicant,
                consultant,
                size == null ? null : "%s (%s)".formatted(EnterpriseSize.labelOf(size), sizeBasis()));
    }

    @Override
    public String caseCode() {
        return caseCode;
    }

    @Override
    public ConsultingState state() {
        return state;
    }

    public String channel() {
        return channel;
    }

    public String leadOrganisation() {
        return leadOrganisation;
    }

    public Applicant applicant() {
        return applicant;
    }

    /** In the enterprise's words. */
    public String need() {
        return need;
    }

    /** Code in the catalogue of needs. */
    public String needCategory() {
        return needCategory;
    }

    /** {@code micro}, {@code small}, {@code medium}, {@code large}, or null while it is not determined. */
    public String size() {
        return size;
    }

    public String sizeCitation() {
        return sizeCitation;
    }

    /** Null where a person determined the size. */
    public Verification sizeVerification() {
        return sizeVerification;
    }

    /** What the size rests on, for papers and mails. */
    String sizeBasis() {
        return Verification.cited(sizeCitation, sizeVerification);
    }

    /** What the enterprise was asked to add. */
    public Supplement supplement() {
        return supplement;
    }

    public String consultantOrganisation() {
        return consultantOrganisation;
    }

    public String expertise() {
        return expertise;
    }

    /** User id, or null while nobody has the case. */
    public String consultant() {
        return consultant;
    }

    /** The framework both assessments use, or null before the first. */
    public String frameworkVersion() {
        return frameworkVersion;
    }

    /** 0 before the first roadmap. */
    public int roadmapVersion() {
        return roadmapVersion;
    }

    /** {@code grant}, {@code refuse}, {@code none}, or null while it is not decided. */
    public String supportDecision() {
        return supportDecision;
    }

    public String supportComment() {
        return supportComment;
    }

    public LocalDate supportDecidedOn() {
        return supportDecidedOn;
    }

    /** User id; null also for a decision of before this was kept. */
    public String supportDecidedBy() {
        return supportDecidedBy;
    }

    /** 1 to 5, or null. */
    public Integer satisfaction() {
        return satisfaction;
    }

    public String closingNote() {
        return closingNote;
    }

    /** Why the case ended without a result, or null. */
    public String endReason() {
        return endReason;
    }

    public LocalDate closedOn() {
        return closedOn;
    }

    public Optional<Assessment> assessment(Stage stage) {
        return assessments.stream()
                .filter(assessment -> assessment.stage() == stage)
                .findFirst();
    }

    /** Question → 0 to 5; empty before the assessment. */
    public Map<String, Integer> answers(Stage stage) {
        return answers.stream()
                .filter(answer -> answer.stage() == stage)
                .collect(Collectors.toMap(Answer::question, Answer::value));
    }

    public List<RoadmapStep> steps() {
        return List.copyOf(steps);
    }

    public List<RoadmapAnswer> roadmapAnswers() {
        return List.copyOf(roadmapAnswers);
    }

    /** The kinds of support the roadmap asks for, each once, in the order of the steps. */
    public List<SupportKind> supportKinds() {
        return steps.stream()
                .map(RoadmapStep::supportKind)
                .filter(kind -> kind != SupportKind.NONE)
                .distinct()
                .toList();
    }

    public List<Entitlement> entitlements() {
        return List.copyOf(entitlements);
    }

    public List<Grant> grants() {
        return List.copyOf(grants);
    }

    /** What went out, oldest first. */
    public List<OutcomePaper> papers() {
        return List.copyOf(papers);
    }

    /** Sum of the estimated costs of the steps of this kind, in VND. */
    long eligibleCost(SupportKind kind) {
        return ofKind(kind).mapToLong(RoadmapStep::cost).sum();
    }

    /** In VND. */
    public long totalCost() {
        return steps.stream().mapToLong(RoadmapStep::cost).sum();
    }

    private Stream<RoadmapStep> ofKind(SupportKind kind) {
        return steps.stream().filter(step -> step.supportKind() == kind);
    }
}
