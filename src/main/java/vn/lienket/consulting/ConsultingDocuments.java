package vn.lienket.consulting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Dossiers;
import vn.lienket.document.PdfTemplates;
import vn.lienket.enterprise.EnterpriseSize;
import vn.lienket.maturity.Pillar;
import vn.lienket.maturity.Scores;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.rule.Verification;

/** The documents of a case as PDF, made from their templates. */
@Component
class ConsultingDocuments {

    private final PdfTemplates templates;
    private final AssessmentService assessments;
    private final SupportService support;
    private final Dossiers dossiers;
    private final PageLinks pageLinks;
    private final Parties parties;
    private final Clock clock;

    ConsultingDocuments(
            PdfTemplates templates,
            AssessmentService assessments,
            SupportService support,
            Dossiers dossiers,
            PageLinks pageLinks,
            Parties parties,
            Clock clock) {
        this.templates = templates;
        this.assessments = assessments;
        this.support = support;
        this.dossiers = dossiers;
        this.pageLinks = pageLinks;
        this.parties = parties;
        this.clock = clock;
    }

    /** The current roadmap, with the support it could get if it were decided today. */
    byte[] roadmap(ConsultingCase found, SupportRules rules) {
        Map<String, String> pillars = pillars(found);
        RoadmapDocument document = new RoadmapDocument(
                found.caseCode(),
                found.roadmapVersion(),
                LocalDate.now(clock),
                organisation(found.leadOrganisation()),
                parties.personName(found.consultant()),
                organisation(found.consultantOrganisation()).name(),
                enterprise(found),
                maturity(found),
                found.steps().stream()
                        .map(step -> new RoadmapDocument.Step(
                                step.title(),
                                pillars.get(step.pillar()),
                                step.solution(),
                                step.cost(),
                                step.supportKind().label(),
                                step.dueInWorkingDays()))
                        .toList(),
                support.preview(found, rules).lines().stream()
                        .map(line -> new SupportLine(
                                line.supportKindName(),
                                line.eligibleCost(),
                                line.rate(),
                                line.cap(),
                                line.grantedBefore(),
                                line.amount(),
                                Verification.cited(line.citation(), line.verification())))
                        .toList());
        return templates.render("consulting/roadmap", Map.of("roadmap", document, "lookup", lookup(found)));
    }

    /** A paper to the enterprise; for the report the case has been reassessed. */
    byte[] paper(ConsultingCase found, OutcomePaper.Kind kind, PaperHead head) {
        return switch (kind) {
            case DECISION -> decision(found, head);
            case REPORT -> report(found, head);
        };
    }

    private byte[] decision(ConsultingCase found, PaperHead head) {
        DecisionDocument document = new DecisionDocument(
                found.caseCode(),
                head,
                organisation(found.leadOrganisation()),
                enterprise(found),
                found.roadmapVersion(),
                found.supportDecidedOn(),
                found.supportComment(),
                found.grants().stream().map(ConsultingDocuments::line).toList(),
                found.grants().stream().map(Grant::basis).distinct().toList());
        return templates.render("consulting/decision", Map.of("decision", document, "lookup", lookup(found)));
    }

    private byte[] report(ConsultingCase found, PaperHead head) {
        Map<String, String> pillars = pillars(found);
        ReportDocument document = new ReportDocument(
                found.caseCode(),
                head,
                LocalDate.ofInstant(
                        dossiers.find(found.caseCode()).orElseThrow().openedAt(), clock.getZone()),
                LocalDate.now(clock),
                organisation(found.leadOrganisation()),
                parties.personName(found.consultant()),
                organisation(found.consultantOrganisation()).name(),
                enterprise(found),
                maturity(found),
                found.steps().stream()
                        .map(step -> new ReportDocument.Step(
                                step.title(),
                                pillars.get(step.pillar()),
                                step.result(),
                                step.cost(),
                                step.actualCost()))
                        .toList(),
                support(found),
                found.satisfaction(),
                found.closingNote());
        return templates.render("consulting/report", Map.of("report", document, "lookup", lookup(found)));
    }

    private PaperLookup lookup(ConsultingCase found) {
        return PaperLookup.at(pageLinks.asking(found.caseCode()));
    }

    private static ReportDocument.Support support(ConsultingCase found) {
        Optional<OutcomePaper> paper = found.papers().stream()
                .filter(sent -> sent.kind() == OutcomePaper.Kind.DECISION)
                .findFirst();
        return new ReportDocument.Support(
                found.supportDecision(),
                paper.map(OutcomePaper::number).orElse(null),
                paper.map(OutcomePaper::datedOn).orElse(found.supportDecidedOn()),
                found.supportComment(),
                found.grants().stream().map(ConsultingDocuments::line).toList());
    }

    private static SupportLine line(Grant grant) {
        return new SupportLine(
                grant.supportKind().label(),
                grant.eligibleCost(),
                grant.rate(),
                grant.cap(),
                grant.grantedBefore(),
                grant.amount(),
                grant.basis());
    }

    private static EnterpriseFacts enterprise(ConsultingCase found) {
        return new EnterpriseFacts(
                found.applicant(), EnterpriseSize.labelOf(found.size()), found.sizeBasis(), found.need());
    }

    private MaturityResult maturity(ConsultingCase found) {
        Scores before = assessments.scores(found, Stage.BEFORE).orElseThrow();
        return new MaturityResult(
                assessments.frameworkOf(found),
                before,
                levelName(found, Stage.BEFORE),
                assessments.scores(found, Stage.AFTER).orElse(null),
                levelName(found, Stage.AFTER));
    }

    private static String levelName(ConsultingCase found, Stage stage) {
        return found.assessment(stage).map(Assessment::levelName).orElse(null);
    }

    private Map<String, String> pillars(ConsultingCase found) {
        List<Pillar> pillars = assessments.frameworkOf(found).pillars();
        return pillars.stream().collect(Collectors.toMap(Pillar::id, Pillar::name));
    }

    private Organisation organisation(String id) {
        return parties.acting(id).orElseThrow();
    }
}
