package vn.lienket.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final Duration STOP = Duration.ofSeconds(60);

    /**
     * Makes sure that nothing of an earlier start keeps PostgreSQL from starting on {@code cluster}. A process that is gone it
     * recognises by itself, but not an empty file, nor another program that now has the process id.
     */
    static void clear(Path cluster, Path programs) throws IOException, InterruptedException {
        Path file = pidFile(cluster);
        if (!Files.exists(file)) {
            return;
        }
        Optional<Postmaster> running = read(cluster).filter(Postmaster::isRunning);
        if (running.isPresent()) {
            running.get().stop(programs);
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** Reads the file; nothing if PostgreSQL did not get to write it. */
    static Optional<Postmaster> read(Path cluster) throws IOException {
        List<String> lines = Files.readAllLines(pidFile(cluster));
        try {
            long pid = Long.parseLong(lines.get(0).strip());
            long seconds = Long.parseLong(lines.get(2).strip());
            return Optional.of(new Postmaster(cluster, pid, Instant.ofEpochSecond(seconds)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Whether the process lives and is PostgreSQL on this directory, not a program that got its id later. */
    boolean isRunning() {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(this::isPostgres)
                .isPresent();
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

    private void stop(Path programs) throws IOException, InterruptedException {
        LOG.info("PostgreSQL of an earlier start still runs as process {}: stopping it", pid);
        Optional<Path> pgCtl = program(programs, "pg_ctl");
        if (pgCtl.isPresent()) {
            stopWith(pgCtl.get());
        } else {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
        // the file, not the process: an orphan may stay in the process table until somebody reaps it
        Path file = pidFile(cluster);
        Instant deadline = Instant.now().plus(STOP);
        while (Files.exists(file)) {
            if (Instant.now().isAfter(deadline)) {
                throw new StartRefusedException(
                        "PostgreSQL của lần chạy trước (tiến trình " + pid + ") không dừng được.",
                        "Dừng tiến trình " + pid + " rồi khởi động lại.");
            }
            Thread.sleep(100);
        }
    }

    private void stopWith(Path pgCtl) throws IOException, InterruptedException {
        new ProcessBuilder(command(pgCtl.toString(), "stop", "-D", cluster.toString(), "-m", "fast", "-W"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** PostgreSQL's programs refuse to run as root. */
    static List<String> command(String... program) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program));
        return command;
    }

    /** What ran the cluster the last time, wherever it was unpacked: the first word of {@code postmaster.opts}. */
    static Optional<Path> lastProgram(Path cluster) {
        try {
            String options = Files.readString(cluster.resolve("postmaster.opts"));
            int end = options.indexOf(" \"");
            return Optional.of(Path.of(end < 0 ? options.strip() : options.substring(0, end)))
                    .filter(Files::isExecutable);
        } catch (IOException | InvalidPathException neverRan) {
            return Optional.empty();
        }
    }

    /** An unpacked program of PostgreSQL. */
    static Optional<Path> program(Path programs, String program) throws IOException {
        if (!Files.isDirectory(programs)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(programs)) {
            return versions.flatMap(version -> Stream.of(program, program + ".exe")
                            .map(name -> version.resolve("bin").resolve(name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
