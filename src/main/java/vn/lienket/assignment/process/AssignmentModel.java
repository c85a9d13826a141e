package vn.lienket.assignment.process;

/** The ids of {@code bpmn/assignment/sla-watch.bpmn}. */
public final class AssignmentModel {

    public static final String WATCH_PROCESS = "SlaWatchProcess";
    public static final String START_EVERY_QUARTER_HOUR = "StartEvent_EveryQuarterHour";
    public static final String TASK_WATCH_DEADLINES = "Task_WatchDeadlines";
    public static final String END_WATCHED = "EndEvent_Watched";

    private AssignmentModel() {}
}
