package vn.lienket.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import vn.lienket.support.TestPki.Entity;

/** A time-stamping authority (RFC 3161) of a test, in this JVM. */
public final class TestTsa implements AutoCloseable {

    /** How it answers. */
    public enum Manner {
        GOOD,
        /** Takes the question and says nothing. */
        SILENT,
        /** Says that it cannot. */
        REFUSING,
        /** Stamps something that was not asked. */
        LYING,
        /** Its clock is wrong by an hour. */
        WRONG_TIME,
        /** Answers what is no time stamp. */
        BABBLING
    }

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4");
    private static final int HOUR = 3600;

    private final HttpServer server;
    private final Entity authority;
    private final Clock clock;
    private final AtomicInteger stamps = new AtomicInteger();
    private volatile Manner manner = Manner.GOOD;

    public TestTsa(Entity authority, Clock clock) throws IOException {
        this.authority = authority;
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "test-tsa");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/tsa", this::answer);
        server.start();
    }

    public void answers(Manner now) {
        manner = now;
    }

    /** How many it has given. */
    public int stamps() {
        return stamps.get();
    }

    public String address() {
        return "http://127.0.0.1:%d/tsa".formatted(server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            if (!"application/timestamp-query"
                    .equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
                exchange.sendResponseHeaders(415, -1);
                return;
            }
            switch (manner) {
                case SILENT -> Thread.sleep(60_000);
                case REFUSING -> exchange.sendResponseHeaders(503, -1);
                case BABBLING -> send(exchange, "no stamp".getBytes());
                case LYING -> send(exchange, stamp(another(new TimeStampRequest(question)), 0));
                case WRONG_TIME -> send(exchange, stamp(new TimeStampRequest(question), HOUR));
                default -> send(exchange, stamp(new TimeStampRequest(question), 0));
            }
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, byte[] answer) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private static TimeStampRequest another(TimeStampRequest request) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        byte[] digest = request.getMessageImprintDigest().clone();
        digest[0] ^= 1;
        return generator.generate(request.getMessageImprintAlgOID(), digest, request.getNonce());
    }

    private byte[] stamp(TimeStampRequest request, int late)
            throws TSPException, OperatorCreationException, GeneralSecurityException, IOException {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .build("SHA256withECDSA", authority.key(), authority.certificate()),
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                POLICY);
        tokens.addCertificates(new JcaCertStore(authority.chain()));
        return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256, TSPAlgorithms.SHA512))
                .generate(
                        request,
                        BigInteger.valueOf(stamps.incrementAndGet()),
                        Date.from(clock.instant().plusSeconds(late)))
                .getEncoded();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
