package vn.lienket.enterprise.process;

/** What {@code bpmn/enterprise/registry-import.bpmn} and the code share. */
public final class RegistryImportModel {

    public static final String PROCESS = "RegistryImportProcess";

    public static final String END_IMPORT_ENDED = "EndEvent_ImportEnded";
    public static final String GATEWAY_NEXT_ROWS = "Gateway_NextRows";
    public static final String GATEWAY_ROWS_REMAIN = "Gateway_RowsRemain";
    public static final String START_FILE_ACCEPTED = "StartEvent_FileAccepted";
    public static final String TASK_IMPORT_NEXT_ROWS = "Task_ImportNextRows";

    static final String IMPORT_ID = "importId";
    static final String IMPORT_STATE = "importState";
    static final String IMPORT_READ = "importRead";

    private RegistryImportModel() {}
}
