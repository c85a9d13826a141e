package vn.lienket.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Certification authorities of tests, with an OCSP responder that really answers, in this JVM. */
public final class TestPki implements AutoCloseable {

    private static final Duration YEARS = Duration.ofDays(3650);

    private final HttpServer server;
    private final Map<BigInteger, Entity> issuers = new ConcurrentHashMap<>();
    private final Map<BigInteger, CertificateStatus> states = new ConcurrentHashMap<>();
    private final AtomicLong serial = new AtomicLong(System.nanoTime());
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean silent;
    private volatile Duration ahead = Duration.ZERO;

    public TestPki() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "test-ocsp");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/ocsp", this::answer);
        server.createContext("/crl", this::list);
        server.start();
    }

    /** A key with its certificate and those above it, its own first. */
    public record Entity(PrivateKey key, List<X509Certificate> chain) {

        public X509Certificate certificate() {
            return chain.get(0);
        }
    }

    /** What an authority gives for its list of revoked certificates. */
    public enum RevocationList {
        GOOD,
        STALE,
        HUGE,
        BROKEN,
        FOREIGN
    }

    /** What a certificate is to be like; the rest is as in good ones. */
    public record Wish(
            String subject,
            String key,
            Instant from,
            Instant to,
            int usage,
            KeyPurposeId purpose,
            boolean authority,
            boolean asked,
            RevocationList list,
            boolean neverRevoked) {

        /** An EC certificate of one who signs, asked for by OCSP, valid for years. */
        public static Wish of(String subject) {
            return new Wish(
                    subject,
                    "secp256r1",
                    Instant.now().minus(Duration.ofDays(400)),
                    Instant.now().plus(YEARS),
                    KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                    null,
                    false,
                    true,
                    null,
                    false);
        }

        public Wish authorised() {
            return new Wish(
                    subject,
                    key,
                    from,
                    to,
                    KeyUsage.keyCertSign | KeyUsage.cRLSign,
                    null,
                    true,
                    asked,
                    list,
                    neverRevoked);
        }

        /** {@code RSA-2048}, or the name of a curve. */
        public Wish key(String wanted) {
            return new Wish(subject, wanted, from, to, usage, purpose, authority, asked, list, neverRevoked);
        }

        public Wish valid(Instant newFrom, Instant newTo) {
            return new Wish(subject, key, newFrom, newTo, usage, purpose, authority, asked, list, neverRevoked);
        }

        public Wish usage(int wanted) {
            return new Wish(subject, key, from, to, wanted, purpose, authority, asked, list, neverRevoked);
        }

        public Wish stamping() {
            return new Wish(
                    subject,
                    key,
                    from,
                    to,
                    KeyUsage.digitalSignature,
                    KeyPurposeId.id_kp_timeStamping,
                    authority,
                    asked,
                    list,
                    neverRevoked);
        }

        /** Without an address at which its state is told. */
        public Wish unasked() {
            return new Wish(subject, key, from, to, usage, purpose, authority, false, list, neverRevoked);
        }

        /** Its authority does not answer for it, it has a list of those that it has revoked. */
        public Wish listed(RevocationList kind) {
            return new Wish(subject, key, from, to, usage, purpose, authority, false, kind, neverRevoked);
        }

        /** Its authority says that it revokes none of these. */
        public Wish neverRevokes() {
            return new Wish(subject, key, from, to, usage, purpose, authority, false, list, true);
        }
    }

    public Entity root(String subject) {
        return issue(null, Wish.of(subject).authorised().unasked());
    }

    /** @param issuer null for one that certifies itself */
    public Entity issue(Entity issuer, Wish wish) {
        try {
            KeyPair pair = pair(wish.key());
            X500Name name = new X500Name(wish.subject());
            X500Name above = issuer == null
                    ? name
                    : X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded());
            BigInteger number = BigInteger.valueOf(serial.incrementAndGet());
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    above, number, Date.from(wish.from()), Date.from(wish.to()), name, pair.getPublic());
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(wish.usage()));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(pair.getPublic()));
            if (wish.authority()) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            if (wish.purpose() != null) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(wish.purpose()));
            }
            if (issuer != null) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(issuer.certificate()));
            }
            if (wish.neverRevoked()) {
                builder.addExtension(Extension.noRevAvail, false, DERNull.INSTANCE);
            }
            if (wish.list() != null) {
                String list = "%s/%s/%d".formatted(address("crl"), wish.list(), number);
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(
                            new DistributionPointName(
                                    new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, list))),
                            null,
                            null)
                }));
            }
            if (wish.asked()) {
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(
                                AccessDescription.id_ad_ocsp,
                                new GeneralName(GeneralName.uniformResourceIdentifier, address())));
            }
            PrivateKey signing = issuer == null ? pair.getPrivate() : issuer.key();
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm(signing)).build(signing)));
            if (issuer != null) {
                issuers.put(number, issuer);
            }
            List<X509Certificate> chain = Stream.concat(
                            Stream.of(certificate), issuer == null ? Stream.of() : issuer.chain().stream())
                    .toList();
            return new Entity(pair.getPrivate(), chain);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public void revoke(Entity entity, Instant since) {
        states.put(
                entity.certificate().getSerialNumber(), new RevokedStatus(Date.from(since), CRLReason.keyCompromise));
    }

    public void hold(Entity entity, Instant since) {
        states.put(
                entity.certificate().getSerialNumber(), new RevokedStatus(Date.from(since), CRLReason.certificateHold));
    }

    /** The responder says that it does not know the certificate. */
    public void forget(Entity entity) {
        states.put(entity.certificate().getSerialNumber(), new UnknownStatus());
    }

    /** From now on the responder answers with an error, or answers again. */
    public void silent(boolean now) {
        silent = now;
    }

    /** From now on the responder answers as if so much time had gone by. */
    public void after(Duration time) {
        ahead = time;
    }

    /** How often the responder was asked. */
    public int questions() {
        return questions.get();
    }

    public String address() {
        return address("ocsp");
    }

    private String address(String context) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), context);
    }

    /** Puts the certificate into a directory of trust anchors. */
    public static Path trust(Path directory, Entity root) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory);
        return Files.write(
                directory.resolve(root.certificate().getSerialNumber() + ".crt"),
                root.certificate().getEncoded());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            questions.incrementAndGet();
            if (silent) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] answer = answer(new OCSPReq(exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private byte[] answer(OCSPReq request)
            throws OCSPException, OperatorCreationException, GeneralSecurityException, IOException {
        Req question = request.getRequestList()[0];
        BigInteger number = question.getCertID().getSerialNumber();
        Entity issuer = issuers.get(number);
        BasicOCSPRespBuilder builder = new JcaBasicOCSPRespBuilder(
                issuer.certificate().getPublicKey(),
                new JcaDigestCalculatorProviderBuilder().build().get(RespID.HASH_SHA1));
        Instant now = Instant.now().plus(ahead);
        builder.addResponse(
                question.getCertID(),
                // nothing said is good
                states.get(number),
                Date.from(now.minusSeconds(5)),
                Date.from(now.plusSeconds(3600)));
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        builder.build(
                                new JcaContentSignerBuilder(algorithm(issuer.key())).build(issuer.key()),
                                new X509CertificateHolder[] {new JcaX509CertificateHolder(issuer.certificate())},
                                Date.from(now)))
                .getEncoded();
    }

    private void list(HttpExchange exchange) throws IOException {
        try (exchange) {
            questions.incrementAndGet();
            String[] path = exchange.getRequestURI().getPath().split("/");
            byte[] list = list(RevocationList.valueOf(path[2]), issuers.get(new BigInteger(path[3])));
            exchange.getResponseHeaders().add("Content-Type", "application/pkix-crl");
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
        } catch (OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private byte[] list(RevocationList kind, Entity issuer) throws OperatorCreationException, IOException {
        if (kind == RevocationList.BROKEN) {
            return "no list".getBytes(StandardCharsets.US_ASCII);
        }
        Instant made = Instant.now().minus(kind == RevocationList.STALE ? Duration.ofDays(40) : Duration.ofMinutes(1));
        JcaX509v2CRLBuilder builder =
                new JcaX509v2CRLBuilder(issuer.certificate().getSubjectX500Principal(), Date.from(made));
        builder.setNextUpdate(Date.from(made.plus(Duration.ofDays(10))));
        states.forEach((number, state) -> {
            if (state instanceof RevokedStatus revoked) {
                builder.addCRLEntry(number, revoked.getRevocationTime(), CRLReason.keyCompromise);
            }
        });
        for (int count = 1; kind == RevocationList.HUGE && count < 40_000; count++) {
            builder.addCRLEntry(BigInteger.valueOf(count), Date.from(made), CRLReason.superseded);
        }
        PrivateKey key =
                kind == RevocationList.FOREIGN ? root("CN=Người khác,C=VN").key() : issuer.key();
        return builder.build(new JcaContentSignerBuilder(algorithm(key)).build(key))
                .getEncoded();
    }

    private static KeyPair pair(String kind) throws GeneralSecurityException {
        if (kind.startsWith("RSA-")) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(Integer.parseInt(kind.substring("RSA-".length())));
            return generator.generateKeyPair();
        }
        // Java has no short curves any more
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
        generator.initialize(new ECGenParameterSpec(kind));
        return generator.generateKeyPair();
    }

    private static String algorithm(PrivateKey key) {
        return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
