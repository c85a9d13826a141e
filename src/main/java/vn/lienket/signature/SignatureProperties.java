package vn.lienket.signature;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * Whose signatures are believed, and what one verification may cost.
 *
 * @param signers for which organisation somebody signs
 * @param deadline of one verification
 * @param networkDeadline of all that one verification asks certification authorities
 * @param maxAnswer one answer of them, e.g. a list of revoked certificates
 * @param insideHosts whether an address in a certificate may lead to this machine or a private network
 * @param retryAfter what could not be decided is not tried again sooner
 * @param atOnce how many are made at a time on a node
 */
@ConfigurationProperties("lienket.signature")
record SignatureProperties(
        @DefaultValue AnchorDirectories anchors,
        @DefaultValue("classpath:reference/signers.yaml") Resource signers,
        @DefaultValue("60s") Duration deadline,
        @DefaultValue("15s") Duration networkDeadline,
        @DefaultValue("20MB") DataSize maxAnswer,
        @DefaultValue("false") boolean insideHosts,
        @DefaultValue("1m") Duration retryAfter,
        @DefaultValue("2") int atOnce) {

    /**
     * Directories of certificates (DER or PEM), or null.
     *
     * @param ofState roots of official signatures
     * @param ofPublic roots of public authorities
     */
    record AnchorDirectories(
            @Name("state") Path ofState, @Name("public") Path ofPublic) {}
}
