package vn.lienket.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienket.mode.StartRefusedException;
import vn.lienket.party.Role;

/**
 * The key of the second factors' secrets: {@code LIENKET_SECRET_KEY}, else, in the embedded mode, a random one beside the data. Without
 * a key nobody can enrol, so the start is refused if a role asks for it.
 */
@Component
class SecretKeys {

    private static final String FILE = "secret.key";

    private final Optional<SecretBox> box;

    SecretKeys(
            SecondFactorProperties properties,
            @Value("${lienket.mode:production}") String mode,
            @Value("${LIENKET_DATA_DIR:./data}") Path directory) {
        checkRoles(properties.roles());
        if (!properties.key().isEmpty()) {
            box = Optional.of(new SecretBox(decoded(properties.key())));
        } else if (mode.equals("embedded")) {
            box = Optional.of(new SecretBox(kept(directory)));
        } else if (properties.roles().isEmpty()) {
            box = Optional.empty();
        } else {
            throw new StartRefusedException(
                    "LIENKET_SECRET_KEY: chưa đặt, mà LIENKET_SECOND_FACTOR_ROLES đòi mã xác thực.", action());
        }
    }

    /** Empty if second factors cannot be had here. */
    Optional<SecretBox> box() {
        return box;
    }

    private static void checkRoles(Set<String> roles) {
        Set<String> unknown = new TreeSet<>(roles);
        Arrays.stream(Role.values()).map(Role::id).forEach(unknown::remove);
        unknown.remove(SecondFactorProperties.ADMIN);
        if (!unknown.isEmpty()) {
            throw new StartRefusedException(
                    "LIENKET_SECOND_FACTOR_ROLES: không có vai trò " + String.join(", ", unknown) + ".",
                    "Chọn trong: "
                            + Arrays.stream(Role.values()).map(Role::id).collect(Collectors.joining(", "))
                            + ", " + SecondFactorProperties.ADMIN + ".");
        }
    }

    private static byte[] decoded(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key);
            if (bytes.length == SecretBox.KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below, without the value
        }
        throw new StartRefusedException("LIENKET_SECRET_KEY: phải là 32 byte ngẫu nhiên viết bằng Base64.", action());
    }

    private static String action() {
        return "Tạo khóa bằng: openssl rand -base64 32, và giữ nó ngoài cơ sở dữ liệu. Đổi khóa thì mọi người phải đăng ký lại.";
    }

    private static byte[] kept(Path directory) {
        Path file = directory.toAbsolutePath().normalize().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, and for nobody else's eyes from the first byte on. */
    private static void create(Path file) throws IOException {
        byte[] key = new byte[SecretBox.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownersOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path whole = Files.createTempFile(file.getParent(), FILE, "", ownersOnly);
        Files.write(whole, key);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
