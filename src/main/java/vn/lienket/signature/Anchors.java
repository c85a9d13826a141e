package vn.lienket.signature;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * The certificates in which chains end, by root.
 *
 * @param ofStamps those of time stamps alone: no signature of anybody is under them
 */
record Anchors(List<CertificateToken> ofState, List<CertificateToken> ofPublic, List<CertificateToken> ofStamps) {

    Anchors {
        ofState = List.copyOf(ofState);
        ofPublic = List.copyOf(ofPublic);
        ofStamps = List.copyOf(ofStamps);
    }

    /** Under which root a chain is, from the certificate of the signer up. */
    Anchor of(Stream<String> chain) {
        List<String> ids = chain.toList();
        if (holds(ofState, ids)) {
            return Anchor.STATE;
        }
        return holds(ofPublic, ids) ? Anchor.PUBLIC : Anchor.UNKNOWN;
    }

    CommonTrustedCertificateSource trusted() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        ofState.forEach(trusted::addCertificate);
        ofPublic.forEach(trusted::addCertificate);
        ofStamps.forEach(trusted::addCertificate);
        return trusted;
    }

    /** The same for the same certificates, whatever their files are called. */
    String words() {
        return Stream.of(ofState, ofPublic, ofStamps)
                .map(certificates -> certificates.stream()
                        .map(CertificateToken::getDSSIdAsString)
                        .sorted()
                        .distinct()
                        .toList()
                        .toString())
                .toList()
                .toString();
    }

    private static boolean holds(List<CertificateToken> anchors, List<String> chain) {
        return anchors.stream().map(CertificateToken::getDSSIdAsString).anyMatch(chain::contains);
    }
}
