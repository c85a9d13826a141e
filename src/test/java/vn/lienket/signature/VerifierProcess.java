package vn.lienket.signature;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Verifies one file in a JVM of its own, whose memory is bounded; its exit code is the verdict. */
final class VerifierProcess {

    private VerifierProcess() {}

    public static void main(String[] arguments) {
        ClassPathResource signers = new ClassPathResource("reference/signers.yaml");
        TrustAnchors anchors = new TrustAnchors(Path.of(arguments[1]), null);
        Verification found = new SignatureVerifier(
                        SignatureVerifierTest.properties(true), anchors, new Signers(signers))
                .verify(Path.of(arguments[0]), Instant.now(), List.of());
        Runtime.getRuntime().halt(found.verdict().ordinal());
    }
}
