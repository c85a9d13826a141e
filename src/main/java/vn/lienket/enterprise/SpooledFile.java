package vn.lienket.enterprise;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file to read from in any order: temporary, counted and hashed while it was written, deleted on close. */
record SpooledFile(Path path, long size, String sha256) implements AutoCloseable {

    /** Something that writes the content. */
    @FunctionalInterface
    interface Source {

        void writeTo(OutputStream target) throws IOException;
    }

    static SpooledFile of(InputStream content) throws IOException {
        return of(content::transferTo);
    }

    static SpooledFile of(Source source) throws IOException {
        Path path = Files.createTempFile("lienket-", ".table");
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
