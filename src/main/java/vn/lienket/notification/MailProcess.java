package vn.lienket.notification;

/** The process that delivers mails, for whoever looks for deliveries that failed. */
@FunctionalInterface
public interface MailProcess {

    /** Its key. */
    String key();
}
