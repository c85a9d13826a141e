package vn.lienket.transfer.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseClocks;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.Dossiers;
import vn.lienket.cases.process.OpenTasks;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.transfer.ContractClause;
import vn.lienket.transfer.ContractClauses;
import vn.lienket.transfer.Feasibility;
import vn.lienket.transfer.TransferAssessment;
import vn.lienket.transfer.TransferCase;
import vn.lienket.transfer.TransferItem;
import vn.lienket.transfer.TransferPlanService;

/** Puts together what {@link TransferView} shows of a request. */
@Component
class TransferViews {

    private final TransferPlanService plans;
    private final ContractClauses contractClauses;
    private final CooperationFields cooperationFields;
    private final Dossiers dossiers;
    private final Documents documents;
    private final OpenTasks openTasks;
    private final CaseClocks clocks;
    private final Parties parties;

    TransferViews(
            TransferPlanService plans,
            ContractClauses contractClauses,
            CooperationFields cooperationFields,
            Dossiers dossiers,
            Documents documents,
            OpenTasks openTasks,
            CaseClocks clocks,
            Parties parties) {
        this.plans = plans;
        this.contractClauses = contractClauses;
        this.cooperationFields = cooperationFields;
        this.dossiers = dossiers;
        this.documents = documents;
        this.openTasks = openTasks;
        this.clocks = clocks;
        this.parties = parties;
    }

    TransferView of(TransferCase found) {
        String caseCode = found.caseCode();
        Dossier dossier = dossiers.find(caseCode).orElseThrow();
        return new TransferView(
                caseCode,
                dossier.status().number(),
                dossier.status().label(),
                found.channel(),
                found.requestingOrganisation(),
                openTasks.of(caseCode),
                documents.of(caseCode).stream().map(TransferViews::document).toList(),
                found.title(),
                found.state(),
                found.state().label(),
                found.requestingOrganisation(),
                organisationName(found.requestingOrganisation()),
                found.providingOrganisation(),
                organisationName(found.providingOrganisation()),
                found.terms().category(),
                cooperationFields
                        .find(found.terms().category())
                        .map(CooperationField::name)
                        .orElse(found.terms().category()),
                found.terms().needDescription(),
                found.terms().neededBy(),
                found.terms().usesStateBudget(),
                found.terms().foreignParty(),
                found.terms().existingCertificate(),
                found.terms().attachment(),
                found.supplement().request(),
                found.supplement().answer(),
                clocks.stops(caseCode),
                found.routing().expertise(),
                found.routing().daysAllowed(),
                found.routing().citation(),
                found.routing().verification(),
                (int) found.assessments().stream()
                        .filter(assessment -> assessment.givenAt() == null)
                        .count(),
                assessments(found),
                found.feasibility(),
                feasibilityName(found.feasibility()),
                found.feasibilityComment(),
                found.leadExpert(),
                personName(found.leadExpert()),
                found.plan().version(),
                IntStream.range(0, found.plan().items().size())
                        .mapToObj(
                                position -> item(position, found.plan().items().get(position)))
                        .toList(),
                found.plan().clauses().stream()
                        .map(clause -> new TransferView.ClauseView(
                                clause.clause(),
                                contractClauses
                                        .find(clause.clause())
                                        .map(ContractClause::name)
                                        .orElse(clause.clause()),
                                clause.text()))
                        .toList(),
                found.plan().version() == 0
                        ? List.of()
                        : plans.missingClauses(found).stream()
                                .map(ContractClause::name)
                                .toList(),
                found.plan().opinions().stream()
                        .map(opinion -> new TransferView.OpinionView(
                                opinion.version(),
                                opinion.party(),
                                organisationName(opinion.party()),
                                opinion.positive(),
                                opinion.comment(),
                                opinion.author(),
                                personName(opinion.author()),
                                opinion.givenAt()))
                        .toList(),
                found.plan().contractDocument(),
                found.plan().contractNumber(),
                found.plan().contractedOn(),
                found.registration().compulsory(),
                found.registration().due(),
                found.registration().citation(),
                found.registration().verification(),
                found.registration().number(),
                found.registration().registeredOn(),
                found.delivery().round(),
                found.delivery().deliveries().stream()
                        .map(delivery -> new TransferView.DeliveryView(
                                delivery.item(),
                                delivery.round(),
                                delivery.note(),
                                delivery.document(),
                                delivery.attendees(),
                                delivery.expert(),
                                personName(delivery.expert()),
                                delivery.deliveredAt()))
                        .toList(),
                found.delivery().acceptances().stream()
                        .map(acceptance -> new TransferView.AcceptanceView(
                                acceptance.round(),
                                acceptance.positive(),
                                acceptance.comment(),
                                acceptance.defects(),
                                acceptance.author(),
                                personName(acceptance.author()),
                                acceptance.givenAt()))
                        .toList(),
                found.evaluation().score(),
                found.evaluation().comment(),
                found.evaluation().evaluatedOn(),
                found.endReason(),
                found.closedOn(),
                dossier.openedAt());
    }

    private List<TransferView.AssessmentView> assessments(TransferCase found) {
        List<TransferAssessment> all = found.assessments();
        return all.stream().allMatch(assessment -> assessment.givenAt() != null)
                ? all.stream().map(this::assessment).toList()
                : List.of();
    }

    private TransferView.AssessmentView assessment(TransferAssessment assessment) {
        return new TransferView.AssessmentView(
                assessment.expert(),
                personName(assessment.expert()),
                assessment.feasibility(),
                feasibilityName(assessment.feasibility()),
                assessment.effortDays(),
                assessment.note(),
                assessment.givenAt(),
                assessment.replaced());
    }

    private static TransferView.DocumentView document(CaseDocument document) {
        return new TransferView.DocumentView(
                document.id(), document.kind(), document.version(), document.sha256(), document.fileName());
    }

    private static TransferView.ItemView item(int position, TransferItem item) {
        return new TransferView.ItemView(
                position,
                position + 1,
                item.kind().code(),
                item.kind().label(),
                item.title(),
                item.dueInWorkingDays(),
                item.details(),
                item.accepted());
    }

    private static String feasibilityName(String code) {
        return code == null
                ? null
                : Feasibility.of(code).map(Feasibility::label).orElse(code);
    }

    private String personName(String id) {
        return name(id, parties::person, Person::name);
    }

    private String organisationName(String id) {
        return name(id, parties::organisation, Organisation::name);
    }

    private static <T> String name(String id, Function<String, Optional<T>> find, Function<T, String> name) {
        return id == null ? null : find.apply(id).map(name).orElse(id);
    }
}
