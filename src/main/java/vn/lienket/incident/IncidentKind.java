package vn.lienket.incident;

/** What it is that has failed. */
public enum IncidentKind {
    MAIL,
    TIMER,
    DECISION,
    STEP,
    /** What the engine does for itself, in no process. */
    SYSTEM
}
