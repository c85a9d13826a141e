package vn.lienket.access.account;

import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;
import vn.lienket.page.LaterWork;

/** Requests for a new link, so that nobody is told whether somebody exists. */
@Component
class LinkRequests {

    private static final int LONGEST_ID = 64;

    private final PasswordLinks links;
    private final LaterWork work =
            new LaterWork("password-links", "No link could be sent to somebody who forgot his password");

    LinkRequests(PasswordLinks links) {
        this.links = links;
    }

    void add(String userId) {
        if (userId.length() <= LONGEST_ID) {
            work.add(() -> links.renew(userId));
        }
    }

    @PreDestroy
    void finish() throws InterruptedException {
        work.close();
    }
}
