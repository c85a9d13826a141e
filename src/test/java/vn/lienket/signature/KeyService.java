package vn.lienket.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service that holds keys, as the Cloud Signature Consortium describes it (version 2), in this JVM. */
final class KeyService implements AutoCloseable {

    static final String CLIENT = "lienket-thu";
    static final String SECRET = "bi-mat-cua-may-khach";
    static final String TOKEN = "the-truy-cap-dich-vu";
    static final String PIN = "739164";
    static final String OTP = "582037";

    /** How it signs. */
    enum Mood {
        GOOD,
        SILENT,
        DRIPPING,
        TALKATIVE,
        BROKEN,
        CONFUSED,
        OTHER_HASH,
        OTHER_KEY
    }

    private record Key(String user, PrivateKey secret, List<String> chain, boolean otp, int[] mistakes) {

        boolean locked() {
            return mistakes[0] >= 3;
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final Map<String, String> permissions = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Mood mood = Mood.GOOD;

    KeyService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "test-key-service");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/csc/v2/", this::serve);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:%d/csc/v2".formatted(server.getAddress().getPort());
    }

    /** Takes the key of a file for a user. */
    void hold(String id, String user, byte[] pkcs12, boolean otp) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), DemoOffice.PASSWORD);
        String alias = store.aliases().nextElement();
        List<String> chain = Arrays.stream(store.getCertificateChain(alias))
                .map(KeyService::written)
                .toList();
        keys.put(id, new Key(user, (PrivateKey) store.getKey(alias, DemoOffice.PASSWORD), chain, otp, new int[1]));
    }

    /** It is held for another user from now on. */
    void hold(String id, String user) {
        keys.computeIfPresent(id, (same, key) -> new Key(user, key.secret(), key.chain(), key.otp(), key.mistakes()));
    }

    void feel(Mood now) {
        mood = now;
    }

    /** What it was asked to do, in order. */
    List<String> asked() {
        return asked;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String function = exchange.getRequestURI().getPath().substring("/csc/v2/".length());
            asked.add(function);
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (function.equals("oauth2/token")) {
                boolean known = new String(body, StandardCharsets.UTF_8)
                        .equals("grant_type=client_credentials&client_id=%s&client_secret=%s"
                                .formatted(CLIENT, SECRET));
                answer(exchange, known ? 200 : 401, Map.of("access_token", TOKEN, "token_type", "Bearer"));
            } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, Map.of("error", "invalid_token"));
            } else {
                serve(exchange, function, json.readTree(body));
            }
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void serve(HttpExchange exchange, String function, JsonNode question)
            throws IOException, GeneralSecurityException, InterruptedException {
        if (function.equals("credentials/list")) {
            String user = question.path("userID").asText();
            answer(
                    exchange,
                    200,
                    Map.of(
                            "credentialIDs",
                            keys.entrySet().stream()
                                    .filter(key -> key.getValue().user().equals(user))
                                    .map(Map.Entry::getKey)
                                    .sorted()
                                    .toList()));
            return;
        }
        String id = question.path("credentialID").asText();
        Key key = keys.get(id);
        switch (function) {
            case "credentials/info" -> answer(exchange, 200, info(key));
            case "credentials/authorize" -> authorize(exchange, key, question);
            case "signatures/signHash" -> sign(exchange, key, question);
            default -> answer(exchange, 404, Map.of("error", "invalid_request"));
        }
    }

    private static Map<String, Object> info(Key key) {
        List<Map<String, String>> wanted =
                List.of(Map.of("type", "Password", "id", "PIN"), Map.of("type", "OTP", "id", "OTP"));
        return Map.of(
                "key", Map.of("status", key.locked() ? "disabled" : "enabled", "algo", List.of("1.2.840.10045.4.3.2")),
                "cert", Map.of("status", "valid", "certificates", key.chain()),
                "auth",
                        Map.of(
                                "mode", "explicit",
                                "expression", key.otp() ? "PIN AND OTP" : "PIN",
                                "objects", key.otp() ? wanted : wanted.subList(0, 1)),
                "SCAL", "2",
                "multisign", 1);
    }

    private void authorize(HttpExchange exchange, Key key, JsonNode question) throws IOException {
        if (!given(question, "PIN").equals(PIN)) {
            key.mistakes()[0]++;
            answer(
                    exchange,
                    400,
                    Map.of("error", "invalid_pin", "error_description", "wrong " + given(question, "PIN")));
        } else if (key.otp() && !given(question, "OTP").equals(OTP)) {
            answer(exchange, 400, Map.of("error", "invalid_otp"));
        } else {
            String permission = UUID.randomUUID().toString();
            permissions.put(permission, question.at("/hashes/0").asText());
            answer(exchange, 200, Map.of("SAD", permission, "expiresIn", 60));
        }
    }

    private void sign(HttpExchange exchange, Key key, JsonNode question)
            throws IOException, GeneralSecurityException, InterruptedException {
        String hash = question.at("/hashes/0").asText();
        // for one signature over one hash
        if (!hash.equals(permissions.remove(question.path("SAD").asText()))) {
            answer(exchange, 400, Map.of("error", "invalid_sad"));
            return;
        }
        byte[] value = Base64.getDecoder().decode(hash);
        Key signing = key;
        switch (mood) {
            case SILENT -> Thread.sleep(60_000);
            case DRIPPING -> drip(exchange);
            case TALKATIVE -> answer(exchange, 200, Map.of("signatures", List.of("A".repeat(2 << 20))));
            case BROKEN -> answer(exchange, 500, Map.of("error", "server_error"));
            case CONFUSED -> answer(exchange, 200, Map.of("signatures", List.of()));
            case OTHER_HASH -> value[0] ^= 1;
            case OTHER_KEY ->
                signing = keys.values().stream()
                        .filter(other -> other != key)
                        .findFirst()
                        .orElseThrow();
            case GOOD -> {}
        }
        if (exchange.getResponseCode() < 0) {
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initSign(signing.secret());
            signature.update(value);
            answer(
                    exchange,
                    200,
                    Map.of("signatures", List.of(Base64.getEncoder().encodeToString(signature.sign()))));
        }
    }

    private static void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        for (int count = 0; count < 600; count++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            Thread.sleep(100);
        }
    }

    private static String given(JsonNode question, String id) {
        for (JsonNode item : question.path("authData")) {
            if (item.path("id").asText().equals(id)) {
                return item.path("value").asText();
            }
        }
        return "";
    }

    private void answer(HttpExchange exchange, int status, Map<String, ?> content) throws IOException {
        byte[] answer = json.writeValueAsBytes(content);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private static String written(Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
