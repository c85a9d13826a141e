package vn.lienket.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import vn.lienket.mode.StartRefusedException;

/** The database of an embedded mode that is not running. */
public final class StoppedDatabase {

    private StoppedDatabase() {}

    /**
     * Starts PostgreSQL for the work and stops it after it; a {@link StartRefusedException} if there are no data in the directory, or
     * a running application uses it.
     */
    public static <T> T use(Path directory, Function<JdbcConnectionDetails, T> work) {
        if (!Files.exists(directory.resolve("postgres"))) {
            throw new StartRefusedException(
                    "Không có dữ liệu của LienKet trong "
                            + directory.toAbsolutePath().normalize() + ".",
                    "Chỉ thư mục dữ liệu bằng LIENKET_DATA_DIR, hoặc đặt LIENKET_DB_URL, LIENKET_DB_USERNAME và"
                            + " LIENKET_DB_PASSWORD.");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            return work.apply(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
