package vn.lienket.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.spi.DSSUtils;
import java.util.List;
import java.util.Optional;

/**
 * A key as the service that holds it tells of it.
 *
 * @param chain certificates, its own first, DER
 * @param pin under which name the service wants the PIN, if it does
 * @param otp the same of a code for one use
 */
record RemoteKey(String id, List<byte[]> chain, Optional<String> pin, Optional<String> otp) {

    /** What the signer gives so that his key signs once; written nowhere. */
    record Consent(String pin, String otp) {

        @Override
        public String toString() {
            return "Consent[]";
        }
    }

    /** What the key is to sign. */
    record Hash(byte[] value, SignatureAlgorithm algorithm) {

        static final DigestAlgorithm DIGEST = SignerCertificates.DIGEST;

        /** @param algorithm as Java calls it */
        static Hash of(byte[] data, String algorithm) {
            return new Hash(DSSUtils.digest(DIGEST, data), SignatureAlgorithm.forJAVA(algorithm));
        }
    }
}
