package vn.lienket.consulting.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseClocks;
import vn.lienket.cases.web.CaseHeaders;
import vn.lienket.consulting.Assessment;
import vn.lienket.consulting.AssessmentService;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingNeed;
import vn.lienket.consulting.ConsultingNeeds;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.consulting.Grant;
import vn.lienket.consulting.OutcomePaper;
import vn.lienket.consulting.RoadmapAnswer;
import vn.lienket.consulting.RoadmapStep;
import vn.lienket.consulting.Stage;
import vn.lienket.consulting.web.ConsultingView.GainView;
import vn.lienket.consulting.web.ConsultingView.PillarView;
import vn.lienket.enterprise.EnterpriseSize;
import vn.lienket.maturity.Pillar;
import vn.lienket.maturity.Scores;
import vn.lienket.notification.RefusedMails;
import vn.lienket.party.Parties;

/** Puts together what {@link ConsultingView} shows of a case. */
@Component
class ConsultingViews {

    private final ConsultingService consulting;
    private final AssessmentService assessments;
    private final ConsultingNeeds needs;
    private final CaseHeaders headers;
    private final CaseClocks clocks;
    private final RefusedMails refusedMails;
    private final Parties parties;

    ConsultingViews(
            ConsultingService consulting,
            AssessmentService assessments,
            ConsultingNeeds needs,
            CaseHeaders headers,
            CaseClocks clocks,
            RefusedMails refusedMails,
            Parties parties) {
        this.consulting = consulting;
        this.assessments = assessments;
        this.needs = needs;
        this.headers = headers;
        this.clocks = clocks;
        this.refusedMails = refusedMails;
        this.parties = parties;
    }

    ConsultingView of(ConsultingCase found) {
        String caseCode = found.caseCode();
        Map<String, String> pillars =
                assessments.frameworkOf(found).pillars().stream().collect(Collectors.toMap(Pillar::id, Pillar::name));
        return new ConsultingView(
                headers.of(found),
                new ConsultingView.EnterpriseView(
                        found.applicant(), found.applicant().sectorName()),
                found.need(),
                found.needCategory(),
                needs.find(found.needCategory()).map(ConsultingNeed::name).orElse(null),
                found.size(),
                EnterpriseSize.labelOf(found.size()),
                found.sizeCitation(),
                found.sizeVerification(),
                found.supplement().request(),
                found.supplement().answer(),
                clocks.stops(caseCode),
                refusedMails.of(caseCode),
                found.consultantOrganisation(),
                parties.organisationName(found.consultantOrganisation()),
                found.expertise(),
                found.consultant(),
                parties.personName(found.consultant()),
                found.frameworkVersion(),
                Stream.of(Stage.values())
                        .flatMap(stage -> found.assessment(stage).stream())
                        .map(assessment -> assessment(found, assessment, pillars))
                        .toList(),
                gains(found, pillars),
                found.roadmapVersion(),
                IntStream.range(0, found.steps().size())
                        .mapToObj(position -> step(position, found.steps().get(position), pillars))
                        .toList(),
                found.totalCost(),
                found.roadmapAnswers().stream()
                        .map(answer -> new ConsultingView.AnswerView(
                                answer.version(),
                                answer.decision(),
                                answer.comment(),
                                answer.author(),
                                respondent(answer.author()),
                                answer.givenAt()))
                        .toList(),
                found.entitlements().stream()
                        .map(entitlement -> new ConsultingView.EntitlementView(
                                entitlement.supportKind().code(),
                                entitlement.supportKind().label(),
                                entitlement.known(),
                                entitlement.rate(),
                                entitlement.cap(),
                                entitlement.citation(),
                                entitlement.verification(),
                                entitlement.decidedBy()))
                        .toList(),
                found.supportDecision(),
                found.supportComment(),
                found.supportDecidedOn(),
                found.grants().stream().map(ConsultingViews::grant).toList(),
                found.grants().stream()
                        .filter(grant -> !grant.released())
                        .mapToLong(Grant::amount)
                        .sum(),
                found.papers().stream().map(this::paper).toList(),
                found.satisfaction(),
                found.closingNote(),
                found.endReason(),
                found.closedOn(),
                consulting.casesOf(found.applicant().taxCode()).stream()
                        .filter(code -> !code.equals(caseCode))
                        .toList());
    }

    private ConsultingView.AssessmentView assessment(
            ConsultingCase found, Assessment assessment, Map<String, String> pillars) {
        Scores scores = assessments.scores(found, assessment.stage()).orElseThrow();
        return new ConsultingView.AssessmentView(
                assessment.stage(),
                found.answers(assessment.stage()),
                scores.pillars().entrySet().stream()
                        .map(score -> new PillarView(score.getKey(), pillars.get(score.getKey()), score.getValue()))
                        .toList(),
                assessment.overall(),
                assessment.level(),
                assessment.levelName(),
                assessment.levelCitation(),
                assessment.levelVerification(),
                assessment.assessor(),
                parties.personName(assessment.assessor()),
                assessment.assessedAt());
    }

    private List<GainView> gains(ConsultingCase found, Map<String, String> pillars) {
        Optional<Scores> before = assessments.scores(found, Stage.BEFORE);
        Optional<Scores> after = assessments.scores(found, Stage.AFTER);
        if (after.isEmpty()) {
            return List.of();
        }
        List<GainView> gains = new ArrayList<>();
        after.get()
                .pillars()
                .forEach((pillar, score) -> gains.add(
                        gain(pillar, pillars.get(pillar), before.get().pillars().get(pillar), score)));
        gains.add(
                gain("overall", "Tổng hợp", before.get().overall(), after.get().overall()));
        return gains;
    }

    private static GainView gain(String id, String name, BigDecimal before, BigDecimal after) {
        return new GainView(id, name, before, after, after.subtract(before));
    }

    private ConsultingView.StepView step(int position, RoadmapStep step, Map<String, String> pillars) {
        return new ConsultingView.StepView(
                position,
                step.title(),
                step.pillar(),
                pillars.get(step.pillar()),
                step.solution(),
                step.cost(),
                step.dueInWorkingDays(),
                step.supportKind().code(),
                step.supportKind().label(),
                step.result(),
                step.actualCost(),
                step.evidence(),
                step.doneBy(),
                parties.personName(step.doneBy()),
                step.doneAt());
    }

    private static ConsultingView.GrantView grant(Grant grant) {
        return new ConsultingView.GrantView(
                grant.supportKind().code(),
                grant.supportKind().label(),
                grant.year(),
                grant.eligibleCost(),
                grant.rate(),
                grant.cap(),
                grant.grantedBefore(),
                grant.amount(),
                grant.citation(),
                grant.verification(),
                grant.released());
    }

    private ConsultingView.PaperView paper(OutcomePaper paper) {
        return new ConsultingView.PaperView(
                paper.kind().documentKind(),
                paper.number(),
                paper.datedOn(),
                paper.signer(),
                parties.personName(paper.signer()),
                paper.clerk(),
                parties.personName(paper.clerk()),
                paper.registeredAt(),
                paper.document());
    }

    private String respondent(String author) {
        return author.equals(RoadmapAnswer.ENTERPRISE) ? "Doanh nghiệp" : parties.personName(author);
    }
}
