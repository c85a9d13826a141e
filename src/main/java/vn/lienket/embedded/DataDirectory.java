package vn.lienket.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import vn.lienket.mode.StartRefusedException;

/** The directory of the embedded mode ({@code LIENKET_DATA_DIR}), held by one living instance at a time. */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "lienket.lock";

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes the directory, making it if need be; a {@link StartRefusedException} if it is in use or not writable. */
    static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StartRefusedException(
                        "Thư mục dữ liệu " + root + " đang được một LienKet khác sử dụng.",
                        "Dừng LienKet kia, hoặc chọn thư mục khác bằng LIENKET_DATA_DIR.");
            }
            DataDirectory directory = new DataDirectory(root, channel);
            makePrivate(directory.programs().getParent());
            return directory;
        } catch (IOException e) {
            throw new StartRefusedException(
                    "Không tạo hoặc không ghi được thư mục dữ liệu " + root + ".",
                    "Cấp quyền ghi cho người dùng đang chạy LienKet, hoặc chọn thư mục khác bằng LIENKET_DATA_DIR.",
                    e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    // the library opens the directory it unpacks into to everybody, and programs are run from there
    private static void makePrivate(Path path) throws IOException {
        Files.createDirectories(path);
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** The data directory of PostgreSQL. */
    Path cluster() {
        return root.resolve("postgres");
    }

    /** Where the programs of PostgreSQL are unpacked: here, so that no other user's copy is in the way. */
    Path programs() {
        return root.resolve("postgres-bin").resolve("unpacked");
    }

    /** The password of PostgreSQL's superuser, readable by the owner of the directory only. */
    Path superuserPassword() {
        return root.resolve("postgres.password");
    }

    /** What PostgreSQL wrote since the last start. */
    Path log() {
        return root.resolve("postgres.log");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
