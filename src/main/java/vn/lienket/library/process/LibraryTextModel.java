package vn.lienket.library.process;

/** What {@code bpmn/library/library-text.bpmn} and the code share. */
final class LibraryTextModel {

    static final String PROCESS = "LibraryTextProcess";
    static final String ENTRY_ID = "entryId";

    private LibraryTextModel() {}
}
