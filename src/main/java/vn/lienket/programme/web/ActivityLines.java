package vn.lienket.programme.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementActivities;
import vn.lienket.cases.process.OpenTasks;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Parties;
import vn.lienket.programme.ActivityLine;
import vn.lienket.programme.ActivityService;

/** The activities of an agreement as its page and its view list them. */
@Component
class ActivityLines implements AgreementActivities {

    private final ActivityService activities;
    private final OpenTasks openTasks;
    private final CooperationFields cooperationFields;
    private final Parties parties;
    private final Clock clock;

    ActivityLines(
            ActivityService activities,
            OpenTasks openTasks,
            CooperationFields cooperationFields,
            Parties parties,
            Clock clock) {
        this.activities = activities;
        this.openTasks = openTasks;
        this.cooperationFields = cooperationFields;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public List<Line> of(String agreement) {
        List<ActivityLine> lines = activities.ofAgreement(agreement);
        Map<String, OffsetDateTime> due = openTasks.nextDue(lines.stream()
                .filter(line -> line.closedOn() == null)
                .map(ActivityLine::caseCode)
                .toList());
        return lines.stream().map(line -> line(line, due.get(line.caseCode()))).toList();
    }

    private Line line(ActivityLine line, OffsetDateTime due) {
        BigDecimal value = line.latestValue();
        return new Line(
                line.caseCode(),
                line.title(),
                line.cooperationField(),
                cooperationFields
                        .find(line.cooperationField())
                        .map(CooperationField::name)
                        .orElse(line.cooperationField()),
                line.leadOrganisation(),
                parties.organisationName(line.leadOrganisation()),
                line.partnerOrganisation(),
                parties.organisationName(line.partnerOrganisation()),
                line.state().name(),
                line.state().label(),
                line.state().status().number(),
                line.startDate(),
                line.endDate(),
                line.items(),
                line.itemsDone(),
                line.percent(),
                due,
                due != null && due.toInstant().isBefore(clock.instant()),
                line.indicatorName(),
                line.indicatorUnit(),
                ActivityViews.plain(line.indicatorTarget()),
                ActivityViews.plain(line.baseline()),
                ActivityViews.plain(value),
                value == null ? null : line.indicatorDirection().reached(value, line.indicatorTarget()),
                line.closedOn());
    }
}
