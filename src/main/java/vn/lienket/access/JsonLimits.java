package vn.lienket.access;

import com.fasterxml.jackson.core.StreamReadConstraints;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/** What JSON may look like, for every reader in the application; set before the first of them is made. */
class JsonLimits implements ApplicationListener<ApplicationStartingEvent> {

    private static final int DEPTH = 100;
    private static final int DIGITS = 100;
    private static final int NAME = 1000;

    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        StreamReadConstraints.overrideDefaultStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxNumberLength(DIGITS)
                .maxNameLength(NAME)
                .build());
    }
}
