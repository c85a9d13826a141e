package vn.lienket.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.util.unit.DataSize;
import vn.lienket.problem.ProblemException;

/** An upload on its way to the database: in a temporary file, counted and hashed while it was written, deleted on close. */
record SpooledFile(Path path, long size, String sha256) implements AutoCloseable {

    /** Reads the content to its end; refuses it as soon as it exceeds the limit. */
    static SpooledFile of(InputStream content, DataSize limit) throws IOException {
        Path path = Files.createTempFile("lienket-", ".upload");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = 0;
            byte[] buffer = new byte[1 << 16];
            try (OutputStream file = Files.newOutputStream(path)) {
                for (int read; (read = content.read(buffer)) >= 0; ) {
                    size += read;
                    if (size > limit.toBytes()) {
                        throw ProblemException.tooLarge(limit);
                    }
                    digest.update(buffer, 0, read);
                    file.write(buffer, 0, read);
                }
            }
            return new SpooledFile(path, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
