package vn.lienket.mode;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** In which mode the application runs. */
@Component
public class Mode {

    private final boolean embedded;

    Mode(Environment environment) {
        embedded = ModeEnvironmentPostProcessor.EMBEDDED.equals(
                environment.getProperty(ModeEnvironmentPostProcessor.MODE));
    }

    /** Whether this is the embedded mode: demo people, own database and mail server, this machine only. */
    public boolean embedded() {
        return embedded;
    }
}
