package vn.lienket.consulting;

import java.time.LocalDate;
import java.util.List;
import vn.lienket.party.Organisation;

/**
 * What {@code templates/consulting/roadmap.html} shows, as its variable {@code roadmap}.
 *
 * @param version of the roadmap, from 1
 * @param issuer the organisation in the head
 * @param consultant the expert's name, or null
 * @param support provisional: one line for each kind asked for; may be empty
 */
record RoadmapDocument(
        String caseCode,
        int version,
        LocalDate date,
        Organisation issuer,
        String consultant,
        String consultantOrganisation,
        EnterpriseFacts enterprise,
        MaturityResult maturity,
        List<Step> steps,
        List<SupportLine> support) {

    /** One step; pillar and kind of support by name, cost in VND. */
    record Step(String title, String pillar, String solution, long cost, String supportKind, int dueInWorkingDays) {}

    RoadmapDocument {
        steps = List.copyOf(steps);
        support = List.copyOf(support);
    }

    public long totalCost() {
        return steps.stream().mapToLong(Step::cost).sum();
    }

    public long totalSupport() {
        return support.stream().mapToLong(SupportLine::amount).sum();
    }
}
