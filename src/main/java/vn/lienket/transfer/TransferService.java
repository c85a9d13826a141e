package vn.lienket.transfer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.agreement.AgreementService;
import vn.lienket.assignment.Experts;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.calendar.Terms;
import vn.lienket.cases.Check;
import vn.lienket.cases.Dossiers;
import vn.lienket.cases.Supplements;
import vn.lienket.document.Documents;
import vn.lienket.party.Channel;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;
import vn.lienket.transfer.process.TransferModel;

/**
 * A transfer request from its start to the word on its feasibility. Each method is one step and runs in the transaction of the
 * engine's command; input comes unchecked from forms and is refused with a {@link ProblemException} that names the field.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TransferService {

    /** The word for transfer requests in the register of cases. */
    public static final String KIND = "transfer";

    static final String ATTACHMENT = "attachment";

    private final TransferCases cases;
    private final AgreementService agreements;
    private final CooperationFields cooperationFields;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Experts experts;
    private final Terms terms;
    private final Supplements supplements;
    private final Limits limits;
    private final Parties parties;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TransferService(
            TransferCases cases,
            AgreementService agreements,
            CooperationFields cooperationFields,
            Dossiers dossiers,
            Documents documents,
            Experts experts,
            Terms terms,
            Supplements supplements,
            Limits limits,
            Parties parties,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.agreements = agreements;
        this.cooperationFields = cooperationFields;
        this.dossiers = dossiers;
        this.documents = documents;
        this.experts = experts;
        this.terms = terms;
        this.supplements = supplements;
        this.limits = limits;
        this.parties = parties;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a request in status 1 for the requesting organisation, by one of its own people. */
    public TransferCase open(TransferRequest request) {
        TransferTerms terms = check(request);
        requireMayOpen(terms);
        String code = dossiers.open(
                KIND,
                terms.title(),
                terms.channel(),
                terms.requestingOrganisation(),
                "",
                terms.need().category());
        TransferCase opened = cases.save(TransferCase.open(code, terms));
        attach(opened, terms);
        events.publishEvent(new TransferEvent.Opened(opened.about()));
        return opened;
    }

    /**
     * Takes the receiving organisation's decision: {@code accept} (status 2), {@code supplement} (status 5, the clock stops) or
     * {@code decline} (status 3); a comment is needed for the last two.
     *
     * @param due when the check was due, which tells how many working days it has left after a supplement
     */
    public TransferCase check(String caseCode, String decision, String comment, Instant due) {
        Check check = Check.of("requestDecision", decision, "requestComment", comment);
        TransferCase found = cases.require(caseCode);
        switch (check.decision()) {
            case ACCEPT -> found.accept();
            case SUPPLEMENT -> {
                Supplements.Asked asked =
                        supplements.ask(caseCode, found.providingOrganisation(), found.requestingOrganisation(), due);
                found.requestSupplement(check.comment(), asked.daysLeft());
                events.publishEvent(new TransferEvent.SupplementRequested(found.about(), check.comment(), asked));
            }
            case DECLINE -> {
                found.decline(check.comment(), today());
                events.publishEvent(new TransferEvent.Declined(found.about(), check.comment()));
            }
        }
        return cases.save(found);
    }

    /** The requester has not answered in time: status 8 until it does. */
    public void suspend(String caseCode) {
        TransferCase found = cases.require(caseCode);
        found.suspend();
        cases.save(found);
        events.publishEvent(
                new TransferEvent.Suspended(found.about(), found.supplement().request(), supplements.round(caseCode)));
    }

    /** Takes the requester's answer, also a late one: the clock runs again and the request goes back to the check. */
    public TransferCase supplement(String caseCode, TransferRequest changes, String note) {
        String said = Answers.requiredText("supplementNote", note);
        TransferCase found = cases.require(caseCode);
        TransferTerms terms = check(changes.over(found.terms()));
        found.supplement(terms, said);
        attach(found, terms);
        dossiers.rename(caseCode, found.title());
        supplements.end(caseCode);
        return cases.save(found);
    }

    /** Working days the check has: what a supplement left of them, else the usual term. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public int checkDays(String caseCode) {
        Integer left = cases.findByCaseCode(caseCode).orElseThrow().supplement().daysLeft();
        return left == null ? terms.days(TransferModel.TASK_CHECK) : left;
    }

    /**
     * Gives the assessment to one to three present experts of the provider with the expertise the rule asks for, the least loaded
     * first; if nobody fits, it waits in their group and the leader is told. Without a rule nothing changes.
     */
    public TransferCase route(String caseCode, Optional<RouteRule> rule) {
        TransferCase found = cases.require(caseCode);
        if (rule.isEmpty()) {
            return found;
        }
        List<String> chosen = experts
                .leastLoaded(
                        TransferModel.PROCESS,
                        rule.get().provider(),
                        rule.get().expertise(),
                        (int) limits.of(Limit.EXPERTS),
                        Set.of())
                .stream()
                .map(Person::id)
                .toList();
        found.route(rule.get(), chosen);
        if (chosen.isEmpty()) {
            events.publishEvent(
                    new TransferEvent.NobodyFits(found.about(), rule.get().expertise()));
        }
        return cases.save(found);
    }

    /** A leader of the provider names the expertise where there is no rule. */
    public TransferCase routeByHand(String caseCode, String chosenExpertise, Object days, String basis) {
        TransferCase found = cases.require(caseCode);
        return route(
                caseCode,
                Optional.of(new RouteRule(
                        found.providingOrganisation(),
                        Answers.requiredText("chosenExpertise", chosenExpertise),
                        (int) Answers.wholeNumber("daysAllowed", days, 1, limits.of(Limit.WORKING_DAYS)),
                        Answers.requiredText("routeBasis", basis),
                        null)));
    }

    /**
     * An expert is away: his substitute, or else the least loaded other one with the expertise, takes the assessment that he has not
     * given. Nobody assesses twice; empty if there is nobody else.
     *
     * @param substitute user id, or null
     */
    public Optional<String> replaceExpert(String caseCode, int position, String substitute) {
        TransferCase found = cases.require(caseCode);
        List<String> taken =
                found.assessments().stream().map(TransferAssessment::expert).toList();
        Optional<String> other = Optional.ofNullable(substitute)
                .filter(id -> !taken.contains(id))
                .or(() -> experts
                        .leastLoaded(
                                TransferModel.PROCESS,
                                found.providingOrganisation(),
                                found.routing().expertise(),
                                1,
                                taken)
                        .stream()
                        .map(Person::id)
                        .findFirst());
        other.ifPresent(id -> found.replaceExpert(position, id));
        cases.save(found);
        return other;
    }

    /**
     * Takes one expert's assessment.
     *
     * @param position of the assessment, from 0
     */
    public void assess(String caseCode, int position, String feasibility, Object effortDays, String note) {
        Feasibility how = feasibility("feasibility", feasibility);
        int effort = (int) Answers.wholeNumber("effortDays", effortDays, 0, limits.of(Limit.EFFORT_DAYS));
        String text = how == Feasibility.FEASIBLE
                ? Answers.optionalText("assessmentNote", note)
                : Answers.requiredText("assessmentNote", note);
        TransferCase found = cases.require(caseCode);
        found.assess(position, currentUser.actor(), how, effort, text, clock.instant());
        cases.save(found);
    }

    /** Counts the assessments; where no word has most votes the leader must decide. An infeasible request ends. */
    public TransferCase concludeAssessment(String caseCode) {
        TransferCase found = cases.require(caseCode);
        found.concludeAssessment().ifPresent(outcome -> endIfInfeasible(found, outcome));
        return cases.save(found);
    }

    /** The provider's leader decides where the experts are divided. */
    public TransferCase decideFeasibility(String caseCode, String decision, String comment) {
        Feasibility how = feasibility("feasibilityDecision", decision);
        String text = Answers.requiredText("feasibilityComment", comment);
        TransferCase found = cases.require(caseCode);
        found.decideFeasibility(how, text);
        endIfInfeasible(found, how);
        return cases.save(found);
    }

    /** Withdraws the request in any state before it has ended. */
    public void withdraw(String caseCode, String reason) {
        String text = Answers.requiredText("withdrawalReason", reason);
        TransferCase found = cases.require(caseCode);
        found.withdraw(text, today());
        supplements.end(caseCode);
        cases.save(found);
        events.publishEvent(
                new TransferEvent.Withdrawn(found.about(), text, found.plan().items()));
    }

    /** Reads a request without holding it; the caller sees to who may see it. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<TransferCase> find(String caseCode) {
        return cases.findByCaseCode(caseCode);
    }

    /** How the transfers of each provider were evaluated in each category, in these channels. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<ProviderScore> scores(List<String> channels) {
        return channels.isEmpty() ? List.of() : cases.scores(channels);
    }

    private void endIfInfeasible(TransferCase found, Feasibility outcome) {
        if (outcome == Feasibility.INFEASIBLE) {
            found.endInfeasible("Bên cung cấp đánh giá yêu cầu không khả thi.", today());
            events.publishEvent(
                    new TransferEvent.Infeasible(found.about(), found.endReason(), found.feasibilityComment()));
        }
    }

    private static Feasibility feasibility(String field, String code) {
        return Feasibility.of(Answers.stripped(code))
                .orElseThrow(() -> ProblemException.invalid(field, "Mức khả thi: hãy chọn một phương án."));
    }

    private TransferTerms check(TransferRequest request) {
        FieldProblems problems = new FieldProblems();
        Optional<Channel> channel = parties.channel(Answers.stripped(request.channel()));
        problems.check(channel.isPresent(), "channel", "Kênh hợp tác: hãy chọn một kênh.");
        boolean party = channel.filter(
                        known -> known.parties().contains(Answers.stripped(request.requestingOrganisation())))
                .isPresent();
        problems.check(
                channel.isEmpty() || party,
                "requestingOrganisation",
                "Đơn vị yêu cầu: không phải một bên của kênh hợp tác này.");
        Optional<CooperationField> field = cooperationFields.find(Answers.stripped(request.category()));
        problems.check(field.isPresent(), "category", "Lĩnh vực chuyển giao: không có trong danh mục.");
        String title = request.checkTitle(problems, limits.of(Limit.TITLE));
        TransferNeed need =
                request.checkNeed(problems, field.map(CooperationField::code).orElse(null), today());
        requireAgreed(channel.get(), field.get());
        String provider = channel.get().parties().stream()
                .filter(id -> !id.equals(request.requestingOrganisation()))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("channel", Sentences.ONE_PARTY));
        UUID attachment = Answers.blank(request.attachmentDocumentId())
                ? null
                : documents
                        .require(
                                "attachmentDocumentId",
                                request.attachmentDocumentId(),
                                channel.get().id())
                        .id();
        return new TransferTerms(
                request.requestingOrganisation(), provider, channel.get().id(), title, need.withAttachment(attachment));
    }

    private void requireAgreed(Channel channel, CooperationField field) {
        if (agreements.inForce(channel.id(), field.code()).isEmpty()) {
            throw ProblemException.invalid(
                    "category",
                    ("Lĩnh vực chuyển giao: kênh “%s” chưa có thỏa thuận nào đang có hiệu lực về “%s”. Cần một thỏa thuận hợp tác"
                                    + " giữa các bên của kênh có lĩnh vực này trước khi yêu cầu chuyển giao.")
                            .formatted(channel.name(), field.name()));
        }
    }

    private void requireMayOpen(TransferTerms terms) {
        currentUser.find().ifPresent(user -> {
            user.requireChannel(terms.channel());
            if (!user.administrator() && !user.actsFor(terms.requestingOrganisation())) {
                throw ProblemException.forbidden("Bạn chỉ được gửi yêu cầu của đơn vị mình.");
            }
        });
    }

    private void attach(TransferCase found, TransferTerms terms) {
        if (terms.need().attachmentDocumentId() != null) {
            documents.attach(
                    found.caseCode(), found.channel(), ATTACHMENT, terms.need().attachmentDocumentId());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
