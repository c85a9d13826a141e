package vn.lienket.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.util.FileSystemUtils;
import vn.lienket.support.Cooperation;

/**
 * A packaged application in the embedded mode, in its own process with its own data. It is used over HTTP only, so that any version
 * will do; the database is asked what it has done and how large it has become.
 */
final class RunningJar implements AutoCloseable {

    /** The server logs each statement of a batch by itself, for it does each by itself. */
    private static final Pattern STATEMENT =
            Pattern.compile("LOG:\\s+(execute [^:]+|statement): (?!BEGIN|COMMIT|ROLLBACK|SHOW|(?i:set ))");

    private static final Duration START = Duration.ofMinutes(4);

    private final String name;
    private final Path data;
    private final int port = freePort();
    private final Process process;
    private final JdbcClient jdbc;

    RunningJar(String name, Path jar, Path folder) throws IOException, InterruptedException {
        this.name = name;
        this.data = folder.resolve(name);
        FileSystemUtils.deleteRecursively(data);
        Files.createDirectories(data);
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-jar",
                        jar.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        java.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "LIENKET_DATA_DIR",
                        data.toAbsolutePath().toString(),
                        "LIENKET_RATE_PERSON",
                        "0",
                        "LIENKET_RATE_ADDRESS",
                        "0"));
        process = java.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitReady();
        jdbc = JdbcClient.create(database());
    }

    /** Below those that a system gives to whoever asks for any, for it is bound only after a while. */
    private static int freePort() {
        return IntStream.generate(TestSocketUtils::findAvailableTcpPort)
                .filter(free -> free < 32_768)
                .findFirst()
                .orElseThrow();
    }

    String name() {
        return name;
    }

    Cooperation people() {
        return new Cooperation(port);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    private void awaitReady() throws InterruptedException {
        Instant end = Instant.now().plus(START);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroy();
                throw new IllegalStateException(name + " has not started, see its log");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private boolean isReady() {
        try {
            return people().anonymous().get("/actuator/health/readiness").status() == 200;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    /** As the superuser, for whom the server also logs. */
    private DriverManagerDataSource database() throws IOException {
        List<String> postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        Path password = data.resolve("postgres.password");
        return new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(postmaster.get(3)),
                "postgres",
                Files.exists(password) ? Files.readString(password).strip() : "postgres");
    }

    /** Bytes of all tables with their indexes; without the mailbox, which only the embedded mode has. */
    long bytes() {
        return jdbc.sql("""
                        select sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname in ('public', 'lienket', 'audit')
                        and c.relname <> 'mailbox_message'""").query(Long.class).single();
    }

    /** Until every case has gone on as far as it goes by itself, and every mail is out. */
    void awaitQuiet() throws InterruptedException {
        while (jdbc.sql("""
                        select exists (select from act_ru_job
                            where retries_ > 0 and suspension_state_ = 1 and (duedate_ is null or duedate_ <= now()))""").query(Boolean.class).single()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** What the database did meanwhile, of whatever thread, but for the beginnings and ends of transactions. */
    long statements(Callable<?> work) throws Exception {
        File log = data.resolve("postgres.log").toFile();
        set("log_statement", "'all'");
        long begin = log.length();
        work.call();
        awaitQuiet();
        set("log_statement", "default");
        try (RandomAccessFile file = new RandomAccessFile(log, "r")) {
            byte[] written = new byte[Math.toIntExact(file.length() - begin)];
            file.seek(begin);
            file.readFully(written);
            try (Stream<String> lines = new String(written, StandardCharsets.UTF_8).lines()) {
                return lines.filter(line -> STATEMENT.matcher(line).find()).count();
            }
        }
    }

    private void set(String setting, String value) throws InterruptedException {
        jdbc.sql("alter system set %s = %s".formatted(setting, value)).update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
        TimeUnit.SECONDS.sleep(1);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit()
                .orTimeout(90, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        FileSystemUtils.deleteRecursively(data);
    }
}
