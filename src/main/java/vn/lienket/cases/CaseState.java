package vn.lienket.cases;

/** Where a case of a module stands: one of the module's own states, each of which is in one status of the catalogue. */
public interface CaseState {

    /** The Vietnamese name. */
    String label();

    /** The status in which a dossier in this state is. */
    CaseStatus status();

    /** Whether the case has ended, one way or another. */
    boolean isClosed();
}
