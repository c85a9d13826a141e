package vn.lienket.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;
import vn.lienket.mode.StartRefusedException;

/**
 * A real PostgreSQL 17 with durable data, started with the application and stopped after it. As the connection details of the data
 * source it is built before the pool and closed after it.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private static final Pattern ENDED = Pattern.compile("FATAL:|PANIC:|could not find the database system");

    private final DataDirectory directory;
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres postgres, String password) {
        this.directory = directory;
        this.postgres = postgres;
        this.password = password;
    }

    /** Starts PostgreSQL on the directory, with the data of the last time; a {@link StartRefusedException} if it cannot. */
    static EmbeddedDatabase start(Path path) {
        DataDirectory directory = DataDirectory.open(path);
        try {
            return run(directory);
        } catch (StartRefusedException e) {
            release(directory, e);
            throw e;
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
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

    private static EmbeddedDatabase run(DataDirectory directory)
            throws IOException, SQLException, InterruptedException {
        Path cluster = directory.cluster();
        Postmaster.clear(cluster, directory.programs());
        removeUnfinished(directory);
        Files.deleteIfExists(directory.log());
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(directory.log().toFile());
        boolean newCluster = !Files.exists(cluster);
        Superuser superuser = Superuser.of(directory, newCluster);
        EmbeddedPostgres postgres = awaited(
                directory,
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(directory.programs().toFile())
                        .setDataDirectory(cluster)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false) // it would stop PostgreSQL under the pool
                        .setPGStartupWait(START)
                        .setDataDirectoryCustomizer(data -> secure(superuser, data, newCluster))
                        .setConnectConfig("password", superuser.password())
                        // an option of initdb like those of the locale, which are the only ones that can be given
                        .setLocaleConfig("pwfile", directory.superuserPassword().toString())
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
                        .setServerConfig("unix_socket_directories", ""));
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            String password = Superuser.randomPassword();
            Ownership.establish(connection, password);
            Files.writeString(complete(cluster), "");
            return new EmbeddedDatabase(directory, postgres, password);
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** Starts it, and does not wait for one that has ended again: the library would, for as long as a start may take. */
    private static EmbeddedPostgres awaited(DataDirectory directory, EmbeddedPostgres.Builder builder)
            throws IOException {
        Thread starting = Thread.currentThread();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try {
            watch.scheduleWithFixedDelay(
                    () -> {
                        if (hasEnded(directory)) {
                            starting.interrupt();
                        }
                    },
                    2,
                    1,
                    TimeUnit.SECONDS);
            return builder.start();
        } finally {
            watch.shutdownNow();
            Thread.interrupted();
        }
    }

    private static boolean hasEnded(DataDirectory directory) {
        try {
            return !Files.exists(directory.cluster().resolve("postmaster.pid"))
                    && Files.exists(directory.log())
                    && ENDED.matcher(Files.readString(directory.log())).find();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void secure(Superuser superuser, File cluster, boolean newCluster) {
        try {
            superuser.secure(cluster, newCluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was made safe", e);
        }
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
        return Ownership.APPLICATION;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        directory.close();
    }
}
