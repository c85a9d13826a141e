package vn.lienket.programme;

import vn.lienket.party.Role;

/**
 * A piece of work that an activity in the field usually has.
 *
 * @param organisation {@link #LEAD} or {@link #PARTNER} of the activity, or the id of an organisation
 * @param role never that of a manager, who watches and does no work of cases
 * @param dueInWorkingDays counted from the day on which the work is given out
 */
public record TemplateItem(String title, String organisation, Role role, int dueInWorkingDays) {

    /** Stands for the organisation that leads the activity. */
    public static final String LEAD = "lead";

    /** Stands for the other organisation of the activity. */
    public static final String PARTNER = "partner";
}
