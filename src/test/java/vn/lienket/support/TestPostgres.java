package vn.lienket.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/** A PostgreSQL for a slice of the application. */
public final class TestPostgres {

    private TestPostgres() {}

    /** Patient: other tests' servers may be starting on the same two cores. */
    public static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }
}
