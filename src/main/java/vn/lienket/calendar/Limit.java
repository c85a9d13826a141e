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
    FORM_DRAFTS("formDrafts"),
    /** That an enterprise sends with one answer. */
    ANSWER_FILES("answerFiles"),
    /** That an enterprise sends to one case. */
    ENTERPRISE_FILES("enterpriseFiles"),
    /** The same within an hour. */
    ENTERPRISE_FILES_AN_HOUR("enterpriseFilesAnHour"),
    /** Mails with a link to the page of one case that are asked for within an hour. */
    PAGE_LINKS_AN_HOUR("pageLinksAnHour"),
    /** That one network address asks for such a link within an hour. */
    LINK_REQUESTS_AN_HOUR("linkRequestsAnHour"),
    /** Of one absence. */
    ABSENCE_DAYS("absenceDays"),
    /** Of what is said to a reminder of a task, or when it is given to another, in characters. */
    TASK_NOTE("taskNote"),
    /** By which one task is reminded of within a day. */
    TASK_REMINDERS_A_DAY("taskRemindersADay"),
    /** By which a job that gave up is tried again before it gives up once more. */
    JOB_RETRIES("jobRetries"),
    /** That are moved to another version of their process at once. */
    REPAIRED_CASES("repairedCases"),
    /** Of what an administrator says to a repair, in characters. */
    REPAIR_REASON("repairReason");

    private final String id;

    Limit(String id) {
        this.id = id;
    }

    /** The name of the limit in the reference data and in the web modules. */
    public String id() {
        return id;
    }
}
