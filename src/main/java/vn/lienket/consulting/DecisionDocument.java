package vn.lienket.consulting;

import java.time.LocalDate;
import java.util.List;
import vn.lienket.party.Organisation;

/**
 * What {@code templates/consulting/decision.html} shows, as its variable {@code decision}.
 *
 * @param issuer the organisation in the head, whose leader signs
 * @param roadmapVersion the version that the enterprise agreed to
 * @param comment of the leader: the reason of a refusal, else may be null
 * @param lines what is granted; empty for a refusal
 * @param bases what the amounts rest on, each once
 */
record DecisionDocument(
        String caseCode,
        PaperHead head,
        Organisation issuer,
        EnterpriseFacts enterprise,
        int roadmapVersion,
        LocalDate decidedOn,
        String comment,
        List<SupportLine> lines,
        List<String> bases) {

    DecisionDocument {
        lines = List.copyOf(lines);
        bases = List.copyOf(bases);
    }

    /** Whether support is granted. */
    public boolean grants() {
        return !lines.isEmpty();
    }

    /** In VND. */
    public long total() {
        return lines.stream().mapToLong(SupportLine::amount).sum();
    }
}
