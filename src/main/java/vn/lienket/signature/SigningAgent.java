package vn.lienket.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import vn.lienket.problem.ProblemException;

/**
 * Signs for the pages of one LienKet with keys of this machine: {@code GET /certificates}, {@code POST /sign}. Nobody else reaches it: it
 * listens on this machine only, answers by that name only and takes no call that a page of another origin makes. What it signs is
 * shown, and the PIN is asked, on the console each time.
 */
final class SigningAgent implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 100_000;
    private static final int AT_ONCE = 4;
    private static final int LONGEST_TEXT = 200;
    /** It may well be the same one: a page that was loaded again asks again. */
    private static final String ASKING =
            "Phần mềm ký đang chờ trả lời cho một yêu cầu ký trước. Ở cửa sổ của phần mềm ký, hãy nhập PIN, hoặc để trống rồi nhấn Enter để bỏ yêu cầu đó; sau đó bấm ký lại.";

    private static final String NOBODY_TOOK_IT =
            "Không trang nào nhận chữ ký này: trang xin ký đã đóng hoặc tải lại. Văn bản chưa được ký; hãy bấm ký lại trên trang.";

    /** A key that pages may ask for; certificates are DER. */
    record Offered(
            byte[] certificate, List<byte[]> chain, String signer, String organisation, String issuer, String validTo) {

        private static Offered of(SignerCertificates key) {
            List<byte[]> chain =
                    key.chain().stream().map(CertificateToken::getEncoded).toList();
            return new Offered(
                    chain.get(0),
                    chain.subList(1, chain.size()),
                    key.signer(),
                    key.organisation().orElse(null),
                    key.issuer(),
                    key.validTo().toString());
        }
    }

    /**
     * What a page wants to be signed.
     *
     * @param fileName as the page says, like the check sum
     */
    record Wanted(byte[] certificate, String algorithm, byte[] dataToSign, String fileName, String sha256) {}

    record Value(byte[] value) {}

    private record Answer(int status, Object body) {}

    private final KeyPlace place;
    private final AgentConsole console;
    private final String origin;
    private final List<SignerCertificates> offered;
    private final Semaphore signing = new Semaphore(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final HttpServer server;

    /**
     * Asks the PIN once, to read the certificates, and listens.
     *
     * @param port 0 for any
     * @param origin of the pages that may call, e.g. {@code https://lienket.example}
     * @throws ProblemException as {@link KeyPlace#use}; 409 if the port is taken
     */
    SigningAgent(int port, String origin, KeyPlace place, AgentConsole console) {
        this.place = place;
        this.console = console;
        this.origin = origin;
        this.offered = opened(
                "PIN của thiết bị (mật khẩu của tệp khóa)",
                keys -> keys.stream().map(SigningKey::certificates).toList());
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw ProblemException.conflict("Cổng %d của máy này đang bận.".formatted(port));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<SignerCertificates> offered() {
        return offered;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (answer.body() == null) {
                exchange.sendResponseHeaders(answer.status(), -1);
            } else if (answer.body() instanceof Value value) {
                console.say(delivered(exchange, value) ? "Đã ký." : NOBODY_TOOK_IT);
            } else {
                byte[] body = JSON.writeValueAsBytes(answer.body());
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Whether the page still was there: that it has gone shows only after the first bytes. */
    private static boolean delivered(HttpExchange exchange, Value value) {
        try {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.flush();
            body.write(JSON.writeValueAsBytes(value));
            body.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            requireOurPage(exchange.getRequestHeaders());
            allow(exchange);
            return switch (exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath()) {
                case "OPTIONS /certificates", "OPTIONS /sign" -> new Answer(204, null);
                case "GET /certificates" ->
                    new Answer(200, offered.stream().map(Offered::of).toList());
                case "POST /sign" -> new Answer(200, new Value(sign(wanted(exchange))));
                default -> throw ProblemException.notFound("Phần mềm ký không có địa chỉ này.");
            };
        } catch (ProblemException refused) {
            return new Answer(refused.kind().status(), Map.of("detail", refused.getMessage()));
        }
    }

    /** A page elsewhere whose name leads to this machine is told apart by the name it calls. */
    private void requireOurPage(Headers headers) {
        List<String> names = List.of("127.0.0.1:" + port(), "localhost:" + port());
        if (!names.contains(headers.getFirst("Host")) || !origin.equals(headers.getFirst("Origin"))) {
            throw ProblemException.forbidden("Phần mềm ký chỉ nhận lời gọi từ trang %s.".formatted(origin));
        }
    }

    private void allow(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Vary", "Origin");
        headers.set("Cache-Control", "no-store");
        if ("OPTIONS".equals(exchange.getRequestMethod())) {
            headers.set("Access-Control-Allow-Methods", "GET, POST");
            headers.set("Access-Control-Allow-Headers", "Content-Type");
            if (exchange.getRequestHeaders().containsKey("Access-Control-Request-Private-Network")) {
                headers.set("Access-Control-Allow-Private-Network", "true");
            }
        }
    }

    private static Wanted wanted(HttpExchange exchange) throws IOException {
        // a form of any page can send other types without asking first
        if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            throw unreadable();
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw ProblemException.tooLarge("Yêu cầu ký quá lớn.");
        }
        try {
            Wanted wanted = JSON.readValue(body, Wanted.class);
            if (wanted == null || wanted.certificate() == null || wanted.dataToSign() == null) {
                throw unreadable();
            }
            return wanted;
        } catch (JsonProcessingException broken) {
            throw unreadable();
        }
    }

    private byte[] sign(Wanted wanted) {
        SignerCertificates asked = offered.stream()
                .filter(key -> isOf(key, wanted))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("Phần mềm ký không có khóa của chứng thư này."));
        byte[] digest = digest(wanted.dataToSign()).orElseThrow(SigningAgent::unreadable);
        if (!asked.algorithm().getJCEId().equals(wanted.algorithm())) {
            throw unreadable();
        }
        if (!signing.tryAcquire()) {
            throw ProblemException.conflict(ASKING);
        }
        try {
            console.say("""

                    Trang %s xin ký:
                      Tệp (theo trang): %s
                      SHA-256 (theo trang): %s
                      Chứng thư: %s
                      Giá trị băm được ký: %s""".formatted(
                            origin,
                            shown(wanted.fileName()),
                            shown(wanted.sha256()),
                            shown(asked.words()),
                            HexFormat.of().formatHex(digest)));
            return opened(
                    "PIN để ký (để trống nếu không ký)",
                    keys -> keys.stream()
                            .filter(key -> isOf(key.certificates(), wanted))
                            .findFirst()
                            .orElseThrow(
                                    () -> ProblemException.conflict("Thiết bị đã bị thay. Hãy chạy lại phần mềm ký."))
                            .sign(new ToBeSigned(wanted.dataToSign()))
                            .getValue());
        } catch (ProblemException refused) {
            console.say(refused.getMessage());
            throw refused;
        } finally {
            signing.release();
        }
    }

    private <T> T opened(String question, Function<List<SigningKey>, T> work) {
        char[] pin = console.pin(question);
        try {
            if (pin.length == 0) {
                throw ProblemException.forbidden("Người giữ khóa không đồng ý ký.");
            }
            return place.use(pin, work);
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private static boolean isOf(SignerCertificates key, Wanted wanted) {
        return Arrays.equals(key.own().getEncoded(), wanted.certificate());
    }

    /** Of the file that signed attributes name; empty for anything else, which no page gets signed. */
    private static Optional<byte[]> digest(byte[] data) {
        try {
            AttributeTable attributes = new AttributeTable(ASN1Set.getInstance(data));
            return Optional.ofNullable(attributes.get(CMSAttributes.contentType))
                    .map(type -> attributes.get(CMSAttributes.messageDigest))
                    .map(Attribute::getAttributeValues)
                    .map(values -> ASN1OctetString.getInstance(values[0]).getOctets());
        } catch (IllegalArgumentException | ClassCastException | ArrayIndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    /** As a line of a console: a page could have it move the cursor, or write backwards. */
    private static String shown(String text) {
        String line = text == null ? "" : text.replaceAll("\\p{C}", "");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }

    private static ProblemException unreadable() {
        return ProblemException.invalid("dataToSign", "Phần mềm ký không đọc được yêu cầu ký.");
    }
}
