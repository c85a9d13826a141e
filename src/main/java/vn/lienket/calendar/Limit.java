package vn.lienket.calendar;

/** What the office has set a highest number for; {@link Limits} knows it. */
public enum Limit {
    /** Of one item, in VND. */
    MONEY("money"),
    /** Of a list that people fill in: the steps of a roadmap, the items of a plan. */
    ROWS("rows"),
    /** That a step, an item or an assessment may be given. */
    WORKING_DAYS("workingDays"),
    /** Of a day each, that an expert foresees. */
    EFFORT_DAYS("effortDays"),
    /** From the date of a contract to its registration. */
    REGISTRATION_DAYS("registrationDays"),
    /** At one meeting. */
    ATTENDEES("attendees"),
    /** Who assess one request. */
    EXPERTS("experts"),
    /** Of a title in one line, in characters. */
    TITLE("title"),
    /** That one person has begun and not sent. */
    FORM_DRAFTS("formDrafts");

    private final String id;

    Limit(String id) {
        this.id = id;
    }

    /** The name of the limit in the reference data and in the web modules. */
    public String id() {
        return id;
    }
}
