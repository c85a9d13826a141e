package vn.lienket.signature;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By whom signatures are stamped.
 *
 * @param tsa address of the time-stamping authority (RFC 3161), or null
 * @param tsaDeadline of one stamp as a whole
 * @param anchors where its root is found
 */
@ConfigurationProperties("lienket.signature")
record TimeStampProperties(
        String tsa,
        @DefaultValue("10s") Duration tsaDeadline,
        @DefaultValue AnchorDirectory anchors) {

    /** @param tsa directory of certificates (DER or PEM) under which time stamps are believed beside the roots of signers, or null */
    record AnchorDirectory(Path tsa) {}

    /** Whether an authority is named. */
    boolean configured() {
        return tsa != null && !tsa.isBlank();
    }
}
