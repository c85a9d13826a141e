package vn.lienket.signature;

import java.time.Instant;
import java.util.Objects;

/**
 * What was found of one signature.
 *
 * @param signer name in the certificate, or null if it could not be read
 * @param organisation id of the organisation he signs for, or null if {@code reference/signers.yaml} names none
 * @param signedAt null if the signature does not say it
 * @param timeSource null without a time
 * @param sentence in Vietnamese: that it is valid, or the first thing that is wrong
 * @param level as ETSI calls it, e.g. {@code PAdES-BASELINE-B}, or null
 * @param wholeFile whether it covers every byte of the file; an earlier signature covers the file as it was then
 * @param certificate null if it could not be read, or was not noted when the file was verified
 * @param keyOwner whom the certificate names; null as the organisation, or if it was not noted when the file was verified
 */
public record VerifiedSignature(
        String signer,
        String organisation,
        Anchor anchor,
        Instant signedAt,
        TimeSource timeSource,
        boolean valid,
        String sentence,
        String level,
        boolean wholeFile,
        Certificate certificate,
        KeyOwner keyOwner) {

    /**
     * The certificate of the signer.
     *
     * @param serial hexadecimal
     * @param issuer its name, or its whole subject
     * @param sha256 fingerprint, 64 lower-case hexadecimal digits
     */
    public record Certificate(String serial, String issuer, Instant validFrom, Instant validTo, String sha256) {}

    /** Whether nothing is against it but how its certificate stands on the day of the verification, which is not the day of signing. */
    public boolean onlyItsCertificateFails() {
        return Fault.LATER.stream().map(Fault::sentence).anyMatch(sentence::equals);
    }

    /** Whether its certificate names somebody else than this person; not while it cannot be read. */
    public boolean isOfAnotherThan(String person) {
        return signer != null
                && !Signers.alike(signer.replace(DemoKeys.MARK, "")).equals(Signers.alike(person));
    }

    /** Whether it was read as far as whose it is; not where nothing can be told apart in a file. */
    public boolean hasCertificate() {
        return certificate != null;
    }

    /** Whether this is the other one, read in a longer or shorter file. */
    public boolean isSameAs(VerifiedSignature other) {
        return Objects.equals(signer, other.signer) && Objects.equals(signedAt, other.signedAt);
    }

    /** Whether both were made with the same key. */
    public boolean hasCertificateOf(VerifiedSignature other) {
        return certificate != null
                && other.certificate != null
                && certificate.sha256().equals(other.certificate.sha256());
    }

    /** For a file of which no signature can be told apart from what is wrong with it. */
    static VerifiedSignature unread(Fault fault) {
        return new VerifiedSignature(
                null, null, Anchor.UNKNOWN, null, null, false, fault.sentence(), null, false, null, null);
    }

    VerifiedSignature refused(Fault cause) {
        return new VerifiedSignature(
                signer,
                organisation,
                anchor,
                signedAt,
                timeSource,
                false,
                cause.sentence(),
                level,
                wholeFile,
                certificate,
                keyOwner);
    }
}
