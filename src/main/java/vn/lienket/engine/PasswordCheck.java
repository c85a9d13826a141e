package vn.lienket.engine;

/** Checks passwords for the engine's own doors, in place of the engine, whose check locks an account for good. */
public interface PasswordCheck {

    /**
     * Whether it is the password of this active person; a wrong one counts as an attempt to sign in.
     *
     * @throws vn.lienket.problem.ProblemException if it is his own, and not checked because of too many attempts
     */
    boolean accepts(String userId, String password);

    /** Forgets the wrong attempts on this account. */
    void forgive(String userId);
}
