package vn.lienket.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.TimestampType;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.service.SecureRandomNonceSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.tsp.TSPException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;
import vn.lienket.problem.ProblemException;

/**
 * Has values stamped by a time-stamping authority (RFC 3161), if there is one. What it answers is looked at before it counts; whose
 * certificate it bears is for the verifier to say.
 */
final class TimeStamping implements TSPSource {

    private static final Logger LOG = LoggerFactory.getLogger(TimeStamping.class);
    private static final DataSize LARGEST_ANSWER = DataSize.ofKilobytes(64);
    /** Bytes of a stamp, which has to fit into the signature. */
    private static final int LARGEST = 10_000;
    /** Their clock or ours may be wrong by so much. */
    private static final Duration WRONG_CLOCK = Duration.ofMinutes(5);

    private final transient Supplier<TSPSource> authority;
    private final transient Clock clock;

    /** @param authority for one stamp, or null */
    private TimeStamping(Supplier<TSPSource> authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    static TimeStamping none() {
        return new TimeStamping(null, Clock.systemUTC());
    }

    static TimeStamping by(Supplier<TSPSource> authority, Clock clock) {
        return new TimeStamping(authority, clock);
    }

    /** @param deadline of one stamp as a whole */
    static TimeStamping at(String url, Duration deadline, Clock clock) {
        HttpClient http = RevocationClient.http();
        return new TimeStamping(
                () -> {
                    OnlineTSPSource source =
                            new OnlineTSPSource(url, RevocationClient.stamping(http, deadline, LARGEST_ANSWER));
                    source.setNonceSource(new SecureRandomNonceSource());
                    return source;
                },
                clock);
    }

    boolean available() {
        return authority != null;
    }

    /**
     * The stamp over a value, as it stands beside it in a signature.
     *
     * @throws ProblemException 503 if the authority does not answer, or answers something else
     */
    byte[] over(byte[] value) {
        DigestAlgorithm digest = SignerCertificates.DIGEST;
        return getTimeStampResponse(digest, DSSUtils.digest(digest, value)).getBytes();
    }

    /** @throws ProblemException as {@link #over} */
    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        if (!available()) {
            throw ProblemException.busy("Chưa cấu hình cơ quan cấp dấu thời gian.");
        }
        try {
            TimestampBinary stamp = authority.get().getTimeStampResponse(algorithm, digest);
            requireFit(stamp.getBytes());
            return stamp;
        } catch (DSSException | IOException | TSPException | CMSException e) {
            LOG.warn("No time stamp could be had: {}", e.getMessage());
            throw unavailable();
        }
    }

    private void requireFit(byte[] stamp) throws IOException, TSPException, CMSException {
        if (stamp.length > LARGEST) {
            throw new IOException("a stamp of %d bytes".formatted(stamp.length));
        }
        Instant time = LibraryTime.in(new TimestampToken(stamp, TimestampType.SIGNATURE_TIMESTAMP).getGenerationTime());
        if (Duration.between(time, clock.instant()).abs().compareTo(WRONG_CLOCK) > 0) {
            throw new IOException("a stamp of " + time);
        }
    }

    static ProblemException unavailable() {
        return ProblemException.busy(
                "Chưa lấy được dấu thời gian: cơ quan cấp dấu thời gian không trả lời hoặc trả lời sai. Hãy thử lại sau ít phút.");
    }
}
