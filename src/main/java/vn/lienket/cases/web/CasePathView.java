package vn.lienket.cases.web;

import java.time.Instant;
import java.util.List;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.ClockStop;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.process.CasePath;

/**
 * The way of a case: what {@code GET /api/v1/cases/{code}/history} answers. Who did what else, what was decided and who was told is
 * in its timeline.
 *
 * @param closedAt when it came to its end, or null
 * @param clockStops when its clock stood still
 */
record CasePathView(
        String caseCode,
        String kind,
        String kindName,
        String title,
        int caseStatus,
        String caseStatusName,
        String channel,
        String leadOrganisation,
        String leadOrganisationName,
        Instant openedAt,
        Instant closedAt,
        List<CasePath.Run> processes,
        List<StepView> steps,
        List<ClockStop> clockStops,
        List<CasePath.Ruling> decisions,
        List<CasePath.Failure> incidents) {

    /**
     * A task, with names.
     *
     * @param late whether it was done after it was due
     */
    record StepView(
            String element,
            String name,
            String by,
            String byName,
            String onBehalfOf,
            String onBehalfOfName,
            String organisation,
            Instant startedAt,
            Instant dueAt,
            Instant endedAt,
            boolean cancelled,
            boolean late,
            Integer workingDays,
            Integer termDays) {

        static StepView of(CasePath.Step step, People people) {
            return new StepView(
                    step.element(),
                    step.name(),
                    step.by(),
                    people.name(step.by()),
                    step.onBehalfOf(),
                    people.name(step.onBehalfOf()),
                    step.organisation(),
                    step.startedAt(),
                    step.dueAt(),
                    step.endedAt(),
                    step.cancelled(),
                    !step.cancelled()
                            && step.endedAt() != null
                            && step.dueAt() != null
                            && step.endedAt().isAfter(step.dueAt()),
                    step.workingDays(),
                    step.termDays());
        }
    }

    static CasePathView of(
            Dossier dossier, CaseKind kind, String lead, CasePath path, List<ClockStop> clockStops, People people) {
        return new CasePathView(
                dossier.code(),
                dossier.kind(),
                kind.name(),
                dossier.title(),
                dossier.status().number(),
                dossier.status().label(),
                dossier.channel(),
                dossier.leadOrganisation(),
                lead,
                dossier.openedAt(),
                dossier.closed() ? dossier.changedAt() : null,
                path.runs(),
                path.steps().stream().map(step -> StepView.of(step, people)).toList(),
                clockStops,
                path.rulings(),
                path.failures());
    }
}
