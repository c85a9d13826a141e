package vn.lienket.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's superuser, who gets in with a random password like everybody else; it is kept beside the cluster. A cluster of an
 * earlier version, which trusts whoever comes, is given the password before anybody can connect to it.
 *
 * @param known whether the cluster has been given the password
 */
record Superuser(String password, boolean known, DataDirectory directory) {

    static final String NAME = "postgres";

    private static final int BYTES = 24;
    private static final long PATIENCE = 60;
    private static final String DOORS = """
            # written by LienKet at each start: nobody gets in without a password
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    /** With the password of the last time, or a new one; for a new cluster it is kept at once, to be made with it. */
    static Superuser of(DataDirectory directory, boolean newCluster) throws IOException {
        Path file = directory.superuserPassword();
        if (Files.exists(file)) {
            return new Superuser(Files.readString(file).strip(), true, directory);
        }
        Superuser superuser = new Superuser(randomPassword(), newCluster, directory);
        if (newCluster) {
            superuser.keepPassword();
        }
        return superuser;
    }

    static String randomPassword() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Closes a cluster that does not run yet to whoever has no password. */
    void secure(File cluster, boolean newCluster) throws IOException, InterruptedException {
        Path doors = cluster.toPath().resolve("pg_hba.conf");
        boolean closed = Files.readString(doors).equals(DOORS);
        if (!newCluster && !(known && closed)) {
            setPassword(cluster.toPath());
            keepPassword();
        }
        if (!closed) {
            Files.writeString(doors, DOORS);
        }
    }

    /** In single-user mode, which opens no port. */
    private void setPassword(Path cluster) throws IOException, InterruptedException {
        Path program = Postmaster.program(directory.programs(), "postgres")
                .or(() -> Postmaster.lastProgram(cluster))
                .orElseThrow(() -> new IOException("No program postgres in " + directory.programs()));
        Process process = new ProcessBuilder(
                        Postmaster.command(program.toString(), "--single", "-D", cluster.toString(), NAME))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                .start();
        process.outputWriter(StandardCharsets.UTF_8)
                .append("alter role %s password '%s'\n".formatted(NAME, password))
                .close();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("PostgreSQL does not end in its single-user mode");
        }
        if (process.exitValue() != 0 || Files.readString(directory.log()).contains("ERROR:")) {
            throw new IOException("PostgreSQL did not take the password of its superuser");
        }
    }

    private void keepPassword() throws IOException {
        Path file = directory.superuserPassword();
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, readableByOwner());
        Files.writeString(unfinished, password);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] readableByOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return "Superuser";
    }
}
