package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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
        Set<String> doors = doors();
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
        for (String door : doors()) {
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

    /** {@code METHOD /path}, with {@code x}, {@code 1} or {@code default} for what varies. */
    private Set<String> doors() {
        Set<String> doors = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping : controllers) {
            mapping.getHandlerMethods()
                    .keySet()
                    .forEach(info -> info.getPatternValues().forEach(pattern -> {
                        Set<String> methods = new HashSet<>();
                        info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
                        if (methods.isEmpty()) {
                            methods.addAll(List.of("GET", "POST"));
                        }
                        methods.forEach(method -> doors.add(method + " " + filled(pattern)));
                    }));
        }
        Stream.concat(
                        engineRest.getClasses().stream(),
                        engineRest.getInstances().stream().map(Object::getClass))
                .forEach(type -> walk("/engine-rest", type, doors, 0));
        walk("/camunda/api/cockpit", new CockpitApplication(), doors);
        walk("/camunda/api/admin", new AdminApplication(), doors);
        walk("/camunda/api/tasklist", new TasklistApplication(), doors);
        walk("/camunda/api/welcome", new WelcomeApplication(), doors);
        walk("/camunda/api/engine", new EngineRestApplication(), doors);
        return doors;
    }

    private static void walk(String root, Application application, Set<String> doors) {
        application.getClasses().forEach(type -> walk(root, type, doors, 0));
    }

    private static void walk(String prefix, Class<?> type, Set<String> doors, int depth) {
        if (depth > 6 || (depth == 0 && annotated(type) == null)) {
            return;
        }
        String root = depth == 0 ? joined(prefix, annotated(type)) : prefix;
        for (Method method : type.getMethods()) {
            String path = pathOf(type, method);
            List<String> verbs = verbsOf(type, method);
            String place = path == null ? root : joined(root, path);
            verbs.forEach(verb -> doors.add(verb + " " + filled(place)));
            if (verbs.isEmpty() && path != null && !method.getReturnType().equals(type)) {
                walk(place, method.getReturnType(), doors, depth + 1);
            }
        }
    }

    private static String annotated(Class<?> type) {
        return hierarchy(type)
                .map(each -> each.getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(Path::value)
                .findFirst()
                .orElse(null);
    }

    private static String pathOf(Class<?> type, Method method) {
        return declarations(type, method)
                .map(each -> each.getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(Path::value)
                .findFirst()
                .orElse(null);
    }

    private static List<String> verbsOf(Class<?> type, Method method) {
        return declarations(type, method)
                .flatMap(each -> Arrays.stream(each.getAnnotations()))
                .map(Annotation::annotationType)
                .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .distinct()
                .toList();
    }

    private static Stream<Method> declarations(Class<?> type, Method method) {
        return hierarchy(type)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
    }

    private static Stream<Class<?>> hierarchy(Class<?> type) {
        List<Class<?>> all = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            all.add(each);
            all.addAll(org.springframework.util.ClassUtils.getAllInterfacesForClassAsSet(each));
        }
        return all.stream();
    }

    private static String joined(String prefix, String path) {
        String joined = (prefix + "/" + path).replaceAll("/+", "/");
        return joined.length() > 1 && joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }

    private static String filled(String pattern) {
        return pattern.replaceAll("\\{(engine|name|engineName|processEngineName)[^}]*}", "default")
                .replaceAll("\\{id:[^}]*}", "1")
                .replaceAll("\\{number:[^}]*}", "1")
                .replaceAll("\\{[^}]*}", "x")
                .replaceAll("/x\\+}", "/x");
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
