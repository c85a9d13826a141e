package vn.lienket.consulting;

/**
 * A link by which an enterprise was asked for an answer, or the one to its page, by which it answers whatever is asked.
 *
 * @param subject null where nothing is asked
 * @param round of the supplement, or version of the roadmap
 * @param consultingCase as it is now
 */
public record AnswerLink(LinkSubject subject, int round, Standing standing, ConsultingCase consultingCase) {

    /** Whether an answer is still awaited, or why not. */
    public enum Standing {
        OPEN,
        EXPIRED,
        ANSWERED,
        WITHDRAWN
    }

    public boolean isOpen() {
        return standing == Standing.OPEN;
    }
}
