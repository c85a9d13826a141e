package vn.lienket.incident;

/** What it is that has failed. */
public enum IncidentKind {
    MAIL,
    TIMER,
    DECISION,
    STEP
}
