package vn.lienket.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienket.content.InTime;
import vn.lienket.problem.ProblemException;

/**
 * Asks a service that holds keys, by the API of the Cloud Signature Consortium (version 2), for one person. All questions together have
 * one deadline; none is asked twice. What it answers of an error is told by its code alone: a description might repeat a secret.
 */
final class RemoteService {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteService.class);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final String CREDENTIAL = "credentialID";
    private static final String JSON = "application/json";

    /** The service says why it does not sign. */
    private static final class RefusedException extends IOException {

        private final String code;

        RefusedException(String code) {
            super(code);
            this.code = code;
        }
    }

    private final HttpClient http;
    private final ObjectMapper json;
    private final RemoteProperties properties;
    private final RemoteProperties.Service service;
    private final String user;
    private final long deadline;
    private String token;

    RemoteService(
            HttpClient http,
            ObjectMapper json,
            RemoteProperties properties,
            RemoteProperties.Service service,
            String person) {
        this.http = http;
        this.json = json;
        this.properties = properties;
        this.service = service;
        this.user = service.userOf(person);
        this.deadline = System.nanoTime() + properties.deadline().toNanos();
    }

    /** The names of the keys that are his. */
    List<String> keys() {
        JsonNode told = ask("credentials/list", Map.of("userID", user)).path("credentialIDs");
        if (!told.isArray()) {
            throw unavailable("no list of credentials");
        }
        return texts(told);
    }

    /** One of his keys, which he may use. */
    RemoteKey key(String id) {
        if (!keys().contains(id)) {
            throw refused("Chứng thư này không thuộc tài khoản ký từ xa của bạn.");
        }
        return known(id);
    }

    /** @throws ProblemException 400 for one that cannot be used now */
    RemoteKey known(String id) {
        JsonNode told = ask(
                "credentials/info",
                Map.of(CREDENTIAL, id, "certificates", "chain", "certInfo", true, "authInfo", true));
        if (told.at("/key/status").isMissingNode()) {
            throw unavailable("no status of the key");
        }
        if (!"enabled".equals(told.at("/key/status").asText())) {
            throw refused("Khóa ký từ xa này đang bị khóa hoặc ngừng sử dụng.");
        }
        if (!"valid".equals(told.at("/cert/status").asText("valid"))) {
            throw refused("Chứng thư ký từ xa này đã hết hạn, bị thu hồi hoặc tạm dừng.");
        }
        String mode = told.at("/auth/mode").asText();
        if (!mode.equals("explicit") && !mode.equals("implicit")) {
            throw refused("Chứng thư này chỉ ký được trên trang của dịch vụ ký từ xa.");
        }
        List<byte[]> chain = texts(told.at("/cert/certificates")).stream()
                .map(RemoteService::decoded)
                .toList();
        if (chain.isEmpty()) {
            throw unavailable("no certificate");
        }
        return new RemoteKey(id, chain, wanted(told, "Password"), wanted(told, "OTP"));
    }

    /** @throws ProblemException 400 if the service does not accept what the signer gave */
    byte[] signed(RemoteKey key, RemoteKey.Hash hash, RemoteKey.Consent consent) {
        String value = Base64.getEncoder().encodeToString(hash.value());
        List<Map<String, String>> given = new ArrayList<>();
        key.pin().ifPresent(id -> given.add(Map.of("id", id, "value", consent.pin())));
        key.otp().ifPresent(id -> given.add(Map.of("id", id, "value", consent.otp())));
        String permission = ask(
                        "credentials/authorize",
                        Map.of(
                                CREDENTIAL,
                                key.id(),
                                "numSignatures",
                                1,
                                "hashes",
                                List.of(value),
                                "hashAlgorithmOID",
                                RemoteKey.Hash.DIGEST.getOid(),
                                "authData",
                                given))
                .path("SAD")
                .asText();
        if (permission.isEmpty()) {
            throw unavailable("no permission to sign");
        }
        List<String> signatures = texts(ask(
                        "signatures/signHash",
                        Map.of(
                                CREDENTIAL,
                                key.id(),
                                "SAD",
                                permission,
                                "hashes",
                                List.of(value),
                                "hashAlgorithmOID",
                                RemoteKey.Hash.DIGEST.getOid(),
                                "signAlgo",
                                hash.algorithm().getOid()))
                .path("signatures"));
        if (signatures.size() != 1) {
            throw unavailable("%d signatures".formatted(signatures.size()));
        }
        return decoded(signatures.get(0));
    }

    private JsonNode ask(String function, Map<String, Object> question) {
        try {
            return sent(function, JSON, json.writeValueAsString(question), token());
        } catch (RefusedException e) {
            throw switch (e.code) {
                case "invalid_pin" -> ProblemException.invalid("pin", "PIN không đúng.");
                case "invalid_otp" -> ProblemException.invalid("otp", "Mã OTP không đúng hoặc đã hết hạn.");
                default -> refused("Dịch vụ ký từ xa không chấp nhận yêu cầu (%s).".formatted(e.code));
            };
        } catch (IOException e) {
            throw unavailable(e.getMessage());
        }
    }

    private String token() throws IOException {
        if (token == null) {
            String form = "grant_type=client_credentials&client_id=%s&client_secret=%s"
                    .formatted(encoded(service.clientId()), encoded(service.clientSecret()));
            try {
                token = sent("oauth2/token", "application/x-www-form-urlencoded", form, null)
                        .path("access_token")
                        .asText();
            } catch (RefusedException e) {
                throw new IOException("no token: " + e.code, e);
            }
            if (token.isEmpty()) {
                token = null;
                throw new IOException("no token");
            }
        }
        return token;
    }

    private JsonNode sent(String function, String type, String body, String bearer) throws IOException {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative()) {
            throw new IOException("no time left for " + function);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.baseUrl() + "/" + function))
                .timeout(left)
                .header("Content-Type", type)
                .header("Accept", JSON)
                .POST(BodyPublishers.ofString(body));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            return InTime.call("remote-signing", left, () -> answer(function, request.build()));
        } catch (TimeoutException late) {
            throw new IOException(function + " took too long", late);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(function, e);
        }
    }

    private JsonNode answer(String function, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            int limit = (int) properties.maxAnswer().toBytes();
            byte[] answer = body.readNBytes(limit + 1);
            if (answer.length > limit) {
                throw new IOException(function + " answered more than " + properties.maxAnswer());
            }
            if (response.statusCode() == BAD_REQUEST) {
                throw new RefusedException(code(answer));
            }
            if (response.statusCode() != OK) {
                throw new IOException("%s answered %d".formatted(function, response.statusCode()));
            }
            return read(function, answer);
        }
    }

    private JsonNode read(String function, byte[] answer) throws IOException {
        try {
            return json.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new IOException(function + " answered no JSON", e);
        }
    }

    private String code(byte[] answer) throws IOException {
        String code = read("error", answer).path("error").asText();
        return code.matches("[a-z_]{1,40}") ? code : "unknown";
    }

    private static Optional<String> wanted(JsonNode told, String type) {
        return StreamSupport.stream(told.at("/auth/objects").spliterator(), false)
                .filter(object -> type.equals(object.path("type").asText()))
                .map(object -> object.path("id").asText())
                .findFirst();
    }

    private static List<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unavailable("no Base64");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static ProblemException refused(String sentence) {
        return ProblemException.invalid("credentialId", sentence);
    }

    private static ProblemException unavailable(String cause) {
        LOG.warn("Dịch vụ ký từ xa không dùng được: {}", cause);
        return ProblemException.busy(
                "Dịch vụ ký từ xa không trả lời hoặc trả lời sai. Hồ sơ chưa thay đổi; hãy thử lại sau ít phút.");
    }
}
