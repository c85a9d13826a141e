package vn.lienket.programme.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.AgreementState;
import vn.lienket.cases.web.CaseHeaders;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Parties;
import vn.lienket.programme.Activity;
import vn.lienket.programme.ActivityIndicator;
import vn.lienket.programme.ActivityService;
import vn.lienket.programme.ActivityTerms;
import vn.lienket.programme.IndicatorValue;
import vn.lienket.programme.WorkItem;
import vn.lienket.programme.WorkResult;

/** Puts together what {@link ActivityView} shows of an activity. */
@Component
class ActivityViews {

    private final ActivityService activities;
    private final AgreementService agreements;
    private final CooperationFields cooperationFields;
    private final CaseHeaders headers;
    private final Parties parties;

    ActivityViews(
            ActivityService activities,
            AgreementService agreements,
            CooperationFields cooperationFields,
            CaseHeaders headers,
            Parties parties) {
        this.activities = activities;
        this.agreements = agreements;
        this.cooperationFields = cooperationFields;
        this.headers = headers;
        this.parties = parties;
    }

    ActivityView of(Activity found) {
        ActivityTerms terms = found.terms();
        Agreement agreement = agreements.find(terms.agreement()).orElseThrow();
        boolean ended = agreement.state() == AgreementState.TERMINATED;
        return new ActivityView(
                headers.of(found),
                terms.agreement(),
                agreement.title(),
                ended ? agreement.endedOn() : null,
                ended ? agreement.endReason() : null,
                terms.cooperationField(),
                cooperationFields
                        .find(terms.cooperationField())
                        .map(CooperationField::name)
                        .orElse(terms.cooperationField()),
                parties.organisationName(terms.leadOrganisation()),
                terms.partnerOrganisation(),
                parties.organisationName(terms.partnerOrganisation()),
                terms.startDate(),
                terms.endDate(),
                terms.startDate().getYear(),
                found.plan().version(),
                found.plan().note(),
                found.plan().opinions().stream()
                        .map(opinion -> new ActivityView.PlanOpinionView(
                                opinion.version(),
                                opinion.positive(),
                                opinion.comment(),
                                opinion.author(),
                                parties.personName(opinion.author()),
                                opinion.givenAt()))
                        .toList(),
                found.agreedOn(),
                found.plan().round(),
                IntStream.rangeClosed(1, found.plan().items().size())
                        .mapToObj(position -> item(found, position))
                        .toList(),
                found.progress().stream()
                        .map(report -> new ActivityView.ProgressView(
                                report.percent(),
                                report.note(),
                                report.reportedOn(),
                                report.author(),
                                parties.personName(report.author())))
                        .toList(),
                indicator(found.indicator(), activities.values(found.caseCode())),
                found.confirmations().stream()
                        .map(given -> new ActivityView.ConfirmationView(
                                given.round(),
                                given.positive(),
                                given.comment(),
                                given.reworkItems(),
                                given.author(),
                                parties.personName(given.author()),
                                given.givenAt()))
                        .toList(),
                found.continuations().stream()
                        .map(decision -> new ActivityView.ContinuationView(
                                decision.goesOn() ? "continue" : "stop",
                                decision.comment(),
                                decision.author(),
                                parties.personName(decision.author()),
                                decision.decidedAt()))
                        .toList(),
                found.endReason(),
                found.closedOn());
    }

    private ActivityView.ItemView item(Activity found, int position) {
        WorkItem item = found.plan().item(position);
        List<WorkResult> results = found.plan().resultsOf(position);
        Optional<WorkResult> last = results.stream().reduce((earlier, later) -> later);
        String state = item.done()
                ? "done"
                : !results.isEmpty() ? "rework" : found.plan().round() > 0 ? "open" : "planned";
        return new ActivityView.ItemView(
                position,
                item.title(),
                item.organisation(),
                parties.organisationName(item.organisation()),
                item.role().id(),
                item.role().label(),
                item.dueInWorkingDays(),
                state,
                switch (state) {
                    case "done" -> "Đã xong";
                    case "rework" -> "Làm lại";
                    case "open" -> "Đang làm";
                    default -> "Chưa giao";
                },
                last.map(WorkResult::result).orElse(null),
                last.map(WorkResult::round).orElse(0),
                last.map(WorkResult::document).orElse(null),
                last.map(WorkResult::author).orElse(null),
                parties.personName(last.map(WorkResult::author).orElse(null)),
                last.map(WorkResult::doneAt).orElse(null),
                results.stream()
                        .map(result -> new ActivityView.ResultView(
                                result.round(),
                                result.result(),
                                result.document(),
                                result.author(),
                                parties.personName(result.author()),
                                result.doneAt()))
                        .toList());
    }

    private ActivityView.IndicatorView indicator(ActivityIndicator indicator, List<IndicatorValue> values) {
        Optional<BigDecimal> newest = IndicatorValue.newest(values).map(IndicatorValue::value);
        return new ActivityView.IndicatorView(
                indicator.name(),
                indicator.unit(),
                indicator.kind().code(),
                indicator.kind().label(),
                indicator.direction().code(),
                indicator.direction().label(),
                plain(indicator.target()),
                plain(indicator.baseline()),
                indicator.baselineDate(),
                indicator.baselineSource(),
                indicator.baselineDoubt(),
                newest.map(indicator::reached).orElse(null),
                values.stream().map(this::value).toList());
    }

    ActivityView.ValueView value(IndicatorValue value) {
        return new ActivityView.ValueView(
                value.id(),
                plain(value.value()),
                value.measuredOn(),
                value.enteredBy(),
                parties.personName(value.enteredBy()),
                value.enteredAt(),
                value.document(),
                value.replaced(),
                value.reason());
    }

    /** Without the noughts behind the comma that the database adds: 19, not 19.00. */
    static BigDecimal plain(BigDecimal number) {
        return number == null || number.scale() <= 0 ? number : stripped(number.stripTrailingZeros());
    }

    private static BigDecimal stripped(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
