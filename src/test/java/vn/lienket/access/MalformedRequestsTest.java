package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienket.support.EveryDoor;
import vn.lienket.support.IntegrationTest;

/** A request that makes no sense is the sender's fault, at every door: never a failure of the server, never an English sentence. */
@IntegrationTest
class MalformedRequestsTest {

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "{}",
            "[]",
            "\"x\"",
            "{\"variables\":null,\"retries\":null,\"id\":null}",
            "{\"id\":{\"a\":1},\"name\":[1],\"variables\":[{}],\"processVariables\":[{\"name\":\"a\",\"operator\":\"gt\",\"value\":true}]}",
            "{\"jobIds\":\"x\",\"retries\":\"x\",\"suspended\":\"x\",\"sorting\":[{}],\"dueDate\":\"x\",\"created\":\"x\"}");

    /** What would change something that other tests rely on, though it makes no sense either. */
    private static final Set<String> LEFT_OUT = Set.of(
            "POST /camunda/api/admin/auth/user/default/logout",
            "POST /engine-rest/history/cleanup",
            "POST /camunda/api/engine/engine/default/history/cleanup");

    /** The engine's resources once more. */
    private static final String SAME = "/engine-rest/engine/default/";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    List<RequestMappingHandlerMapping> controllers;

    @Autowired
    CamundaJerseyResourceConfig engineRest;

    @Value("${server.port}")
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"binhduong.officer1", "admin"})
    void areAnsweredAsSuch(String person) throws Exception {
        List<String> failures = new ArrayList<>();
        for (String door : EveryDoor.of(controllers, engineRest)) {
            String method = door.substring(0, door.indexOf(' '));
            if (LEFT_OUT.contains(door) || method.equals("OPTIONS") || door.contains(SAME)) {
                continue;
            }
            for (String body : Set.of("POST", "PUT").contains(method) ? BODIES : List.of("")) {
                HttpResponse<String> answer = send(person, method, door.substring(door.indexOf(' ') + 1), body);
                String type = answer.headers().firstValue("Content-Type").orElse("");
                if (answer.statusCode() >= 500
                        || answer.statusCode() >= 400 && type.contains("json") && !isVietnamese(answer.body())) {
                    failures.add("%s %s -> %d %s".formatted(door, body, answer.statusCode(), answer.body()));
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task?maxResults=1&dueBefore=999999999-01-01T00:00:00.000%2B0700",
                "/engine-rest/history/process-instance?maxResults=1&startedAfter=0000-01-01T00:00:00.000%2B0700",
                "/engine-rest/job?maxResults=1&dueDates=gt_999999999-01-01T00:00:00.000%2B0700",
                "/engine-rest/task?maxResults=1&nameLike=%5C",
                "/engine-rest/process-definition?maxResults=1&keyLike=%5C",
                "/engine-rest/metrics?maxResults=201"
            })
    void noParameterMakesTheServerFail(String path) throws Exception {
        HttpResponse<String> answer = send("admin", "GET", path, "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(isVietnamese(answer.body())).as(answer.body()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/consulting/answers/supplement", "/api/v1/agreements", "/"})
    void aFormWithAFieldWithoutAValueIsNoFailure(String path) throws Exception {
        for (String form : List.of("a", "{}", "a&b", "a=%00")) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s %s", path, form).isBetween(300, 499);
        }
    }

    /** No sentence of ours does without one of these letters. */
    private static boolean isVietnamese(String body) {
        return body.codePoints().anyMatch(letter -> letter > 0x7f);
    }

    private HttpResponse<String> send(String person, String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString((person + ":lienket").getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
