package vn.lienket.consulting;

import jakarta.annotation.PreDestroy;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lienket.page.LaterWork;

/** Requests for a link to the page of a case, so that nobody is told whether there is such a case, or whose address is right. */
@Component
public class PageLinkRequests {

    private static final int LONGEST = 300;

    private final PageLinkRenewal renewal;
    private final LaterWork work = new LaterWork("page-links", "No link to its case could be sent to an enterprise");

    PageLinkRequests(PageLinkRenewal renewal) {
        this.renewal = renewal;
    }

    /**
     * Asks for a link.
     *
     * @param caseCode or blank: the enterprise's open case, else its last one
     * @param sender network address of whoever asks
     */
    public void add(String caseCode, String taxCode, String email, String sender) {
        if (caseCode.length() + taxCode.length() + email.length() <= LONGEST) {
            work.add(() -> renewal.renew(caseCode, taxCode, email, Objects.toString(sender, "")));
        }
    }

    @PreDestroy
    void finish() throws InterruptedException {
        work.close();
    }
}
