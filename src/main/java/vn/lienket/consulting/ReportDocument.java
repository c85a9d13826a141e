package vn.lienket.consulting;

import java.time.LocalDate;
import java.util.List;
import vn.lienket.party.Organisation;

/**
 * What {@code templates/consulting/report.html} shows, as its variable {@code report}.
 *
 * @param issuer the organisation in the head, whose leader signs
 * @param date the day the case was concluded
 * @param consultant the expert's name, or null
 * @param satisfaction 1–5, as the enterprise says
 */
record ReportDocument(
        String caseCode,
        PaperHead head,
        LocalDate openedOn,
        LocalDate date,
        Organisation issuer,
        String consultant,
        String consultantOrganisation,
        EnterpriseFacts enterprise,
        MaturityResult maturity,
        List<Step> steps,
        Support support,
        int satisfaction,
        String closingNote) {

    /** One step carried out; costs in VND, the planned one beside what it came to. */
    record Step(String title, String pillar, String result, long cost, long actualCost) {}

    /**
     * The decision on support.
     *
     * @param decision {@code grant}, {@code refuse} or {@code none}
     * @param number of the paper that told of it, or null
     * @param on the day of that paper, else of the decision
     * @param comment may be null
     * @param lines what was granted; empty unless it was
     */
    record Support(String decision, String number, LocalDate on, String comment, List<SupportLine> lines) {

        Support {
            lines = List.copyOf(lines);
        }

        public long total() {
            return lines.stream().mapToLong(SupportLine::amount).sum();
        }
    }

    ReportDocument {
        steps = List.copyOf(steps);
    }

    public long totalCost() {
        return steps.stream().mapToLong(Step::cost).sum();
    }

    public long totalActualCost() {
        return steps.stream().mapToLong(Step::actualCost).sum();
    }
}
