package vn.lienket.party;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets organisations end and others take over from them, on the day that the directory says, or as soon as it is known after it. */
@Component
public class Successions {

    private final DirectoryStore store;
    private final DirectoryImport directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Successions(DirectoryStore store, DirectoryImport directory, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** On any day but such a one nothing; on all nodes together once. Whoever mirrors the directory hears {@link DirectoryApplied}. */
    @Transactional
    public void takeEffect() {
        if (store.isSuccessionDue(today())) {
            directory.repeat();
        }
    }

    /** First of all, so that the others see people and channels where they are now; the directory is locked. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DirectoryApplied applied) {
        if (store.takeEffect(today(), clock.instant()) > 0) {
            store.addVersion();
            events.publishEvent(new SuccessionsChanged());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
