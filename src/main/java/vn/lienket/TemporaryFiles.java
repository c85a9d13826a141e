package vn.lienket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folder for everything that this process, and each library in it, puts aside for a while: removed when it ends, or by the next
 * one if it was killed. A lock says that its process lives.
 */
final class TemporaryFiles {

    private static final String PROPERTY = "java.io.tmpdir";
    private static final String PREFIX = "lienket-run-";
    private static final String LOCK = "lock";
    private static final Duration NEW = Duration.ofSeconds(5);

    private final Path folder;
    private final FileLock lock;

    private TemporaryFiles(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Removes what killed processes have left, and has the JVM put its temporary files into a folder of its own from now on. */
    static TemporaryFiles claim() {
        Path all = Path.of(System.getProperty(PROPERTY));
        removeAbandoned(all);
        TemporaryFiles files = in(all);
        System.setProperty(PROPERTY, files.folder.toString());
        return files;
    }

    static TemporaryFiles in(Path all) {
        // not by createTempDirectory, which would fix for this JVM where temporary files are
        Path folder = all.resolve(PREFIX + UUID.randomUUID());
        try {
            Files.createDirectory(folder, ownersOnly(all));
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new TemporaryFiles(folder, channel.lock());
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder in " + all, e);
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path all) {
        return all.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    static void removeAbandoned(Path all) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isAbandoned(folder)) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (IOException e) {
            log().warn("Temporary files of an earlier run could not be removed: {}", e.toString());
        }
    }

    private static boolean isAbandoned(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            // whoever has just made it locks it next
            Instant made = Files.getLastModifiedTime(folder.resolve(LOCK)).toInstant();
            return made.isBefore(Instant.now().minus(NEW)) && channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException notOurs) {
            return false; // another user's, or one that is just being made
        }
    }

    Path folder() {
        return folder;
    }

    void remove() {
        try {
            lock.acquiredBy().close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            log().warn("Temporary files could not be removed: {}", e.toString());
        }
    }

    /** Not before it is needed: logging reads the settings. */
    private static Logger log() {
        return LoggerFactory.getLogger(TemporaryFiles.class);
    }
}
