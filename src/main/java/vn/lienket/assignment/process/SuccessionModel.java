package vn.lienket.assignment.process;

/** The ids of {@code bpmn/assignment/succession.bpmn}. */
public final class SuccessionModel {

    public static final String PROCESS = "SuccessionProcess";

    public static final String START_TAKEN_OVER = "StartEvent_TakenOver";
    public static final String GATEWAY_NEXT_WORK = "Gateway_NextWork";
    public static final String TASK_PASS_OPEN_WORK = "Task_PassOpenWork";
    public static final String GATEWAY_WORK_LEFT = "Gateway_WorkLeft";
    public static final String TASK_TELL_SUCCESSOR = "Task_TellSuccessor";
    public static final String END_PASSED = "EndEvent_WorkPassed";

    static final String PREDECESSOR = "predecessor";
    static final String WORK_LEFT = "workLeft";

    private SuccessionModel() {}
}
