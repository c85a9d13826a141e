package vn.lienket.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.io.ClassPathResource;

/**
 * The role as which the application works in the embedded mode: it owns its tables, but not the audit trail. A database of an
 * earlier version, in which everything belonged to the superuser, is handed over to it.
 */
final class Ownership {

    static final String APPLICATION = "lienket";

    private Ownership() {}

    /** Brings roles, owners and rights to what they shall be, and gives the application's role this password. */
    static void establish(Connection superuser, String password) throws IOException, SQLException {
        superuser.setAutoCommit(false);
        try (Statement statement = superuser.createStatement()) {
            statement.execute(script("db/migration/V18__audit.sql"));
            statement.execute(script("db/ownership.sql"));
            statement.execute("alter role %s password '%s'".formatted(APPLICATION, password));
            // where the engine's tables are; without this it would look for them in the schema of the role's name first
            statement.execute("alter role %s set search_path = public".formatted(APPLICATION));
        }
        superuser.commit();
    }

    private static String script(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }
}
