package vn.lienket.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.support.TestPostgres;

/** The trail on a PostgreSQL of its own, handed over as in production: the superuser, and the application's role. */
final class TrailDatabase implements AutoCloseable {

    static final String APPLICATION = "lienket";

    /** Nobody is signed in. */
    static final CurrentUser NOBODY = new CurrentUser() {
        @Override
        public Optional<User> find() {
            return Optional.empty();
        }

        @Override
        public User require() {
            throw new IllegalStateException();
        }
    };

    private final EmbeddedPostgres postgres;

    private TrailDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static TrailDatabase start() throws IOException {
        return new TrailDatabase(TestPostgres.start());
    }

    /** An empty trail that belongs to a role of its own. */
    TrailDatabase handOver() throws IOException, SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("drop schema if exists audit cascade");
            connection.createStatement().execute(script("db/migration/V18__audit.sql"));
            connection.createStatement().execute(script("db/ownership.sql"));
        }
        return this;
    }

    static String script(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }

    JdbcClient superuser() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    DataSource dataSource(String role) {
        return postgres.getDatabase(role, "postgres");
    }

    DataSource plain(String role, String name) {
        return postgres.getDatabase(role, name);
    }

    JdbcClient application() {
        return JdbcClient.create(dataSource(APPLICATION));
    }

    Node node() {
        return new Node(dataSource(APPLICATION));
    }

    TrailCheck.Result check(TrailHead... kept) {
        return new TrailCheck(dataSource(APPLICATION)).check(Optional.ofNullable(kept.length == 0 ? null : kept[0]));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** An instance of the application. */
    static final class Node {

        final Trail trail;
        final AuditTrail writer;
        final Sealer sealer;
        final TransactionTemplate transaction;

        Node(DataSource dataSource) {
            JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
            trail = new Trail(dataSource);
            writer = new AuditTrail(trail, NOBODY, Clock.systemUTC(), transactions);
            sealer = new Sealer(trail, writer, Clock.systemUTC(), transactions);
            transaction = new TransactionTemplate(transactions);
        }

        void done(String who) {
            writer.on(AuditEvent.done(AuditAct.SIGN_IN).by(who));
        }

        void sealAll() {
            while (sealer.seal() > 0) {
                // the next ones
            }
        }
    }
}
