package vn.lienket.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.util.FileSystemUtils;
import vn.lienket.signature.PdfSigner;
import vn.lienket.signature.SigningKey;

/** Signs files with keys of the demonstration, as people do on machines of their own. */
public final class DemoSignature {

    private static final char[] PASSWORD = "lienket".toCharArray();

    private DemoSignature() {}

    /** @param key a PKCS#12 file of the demonstration */
    public static byte[] on(byte[] pdf, byte[] key, Clock clock) {
        try {
            Path directory = Files.createTempDirectory("demo-signature");
            try {
                Path signed = directory.resolve("signed.pdf");
                new PdfSigner(clock)
                        .sign(
                                Files.write(directory.resolve("unsigned.pdf"), pdf),
                                signed,
                                SigningKey.open(Files.write(directory.resolve("key.p12"), key), PASSWORD));
                return Files.readAllBytes(signed);
            } finally {
                FileSystemUtils.deleteRecursively(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
