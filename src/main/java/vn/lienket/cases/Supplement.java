package vn.lienket.cases;

import org.springframework.data.relational.core.mapping.Column;

/**
 * What somebody was asked to add to a case that is being checked, and said to it; embedded in the aggregate of a module. The clock
 * stands meanwhile, see {@link CaseClocks}.
 *
 * @param request what was asked for last, or null
 * @param answer what was said last, or null
 * @param daysLeft the working days that the check had left when its clock stopped; null if it never did, or the check is over
 */
public record Supplement(
        @Column("request_comment") String request,
        @Column("supplement_note") String answer,
        @Column("supplement_days_left") Integer daysLeft) {

    public static final Supplement NONE = new Supplement(null, null, null);

    /** Asks for something; what was said to an earlier request stays until there is an answer. */
    public Supplement asked(String forWhat, int left) {
        return new Supplement(forWhat, answer, left);
    }

    public Supplement answered(String said) {
        return new Supplement(request, said, daysLeft);
    }

    /** The check is over. */
    public Supplement checked() {
        return new Supplement(request, answer, null);
    }
}
