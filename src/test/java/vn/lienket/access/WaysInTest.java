package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lienket.support.EveryDoor;
import vn.lienket.support.IntegrationTest;

/** Walks every mapping of every door, found in the code that serves it, as somebody who has not signed in. */
@IntegrationTest
class WaysInTest {

    private static final Set<String> OPEN = Set.of(
            "GET /",
            "GET /account/password",
            "GET /account/password/set",
            "POST /account/password",
            "GET /account/forgotten",
            "GET /account/forgotten/asked",
            "POST /account/forgotten",
            "GET /second-factor",
            "POST /second-factor",
            "GET /second-factor/enrol",
            "POST /second-factor/enrol",
            "GET /consulting/answers",
            "GET /consulting/answers/received",
            "GET /consulting/answers/roadmap.pdf",
            "POST /consulting/answers/supplement",
            "POST /consulting/answers/roadmap",
            "GET /consulting/cases",
            "GET /consulting/cases/documents/x",
            "GET /consulting/link",
            "POST /consulting/link",
            "GET /consulting/link/asked",
            "GET /verify",
            "POST /verify",
            "GET /help",
            "GET /help/",
            "GET /help/x",
            "GET /help/x/",
            "GET /mailbox",
            "GET /mailbox/1",
            "GET /mailbox/1/html",
            "GET /mailbox/1/attachments/1",
            "GET /mailbox/messages",
            "GET /mailbox/messages/1",
            // says only that nobody is signed in
            "GET /camunda/api/admin/auth/user/default",
            // ends a session, if there is one
            "POST /camunda/api/admin/auth/user/default/logout");

    /** Programs of the web applications, which everybody may have. */
    private static final String STATIC = "/camunda/api/(cockpit|admin|tasklist|welcome)/plugin/[^/]+/static/.*";

    @Autowired
    List<RequestMappingHandlerMapping> controllers;

    @Autowired
    CamundaJerseyResourceConfig engineRest;

    @Value("${server.port}")
    int port;

    @Test
    void nobodyIsLetInAnywhereUnlessARuleSaysSo() throws IOException {
        Set<String> doors = EveryDoor.of(controllers, engineRest);
        assertThat(doors).as("the doors there are").hasSizeGreaterThan(400);
        List<String> open = new ArrayList<>();
        Caller nobody = new Caller(port);
        for (String door : doors) {
            if (!OPEN.contains(door) && !door.matches("GET " + STATIC) && !refused(nobody.ask(door))) {
                open.add(door);
            }
        }
        assertThat(open).isEmpty();
    }

    /** Every other spelling of an address is refused as such, whoever sends it. */
    @Test
    void noOtherSpellingOfAnAddressIsTaken() throws IOException {
        List<String> taken = new ArrayList<>();
        int asked = 0;
        Caller nobody = new Caller(port);
        for (String door : EveryDoor.of(controllers, engineRest)) {
            if (door.matches("GET " + STATIC) || door.endsWith(" /")) {
                continue;
            }
            for (String spelling : spellings(door.substring(door.indexOf(' ') + 1))) {
                asked++;
                int status = nobody.ask(door.substring(0, door.indexOf(' ') + 1) + spelling);
                if (!refused(status)) {
                    taken.add(status + " " + spelling);
                }
            }
        }
        assertThat(asked).isGreaterThan(5_000);
        assertThat(taken).isEmpty();
    }

    @Test
    void noHeaderMovesARequestToAnotherDoor() throws IOException {
        for (String header : List.of(
                "X-Forwarded-Prefix: /actuator/health",
                "X-Original-URL: /engine-rest/user",
                "X-Rewrite-URL: /engine-rest/user",
                "X-HTTP-Method-Override: DELETE",
                "Forwarded: for=127.0.0.1;host=evil.example;proto=https",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-For: 10.0.0.1")) {
            Caller nobody = new Caller(port);
            assertThat(nobody.ask("GET /camunda/api/engine/engine/default/user", header))
                    .as(header)
                    .isEqualTo(401);
            assertThat(nobody.ask("GET /camunda/app/tasklist/default/", header, "Accept: text/html"))
                    .as(header)
                    .isEqualTo(302);
            assertThat(nobody.location).as(header).startsWith("/?next=");
        }
    }

    @Test
    void answersToTheNamesOfThisMachineOnly() throws IOException {
        Caller nobody = new Caller(port);
        for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
            nobody.host = host + ":" + port;
            assertThat(nobody.ask("GET /")).as(host).isEqualTo(200);
        }
        for (String host : List.of("evil.example", "localhost.evil.example", "10.0.0.1", "0.0.0.0")) {
            nobody.host = host;
            assertThat(nobody.ask("GET /")).as(host).isEqualTo(400);
        }
    }

    @Test
    void knowsNoMethodBeyondThoseUsed() throws IOException {
        Caller nobody = new Caller(port);
        for (String method : List.of("TRACE", "PATCH", "PROPFIND", "get", "FOO")) {
            assertThat(nobody.ask(method + " /api/v1/agreements")).as(method).isIn(400, 405);
        }
    }

    private static boolean refused(int status) {
        return status == 400 || status == 401 || status == 403 || status == 404 || status == 405;
    }

    private static List<String> spellings(String path) {
        List<String> spellings = new ArrayList<>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            for (String between : List.of(";x", ";x=/", "/", "/.", "/x/..", "%2f", "%00", "%5c", "%3b")) {
                spellings.add(path.substring(0, slash) + between + path.substring(slash));
            }
        }
        spellings.add(path + ";x");
        spellings.add(path + "/../x");
        spellings.add("/" + path);
        spellings.add("/x/.." + path);
        spellings.add("/%%%02x%s".formatted((int) path.charAt(1), path.substring(2)));
        spellings.add(path.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + path.substring(2));
        return spellings.stream().filter(spelling -> !spelling.equals(path)).toList();
    }

    /** Asks as nobody, writing the address as it stands. */
    private static final class Caller {

        private final int port;
        private String host;
        private String location;

        Caller(int port) {
            this.port = port;
            this.host = "localhost:" + port;
        }

        int ask(String door, String... headers) throws IOException {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(30_000);
                OutputStream out = socket.getOutputStream();
                String all = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
                out.write((door + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\nConnection: close\r\n" + all
                                + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                String status = in.readLine();
                location = null;
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    if (line.regionMatches(true, 0, "Location: ", 0, 10)) {
                        location = line.substring(10);
                    }
                }
                int answer = Integer.parseInt(status.split(" ")[1]);
                if (answer == 429) {
                    Thread.sleep(1_000);
                    return ask(door, headers);
                }
                return answer;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
