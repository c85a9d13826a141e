package vn.lienket.consulting;

/**
 * A link by which an enterprise was asked for an answer.
 *
 * @param consultingCase as it is now
 */
public record AnswerLink(LinkSubject subject, Standing standing, ConsultingCase consultingCase) {

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
