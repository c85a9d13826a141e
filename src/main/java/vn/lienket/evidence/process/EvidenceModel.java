package vn.lienket.evidence.process;

/** What {@code bpmn/evidence/evidence-sheet.bpmn} and the code share. */
public final class EvidenceModel {

    public static final String PROCESS = "EvidenceSheetProcess";

    public static final String END_SHEET_MADE = "EndEvent_SheetMade";
    public static final String START_SHEET_DUE = "StartEvent_SheetDue";
    public static final String TASK_MAKE_SHEET = "Task_MakeSheet";
    static final String SHEET_ID = "sheetId";

    private EvidenceModel() {}
}
