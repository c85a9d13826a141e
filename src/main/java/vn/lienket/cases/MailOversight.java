package vn.lienket.cases;

import java.util.List;

/** What became of the mails about a case; a module publishes it as a bean. */
public interface MailOversight {

    /** The failed mails that the page of every case shows, oldest first; not those that the page of its kind shows itself. */
    List<FailedMail> failed(Dossier dossier);
}
