package vn.lienket.consulting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.assignment.Experts;
import vn.lienket.calendar.Terms;
import vn.lienket.cases.Check;
import vn.lienket.cases.Dossiers;
import vn.lienket.cases.StatusFollowsState;
import vn.lienket.cases.Supplements;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.enterprise.Enterprise;
import vn.lienket.enterprise.EnterpriseInput;
import vn.lienket.enterprise.EnterpriseSize;
import vn.lienket.enterprise.Enterprises;
import vn.lienket.notification.RefusedMails;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.MailAddress;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;
import vn.lienket.rule.Verification;

/**
 * Intake, assignment and end of consulting cases. Each method is one step and runs in the transaction of the engine's command; input
 * comes unchecked from forms and is refused with a {@link ProblemException} that names the field.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ConsultingService {

    /** The word for consulting cases in the register of cases. */
    public static final String KIND = "consulting";

    private static final List<String> SIZES =
            Arrays.stream(EnterpriseSize.values()).map(EnterpriseSize::code).toList();

    private final ConsultingCases cases;
    private final ConsultingNeeds needs;
    private final ConsultingProperties properties;
    private final Enterprises enterprises;
    private final Dossiers dossiers;
    private final StatusFollowsState statusFollowsState;
    private final Experts experts;
    private final Terms terms;
    private final Supplements supplements;
    private final Parties parties;
    private final RefusedMails refusedMails;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsultingService(
            ConsultingCases cases,
            ConsultingNeeds needs,
            ConsultingProperties properties,
            Enterprises enterprises,
            Dossiers dossiers,
            StatusFollowsState statusFollowsState,
            Experts experts,
            Terms terms,
            Supplements supplements,
            Parties parties,
            RefusedMails refusedMails,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.needs = needs;
        this.properties = properties;
        this.enterprises = enterprises;
        this.dossiers = dossiers;
        this.statusFollowsState = statusFollowsState;
        this.experts = experts;
        this.terms = terms;
        this.supplements = supplements;
        this.parties = parties;
        this.refusedMails = refusedMails;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case in status 1. The enterprise is taken from the registry, or entered there with the start fields. 409 with the code
     * of the first if it has an open case.
     */
    public ConsultingCase open(ConsultingRequest request) {
        requireMayOpen(request.channel());
        Need need = need(request.need(), request.needCategory());
        Enterprise enterprise = enterprise(request.enterprise());
        cases.findOpen(enterprise.taxCode()).ifPresent(first -> {
            throw ProblemException.conflict(
                    "Doanh nghiệp %s đang có hồ sơ tư vấn %s chưa kết thúc.".formatted(enterprise.taxCode(), first));
        });
        String lead = parties.actingFor(properties.leadOrganisation());
        String code = dossiers.open(
                KIND, ConsultingCase.title(enterprise.name()), request.channel(), lead, keywords(enterprise));
        ConsultingCase opened = cases.save(
                ConsultingCase.open(code, request.channel(), lead, Applicant.of(enterprise), need.text(), need.code()));
        events.publishEvent(new ConsultingEvent.Opened(opened.about(), opened.need()));
        return opened;
    }

    /** Takes what the rule says of the enterprise's size; without a rule nothing changes and a person determines it. */
    public void classify(String caseCode, Optional<SizeRule> rule) {
        rule.ifPresent(known -> {
            Verification verification = known.verification();
            if (!cases.classify(
                    caseCode,
                    known.size(),
                    known.citation(),
                    verification.mark(),
                    verification.reservation(),
                    ConsultingCase.stateOf(known))) {
                cases.require(caseCode).classify(known); // which says why not
            }
        });
    }

    /** A person determines the size where there is no rule. */
    public ConsultingCase determineSize(String caseCode, String size, String basis) {
        String chosen = Answers.choice("chosenSize", size, SIZES);
        String citation = Answers.requiredText("sizeBasis", basis);
        ConsultingCase found = cases.require(caseCode);
        found.classify(new SizeRule(chosen, citation, null));
        return cases.save(found);
    }

    /** A large enterprise is not what the support is for: status 3, and it is told why. */
    public void rejectLarge(String caseCode) {
        ConsultingCase found = cases.require(caseCode);
        found.rejectLarge(
                "Doanh nghiệp thuộc quy mô lớn, không phải doanh nghiệp nhỏ và vừa. Căn cứ: %s."
                        .formatted(found.sizeBasis()),
                today());
        cases.save(found);
        events.publishEvent(new ConsultingEvent.NotAccepted(found.about(), found.endReason()));
    }

    /**
     * Takes the officer's decision: {@code accept} (status 2), {@code supplement} (status 5, the clock stops) or {@code decline}
     * (status 3); a comment is needed for the last two.
     *
     * @param due when the check was due, which tells how many working days it has left after a supplement
     */
    public ConsultingCase verify(String caseCode, String decision, String comment, Instant due) {
        Check check = Check.of("verificationDecision", decision, "verificationComment", comment);
        ConsultingCase found = cases.require(caseCode);
        switch (check.decision()) {
            case ACCEPT -> {
                found.accept();
                events.publishEvent(new ConsultingEvent.Accepted(found.about()));
                return saveBeforeAssessment(found);
            }
            case SUPPLEMENT -> {
                Supplements.Asked asked =
                        supplements.ask(caseCode, found.leadOrganisation(), found.leadOrganisation(), due);
                found.requestSupplement(check.comment(), asked.daysLeft());
                events.publishEvent(new ConsultingEvent.SupplementRequested(found.about(), check.comment(), asked));
            }
            case DECLINE -> {
                found.decline(check.comment(), today());
                events.publishEvent(new ConsultingEvent.NotAccepted(found.about(), check.comment()));
            }
        }
        return cases.save(found);
    }

    /** The enterprise has not answered in time: status 8 until it does. */
    public void suspend(String caseCode) {
        ConsultingCase found = cases.require(caseCode);
        found.suspend();
        cases.save(found);
        events.publishEvent(new ConsultingEvent.Suspended(
                found.about(), found.supplement().request(), supplements.round(caseCode)));
    }

    /** Takes the enterprise's answer, also a late one: the clock runs again and the case goes back to the check. */
    public ConsultingCase supplement(
            String caseCode, EnterpriseInput input, String need, String needCategory, String note) {
        String said = Answers.requiredText("supplementNote", note);
        ConsultingCase found = cases.require(caseCode);
        Enterprise before = enterprises.lock(found.applicant().taxCode()).orElseThrow();
        Enterprise after = input.checkOver(before);
        Need stated = need(
                Answers.blank(need) ? found.need() : need,
                Answers.blank(needCategory) ? found.needCategory() : needCategory);
        String reachedAt = found.applicant().contactEmail();
        found.supplement(Applicant.of(after), stated.text(), stated.code(), said);
        enterprises.save(after, source(caseCode));
        if (!Objects.equals(reachedAt, after.contactEmail())) {
            events.publishEvent(new ConsultingEvent.ContactMoved(found.about(), supplements.round(caseCode)));
        }
        supplements.end(caseCode);
        dossiers.changeKeywords(caseCode, keywords(after));
        return cases.save(found);
    }

    /**
     * An officer gives another address than the one that the mail server refuses: the registry and the case have it from then on, and
     * the refused mails of the case go there.
     *
     * @throws ProblemException 403 for who is no officer of the organisation in charge, 409 if no mail is refused any more
     */
    @Transactional
    public void correctContactEmail(String caseCode, String contactEmail) {
        ConsultingCase found = cases.require(caseCode);
        if (!mayCorrect(found)) {
            throw ProblemException.forbidden("Địa chỉ thư của doanh nghiệp do chuyên viên của %s sửa."
                    .formatted(parties.organisationName(found.leadOrganisation())));
        }
        String email = Answers.requiredText("contactEmail", contactEmail);
        if (!MailAddress.FORM.matcher(email).matches()) {
            throw ProblemException.invalid(
                    "contactEmail",
                    "Thư điện tử liên hệ: không đúng dạng địa chỉ thư gửi đến được, như ten@congty.vn.");
        }
        Enterprise enterprise = enterprises.lock(found.applicant().taxCode()).orElseThrow();
        enterprises.save(enterprise.withContactEmail(email), source(caseCode));
        found.correctContactEmail(email);
        cases.save(found);
        refusedMails.redirect(caseCode, email);
    }

    /** Whether the signed-in user may correct the enterprise's address. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public boolean mayCorrect(ConsultingCase found) {
        return currentUser.require().has(found.leadOrganisation(), Role.OFFICER);
    }

    /** What the decisions ask of a case, in one statement; the case must exist. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public CaseFacts facts(String caseCode) {
        return cases.facts(caseCode, terms.days(ConsultingModel.TASK_VERIFY));
    }

    /**
     * Gives the case to the least loaded present expert with the expertise that the rule asks for; if nobody fits, it waits in their
     * group and the leader is told. Without a rule nothing changes and a person chooses.
     */
    public ConsultingCase assignConsultant(String caseCode, Optional<ConsultantRule> rule) {
        ConsultingCase found = cases.require(caseCode);
        if (rule.isEmpty()) {
            return found;
        }
        Optional<Person> expert = experts.leastLoaded(
                ConsultingModel.PROCESS, rule.get().organisation(), rule.get().expertise());
        found.assign(rule.get(), expert.map(Person::id).orElse(null));
        if (expert.isEmpty()) {
            events.publishEvent(new ConsultingEvent.NobodyFits(
                    found.about(), rule.get().organisation(), rule.get().expertise()));
        }
        return saveBeforeAssessment(found);
    }

    /** A leader chooses the consultant where there is no rule. */
    public ConsultingCase chooseConsultant(String caseCode, String personId) {
        ConsultingCase found = cases.require(caseCode);
        Person expert = parties.channel(found.channel()).orElseThrow().parties().stream()
                .flatMap(party -> parties.members(Role.EXPERT.groupOf(party)).stream())
                .filter(person -> person.id().equals(Answers.stripped(personId)))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "chosenConsultant", "Chuyên gia tư vấn: hãy chọn một chuyên gia trong kênh hợp tác."));
        found.assign(new ConsultantRule(expert.organisation(), null), expert.id());
        return cases.save(found);
    }

    /** Withdraws the case in any state before it has ended. */
    public void withdraw(String caseCode, String reason) {
        String text = Answers.requiredText("withdrawalReason", reason);
        ConsultingCase found = cases.require(caseCode);
        found.withdraw(text, today());
        supplements.end(caseCode);
        cases.save(found);
        events.publishEvent(new ConsultingEvent.Withdrawn(found.about(), text));
    }

    /** Reads a case without holding it; the caller sees to who may see it. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<ConsultingCase> find(String caseCode) {
        return cases.findByCaseCode(caseCode);
    }

    /** Code of the enterprise's open case. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<String> openCaseOf(String taxCode) {
        return cases.findOpen(taxCode);
    }

    /** Codes of all cases of an enterprise, ended ones too, oldest first. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<String> casesOf(String taxCode) {
        return cases.findCodes(taxCode);
    }

    private ConsultingCase saveBeforeAssessment(ConsultingCase held) {
        cases.saveBeforeAssessment(held);
        statusFollowsState.onAfterSave(held);
        return held;
    }

    /** A need that has been checked. */
    record Need(String text, String code) {}

    /** 400 for a need without words, or of a category that the catalogue does not have. */
    Need need(String text, String category) {
        String code = Answers.blank(category) ? ConsultingNeeds.OTHER : category.strip();
        if (needs.find(code).isEmpty()) {
            throw ProblemException.invalid("needCategory", "Nhóm nhu cầu: không có trong danh mục.");
        }
        return new Need(Answers.requiredText("need", text), code);
    }

    private Enterprise enterprise(EnterpriseInput input) {
        String taxCode = input.taxCode().value();
        cases.holdTaxCode(taxCode);
        return enterprises.find(taxCode).orElseGet(() -> enterprises.save(input.check(), source(null)));
    }

    /** The name too: the title keeps the one that the enterprise had when the case was opened. */
    private static String keywords(Enterprise enterprise) {
        return "%s %s".formatted(enterprise.taxCode(), enterprise.name());
    }

    /** 400 for a channel without the organisation that runs the consulting, 403 for a user who is not of both. */
    void requireMayOpen(String channel) {
        if (parties.channel(Objects.toString(channel, ""))
                .filter(known -> known.parties().contains(parties.actingFor(properties.leadOrganisation())))
                .isEmpty()) {
            throw ProblemException.invalid(
                    "channel", "Kênh hợp tác: không có kênh này, hoặc kênh không có đơn vị tư vấn.");
        }
        currentUser.find().ifPresent(user -> {
            user.requireChannel(channel);
            if (!user.administrator() && !user.actsFor(properties.leadOrganisation())) {
                throw ProblemException.forbidden(
                        "Hồ sơ tư vấn do %s mở.".formatted(parties.organisationName(properties.leadOrganisation())));
            }
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String source(String caseCode) {
        return caseCode == null ? "case" : "case:" + caseCode;
    }
}
