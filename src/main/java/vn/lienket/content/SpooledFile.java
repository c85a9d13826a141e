package vn.lienket.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.util.unit.DataSize;
import vn.lienket.problem.ProblemException;

/** A file to read from in any order: temporary, counted and hashed while it was written, deleted on close. */
public record SpooledFile(Path path, long size, String sha256) implements AutoCloseable {

    /** Something that writes the content. */
    @FunctionalInterface
    public interface Source {

        void writeTo(OutputStream target) throws IOException;
    }

    /** Reads the content to its end. */
    public static SpooledFile of(InputStream content) throws IOException {
        return of(content::transferTo);
    }

    /** Reads the content to its end; refuses it as soon as it exceeds the limit. */
    public static SpooledFile of(InputStream content, DataSize limit) throws IOException {
        return of(target -> {
            long size = 0;
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = content.read(buffer)) >= 0; ) {
                size += read;
                if (size > limit.toBytes()) {
                    throw ProblemException.tooLarge(limit);
                }
                target.write(buffer, 0, read);
            }
        });
    }

    /** Takes what the source writes. */
    public static SpooledFile of(Source source) throws IOException {
        Path path = Files.createTempFile("lienket-", ".spooled");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream file = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                source.writeTo(file);
            }
            return new SpooledFile(path, Files.size(path), HexFormat.of().formatHex(digest.digest()));
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
