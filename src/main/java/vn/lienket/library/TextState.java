package vn.lienket.library;

/** Whether what is written in a document can be searched. */
public enum TextState {
    /** Its file has not been read yet: found by its title so far. */
    WAITING,
    /** Found by its title and its text. */
    READ,
    /** Its file is damaged, locked, or holds no text (a picture, a scan): found by its title only. */
    UNREADABLE
}
