package vn.lienket.assignment.process;

import java.util.Set;
import vn.lienket.assignment.AbsenceRequest;
import vn.lienket.cases.process.Variables;

/** The ids of {@code bpmn/assignment/absence.bpmn}. */
public final class AbsenceModel {

    public static final String PROCESS = "AbsenceProcess";
    public static final String START_WANTED = "StartEvent_AbsenceWanted";
    public static final String TASK_REGISTER = "Task_RegisterAbsence";
    public static final String END_REGISTERED = "EndEvent_AbsenceRegistered";

    /** What the start of a registration may say. */
    static final Set<String> START_FIELDS = Variables.names(AbsenceRequest.class);

    private AbsenceModel() {}
}
