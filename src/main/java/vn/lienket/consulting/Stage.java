package vn.lienket.consulting;

/** Which of the two assessments of a case. */
public enum Stage {
    BEFORE,
    AFTER
}
