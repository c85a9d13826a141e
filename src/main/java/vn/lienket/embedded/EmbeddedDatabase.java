package vn.lienket.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;
import vn.lienket.mode.StartRefusedException;

/**
 * A real PostgreSQL 17 with durable data, started with the application and stopped after it. As the connection details of the data
 * source it is built before the pool and closed after it.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);

    private final DataDirectory directory;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres postgres) {
        this.directory = directory;
        this.postgres = postgres;
    }

    /** Starts PostgreSQL on the directory, with the data of the last time; a {@link StartRefusedException} if it cannot. */
    static EmbeddedDatabase start(Path path) {
        DataDirectory directory = DataDirectory.open(path);
        try {
            return new EmbeddedDatabase(directory, run(directory));
        } catch (StartRefusedException e) {
            release(directory, e);
            throw e;
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            release(directory, e);
            throw new StartRefusedException(
                    "PostgreSQL nhúng không khởi động được trên " + directory.cluster() + ".",
                    "Xem nguyên nhân trong " + directory.log() + ".",
                    e);
        } catch (InterruptedException e) {
            release(directory, e);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting PostgreSQL", e);
        }
    }

    private static EmbeddedPostgres run(DataDirectory directory) throws IOException, InterruptedException {
        Path cluster = directory.cluster();
        Postmaster.clear(cluster, directory.programs());
        removeUnfinished(directory);
        Files.deleteIfExists(directory.log());
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(directory.log().toFile());
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.programs().toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // it would stop PostgreSQL under the pool
                .setPGStartupWait(START)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // the same order and the same upper and lower case of Vietnamese letters on every system
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on") // the library switches both off
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .start();
        Files.writeString(complete(cluster), "");
        return postgres;
    }

    /** A first start that was killed halfway leaves programs or a cluster that never worked and hold nothing. */
    private static void removeUnfinished(DataDirectory directory) throws IOException {
        if (Files.exists(directory.cluster()) && !Files.exists(complete(directory.cluster()))) {
            delete(directory.cluster());
        }
        if (Files.exists(directory.programs())) {
            try (Stream<Path> versions = Files.list(directory.programs())) {
                versions.filter(version -> !Files.exists(version.resolve(".exists")))
                        .forEach(EmbeddedDatabase::delete);
            }
        }
    }

    private static Path complete(Path cluster) {
        return cluster.resolve("lienket.complete");
    }

    private static void delete(Path path) {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void release(DataDirectory directory, Throwable reason) {
        try {
            directory.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    @Override
    public String getUsername() {
        return SUPERUSER;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        directory.close();
    }
}
