package vn.lienket.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienket.mode.StartRefusedException;

/**
 * The PostgreSQL that {@code postmaster.pid} tells of: line 1 the process, line 3 when it started (seconds since 1970). A killed
 * JVM leaves its PostgreSQL running; nobody else can have started it, because the data directory is locked by now.
 */
record Postmaster(Path cluster, long pid, Instant startedAt) {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration START_TOLERANCE = Duration.ofSeconds(10);
    private static final int STOP_SECONDS = 60;

    /** Reads the file; nothing if there is none or PostgreSQL did not get to write it. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        Path file = pidFile(cluster);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            long pid = Long.parseLong(lines.get(0).strip());
            long seconds = Long.parseLong(lines.get(2).strip());
            return Optional.of(new Postmaster(cluster, pid, Instant.ofEpochSecond(seconds)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /**
     * Stops it if it still runs, and waits until it has. If its process id now belongs to another program, only the file goes:
     * PostgreSQL would take that program for itself and refuse to start. A dead process PostgreSQL recognises on its own.
     */
    void clear(Path programs) throws IOException, InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return;
        }
        if (!isPostgres(process.get().info())) {
            Files.deleteIfExists(pidFile(cluster));
            return;
        }
        LOG.info("PostgreSQL of an earlier start still runs as process {}: stopping it", pid);
        stop(process.get(), programs);
    }

    private boolean isPostgres(ProcessHandle.Info info) {
        boolean postgres = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
        boolean ofThisDirectory = info.commandLine()
                .filter(line -> line.contains(cluster.toString()))
                .isPresent();
        boolean ofThisStart = info.startInstant()
                .filter(start -> Duration.between(start, startedAt).abs().compareTo(START_TOLERANCE) < 0)
                .isPresent();
        return postgres && (ofThisDirectory || ofThisStart);
    }

    private void stop(ProcessHandle process, Path programs) throws IOException, InterruptedException {
        Optional<Path> pgCtl = pgCtl(programs);
        if (pgCtl.isPresent()) {
            List<String> command = new ArrayList<>();
            if (LinuxUtils.isUnshareAvailable()) {
                command.addAll(List.of("unshare", "-U")); // root: pg_ctl refuses to run as root
            }
            command.addAll(List.of(pgCtl.get().toString(), "stop", "-D", cluster.toString(), "-m", "fast", "-w"));
            command.addAll(List.of("-t", String.valueOf(STOP_SECONDS)));
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } else {
            process.destroy();
            for (int i = 0; i < STOP_SECONDS && process.isAlive(); i++) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
        if (process.isAlive()) {
            throw new StartRefusedException(
                    "PostgreSQL của lần chạy trước (tiến trình " + pid + ") không dừng được.",
                    "Dừng tiến trình " + pid + " rồi khởi động lại.");
        }
    }

    private static Optional<Path> pgCtl(Path programs) throws IOException {
        if (!Files.isDirectory(programs)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(programs)) {
            return versions.flatMap(version -> Stream.of("pg_ctl", "pg_ctl.exe")
                            .map(name -> version.resolve("bin").resolve(name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
