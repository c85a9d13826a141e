package vn.lienket.access.account;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Requests for a new link, worked off behind the answer, so that not even its duration tells whether somebody exists. Anybody may
 * ask: what comes faster than one thread can work is dropped.
 */
@Component
class LinkRequests {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRequests.class);
    private static final int WAITING = 100;
    private static final int LONGEST_ID = 64;

    private final PasswordLinks links;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> new Thread(task, "password-links"),
            new ThreadPoolExecutor.DiscardPolicy());

    LinkRequests(PasswordLinks links) {
        this.links = links;
    }

    void add(String userId) {
        if (userId.length() > LONGEST_ID) {
            return;
        }
        worker.execute(() -> {
            try {
                links.renew(userId);
            } catch (RuntimeException failure) {
                LOG.error("No link could be sent to somebody who forgot his password", failure);
            }
        });
    }

    @PreDestroy
    void finish() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(10, TimeUnit.SECONDS);
    }
}
