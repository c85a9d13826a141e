package vn.lienket.library.process;

/** What {@code bpmn/library/library-text.bpmn} and the code share. */
public final class LibraryTextModel {

    public static final String PROCESS = "LibraryTextProcess";

    public static final String END_TEXT_READ = "EndEvent_TextRead";
    public static final String START_ENTRY_ADDED = "StartEvent_EntryAdded";
    public static final String TASK_READ_TEXT = "Task_ReadText";
    static final String ENTRY_ID = "entryId";

    private LibraryTextModel() {}
}
