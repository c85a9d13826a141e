package vn.lienket.consulting;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.enterprise.Enterprises;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/**
 * Support from the budget. A cap is one of the enterprise and the calendar year, over all its cases: whoever decides holds the
 * enterprise until his transaction ends, so that two decisions at once cannot exceed it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SupportService {

    private final ConsultingCases cases;
    private final Enterprises enterprises;
    private final CurrentUser currentUser;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SupportService(
            ConsultingCases cases,
            Enterprises enterprises,
            CurrentUser currentUser,
            Limits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.enterprises = enterprises;
        this.currentUser = currentUser;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /** Notes what the rule gives for a kind of support; without a rule that it is for a person to decide. */
    public void entitle(String caseCode, SupportKind kind, Optional<SupportRule> rule) {
        ConsultingCase found = cases.require(caseCode);
        found.entitle(rule.map(known -> Entitlement.of(kind, known))
                .orElseGet(() -> new Entitlement(kind, null, null, null, null, null)));
        cases.save(found);
    }

    /** Whether a rule, or a person in its place, has said what is due for every kind of support. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public boolean entitlementsKnown(String caseCode) {
        return cases.findByCaseCode(caseCode).orElseThrow().entitlements().stream()
                .allMatch(Entitlement::known);
    }

    /**
     * A person says what is due where there is no rule.
     *
     * @param given one {@code {supportKind, rate, cap, citation}} for each kind without a rule; rate in percent, 0 to 100
     */
    public void determineEntitlements(String caseCode, List<Map<String, Object>> given) {
        ConsultingCase found = cases.require(caseCode);
        List<SupportKind> open = found.entitlements().stream()
                .filter(entitlement -> !entitlement.known())
                .map(Entitlement::supportKind)
                .toList();
        for (SupportKind kind : open) {
            Map<String, Object> answer = Objects.requireNonNullElse(given, List.<Map<String, Object>>of()).stream()
                    .filter(candidate -> kind.code().equals(candidate.get("supportKind")))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid(
                            "entitlements", "Mức hỗ trợ: chưa nhập cho “%s”.".formatted(kind.label())));
            long percent = Answers.wholeNumber(
                    "entitlements", "Tỷ lệ hỗ trợ (%%) cho “%s”".formatted(kind.label()), answer.get("rate"), 0, 100);
            found.entitle(new Entitlement(
                    kind,
                    BigDecimal.valueOf(percent, 2),
                    Answers.wholeNumber(
                            "entitlements",
                            "Mức trần (đồng) cho “%s”".formatted(kind.label()),
                            answer.get("cap"),
                            0,
                            limits.of(Limit.MONEY)),
                    Answers.requiredText(
                            "entitlements",
                            "Căn cứ cho “%s”".formatted(kind.label()),
                            Objects.toString(answer.get("citation"), null)),
                    null,
                    currentUser.actor()));
        }
        cases.save(found);
    }

    /**
     * Takes the leader's decision: {@code grant} what is due, {@code refuse} it (with a comment) or {@code none}, where nothing is
     * asked for or due. The enterprise is told of the first two by a paper, if the model of the case registers papers.
     *
     * @return whether a paper waits for its number
     */
    public boolean decide(String caseCode, String decision, String comment, boolean registersPapers) {
        String chosen = Answers.choice("supportDecision", decision, List.of("grant", "refuse", "none"));
        String text = chosen.equals("refuse")
                ? Answers.requiredText("supportComment", comment)
                : Answers.optionalText("supportComment", comment);
        ConsultingCase found = cases.require(caseCode);
        List<Grant> grants = chosen.equals("grant") ? grants(found) : List.of();
        if (chosen.equals("grant") && grants.stream().allMatch(grant -> grant.amount() == 0)) {
            throw ProblemException.invalid(
                    "supportDecision",
                    "Quyết định hỗ trợ: không có khoản nào được hỗ trợ, hãy chọn “Không có khoản hỗ trợ” hoặc “Từ chối”.");
        }
        boolean onPaper = registersPapers && !chosen.equals("none");
        found.decideSupport(chosen, text, grants, currentUser.actor(), LocalDate.now(clock), onPaper);
        cases.save(found);
        if (!onPaper) {
            events.publishEvent(ConsultingEvent.SupportDecided.of(found, null));
        }
        return onPaper;
    }

    /** What could be granted today for the case's roadmap. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public SupportPreview preview(ConsultingCase found, SupportRules rules) {
        return preview(
                found, found.steps().stream().map(SupportPreview.Cost::of).toList(), rules);
    }

    /** The same for these costs, which need not be the ones of the case's roadmap. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public SupportPreview preview(ConsultingCase found, List<SupportPreview.Cost> costs, SupportRules rules) {
        LocalDate today = LocalDate.now(clock);
        Map<SupportKind, Long> byKind = new EnumMap<>(SupportKind.class);
        costs.forEach(cost -> byKind.merge(cost.supportKind(), cost.amount(), Long::sum));
        List<SupportPreview.Line> lines = byKind.entrySet().stream()
                .filter(kind -> kind.getKey() != SupportKind.NONE)
                .map(kind ->
                        line(found, kind.getKey(), kind.getValue(), today, known(found, kind.getKey(), today, rules)))
                .toList();
        return new SupportPreview(
                byKind.values().stream().mapToLong(Long::longValue).sum(),
                lines,
                lines.stream().mapToLong(SupportPreview.Line::amount).sum());
    }

    /** What was noted for the case, which a person may have decided, else what the rules say. */
    private static Optional<Entitlement> known(
            ConsultingCase found, SupportKind kind, LocalDate today, SupportRules rules) {
        return found.entitlements().stream()
                .filter(entitlement -> entitlement.supportKind() == kind)
                .findFirst()
                .or(() -> rules.find(kind, found.size(), found.applicant().preferential(), today)
                        .map(rule -> Entitlement.of(kind, rule)))
                .filter(Entitlement::known);
    }

    private SupportPreview.Line line(
            ConsultingCase found, SupportKind kind, long cost, LocalDate today, Optional<Entitlement> entitlement) {
        long before = granted(found, kind, today);
        return entitlement
                .map(known -> Grant.of(found.applicant().taxCode(), today.getYear(), known, cost, before))
                .map(grant -> new SupportPreview.Line(
                        kind.code(),
                        kind.label(),
                        cost,
                        grant.rate(),
                        grant.cap(),
                        before,
                        grant.amount(),
                        grant.citation(),
                        grant.verification()))
                .orElseGet(() ->
                        new SupportPreview.Line(kind.code(), kind.label(), cost, null, null, before, 0, null, null));
    }

    private List<Grant> grants(ConsultingCase found) {
        String taxCode = found.applicant().taxCode();
        enterprises.lock(taxCode).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        return found.entitlements().stream()
                .map(entitlement -> Grant.of(
                        taxCode,
                        today.getYear(),
                        entitlement,
                        found.eligibleCost(entitlement.supportKind()),
                        granted(found, entitlement.supportKind(), today)))
                .toList();
    }

    private long granted(ConsultingCase found, SupportKind kind, LocalDate today) {
        return cases.granted(found.applicant().taxCode(), today.getYear(), kind.name());
    }
}
