package vn.lienket.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certification authority of the demonstration. Nobody revokes what it issues, and the certificates say so themselves (noRevAvail, RFC
 * 9608) instead of naming an address at which nothing is ever revoked.
 */
record DemoAuthority(PrivateKey key, X509Certificate certificate) {

    private static final String ALIAS = "key";
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final int SERIAL_BITS = 127;
    private static final Duration OF_ROOT = Duration.ofDays(20 * 365);
    private static final Duration OF_PERSON = Duration.ofDays(3 * 365);
    /** A demonstration may play in the past. */
    private static final Duration BEFORE = Duration.ofDays(5 * 365);

    static DemoAuthority named(X500Name name, Instant now) throws GeneralSecurityException, IOException {
        KeyPair pair = keyPair();
        JcaX509v3CertificateBuilder root = builder(name, name, pair.getPublic(), now, OF_ROOT);
        root.addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new DemoAuthority(pair.getPrivate(), signed(root, pair.getPrivate()));
    }

    /** What {@link #pkcs12} has written. */
    static DemoAuthority read(byte[] pkcs12, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), password);
        return new DemoAuthority(
                (PrivateKey) store.getKey(ALIAS, password), (X509Certificate) store.getCertificate(ALIAS));
    }

    /** Its own key as a PKCS#12 file. */
    byte[] pkcs12(char[] password) throws GeneralSecurityException, IOException {
        return pkcs12(key, password, certificate);
    }

    /** A new key of a person with its certificates, as a PKCS#12 file. */
    byte[] issue(X500Name subject, Instant now, char[] password) throws GeneralSecurityException, IOException {
        KeyPair pair = keyPair();
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        JcaX509v3CertificateBuilder person = builder(name(), subject, pair.getPublic(), now, OF_PERSON);
        person.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                .addExtension(
                        Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(certificate))
                .addExtension(Extension.noRevAvail, false, DERNull.INSTANCE);
        return pkcs12(pair.getPrivate(), password, signed(person, key), certificate);
    }

    /** One that stamps for a time-stamping authority; its key is kept nowhere. */
    DemoAuthority stamping(X500Name subject, Instant now) throws GeneralSecurityException, IOException {
        KeyPair pair = keyPair();
        JcaX509v3CertificateBuilder stamps = builder(name(), subject, pair.getPublic(), now, OF_PERSON);
        stamps.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate))
                .addExtension(Extension.noRevAvail, false, DERNull.INSTANCE);
        return new DemoAuthority(pair.getPrivate(), signed(stamps, key));
    }

    private X500Name name() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant now, Duration validity)
            throws GeneralSecurityException, IOException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                LibraryTime.of(now.minus(BEFORE)),
                LibraryTime.of(now.plus(validity)),
                subject,
                key);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder certificate, PrivateKey issuer)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(new JcaContentSignerBuilder(ALGORITHM).build(issuer)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static byte[] pkcs12(PrivateKey key, char[] password, Certificate... chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, key, password, chain);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        store.store(file, password);
        return file.toByteArray();
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return certificate.getSubjectX500Principal().getName();
    }
}
