package vn.lienket.notification;

/** Keeps the address at which the outsiders of a kind of cases are reached; a module publishes one as a bean. */
public interface AddressKeeper {

    /** The module's word for these cases, e.g. {@code consulting}. */
    String kind();

    /** Keeps another address from now on, and has all mails of the case that failed at the old one sent there. */
    void correct(String caseCode, String email);
}
