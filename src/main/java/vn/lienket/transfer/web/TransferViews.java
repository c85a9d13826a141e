package vn.lienket.transfer.web;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.lienket.cases.CaseClocks;
import vn.lienket.cases.web.CaseHeaders;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Parties;
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
    private final CaseHeaders headers;
    private final CaseClocks clocks;
    private final Parties parties;

    TransferViews(
            TransferPlanService plans,
            ContractClauses contractClauses,
            CooperationFields cooperationFields,
            CaseHeaders headers,
            CaseClocks clocks,
            Parties parties) {
        this.plans = plans;
        this.contractClauses = contractClauses;
        this.cooperationFields = cooperationFields;
        this.headers = headers;
        this.clocks = clocks;
        this.parties = parties;
    }

    TransferView of(TransferCase found) {
        String caseCode = found.caseCode();
        return new TransferView(
                headers.of(found),
                found.requestingOrganisation(),
                parties.organisationName(found.requestingOrganisation()),
                found.providingOrganisation(),
                parties.organisationName(found.providingOrganisation()),
                found.need(),
                cooperationFields
                        .find(found.need().category())
                        .map(CooperationField::name)
                        .orElse(found.need().category()),
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
                parties.personName(found.leadExpert()),
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
                                parties.organisationName(opinion.party()),
                                opinion.positive(),
                                opinion.comment(),
                                opinion.author(),
                                parties.personName(opinion.author()),
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
                                parties.personName(delivery.expert()),
                                delivery.deliveredAt()))
                        .toList(),
                found.delivery().acceptances().stream()
                        .map(acceptance -> new TransferView.AcceptanceView(
                                acceptance.round(),
                                acceptance.positive(),
                                acceptance.comment(),
                                acceptance.defects(),
                                acceptance.author(),
                                parties.personName(acceptance.author()),
                                acceptance.givenAt()))
                        .toList(),
                found.evaluation().score(),
                found.evaluation().comment(),
                found.evaluation().evaluatedOn(),
                found.endReason(),
                found.closedOn());
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
                parties.personName(assessment.expert()),
                assessment.feasibility(),
                feasibilityName(assessment.feasibility()),
                assessment.effortDays(),
                assessment.note(),
                assessment.givenAt(),
                assessment.replaced());
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
}
