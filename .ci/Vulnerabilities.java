import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks the OSV database for known vulnerabilities of what the bill of materials names: {@code java .ci/Vulnerabilities.java [BOM]}.
 * Ends with 0 if there are none, or if the database does not answer (which it says), 1 if there are some, 2 without a bill of
 * materials. {@code OSV_URL} is another address of the API. Lines of {@code .ci/accepted-vulnerabilities}, {@code ID reason}, are
 * shown and do not fail the build.
 */
public final class Vulnerabilities {

    private static final Path BOM = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path ACCEPTED = Path.of(".ci/accepted-vulnerabilities");
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** Most that the API takes at once. */
    private static final int BATCH = 1000;

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(CONNECT).build();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path bom = arguments.length > 0 ? Path.of(arguments[0]) : BOM;
        if (!Files.isReadable(bom)) {
            System.out.println("Vulnerabilities: no bill of materials at " + bom + "; it is made by mvnw package.");
            System.exit(2);
        }
        List<String> components = components(bom);
        if (components.isEmpty()) {
            System.out.println("Vulnerabilities: " + bom + " names no component.");
            System.exit(2);
        }
        String address = System.getenv().getOrDefault("OSV_URL", "https://api.osv.dev");
        Map<String, TreeSet<String>> found = new LinkedHashMap<>();
        try {
            for (int i = 0; i < components.size(); i += BATCH) {
                ask(address, components.subList(i, Math.min(components.size(), i + BATCH)), found);
            }
        } catch (IOException | IllegalArgumentException | ClassCastException noAnswer) {
            System.out.println("Vulnerabilities: NOT CHECKED, " + address + " does not answer ("
                    + noAnswer.getClass().getSimpleName() + ": " + noAnswer.getMessage() + ").");
            return;
        }
        System.exit(report(components.size(), found, accepted()));
    }

    private static List<String> components(Path bom) throws IOException {
        Map<?, ?> root = (Map<?, ?>) new Json(Files.readString(bom)).read();
        List<String> purls = new ArrayList<>();
        if (root.get("components") instanceof List<?> components) {
            for (Object component : components) {
                if (((Map<?, ?>) component).get("purl") instanceof String purl) {
                    purls.add(purl.replaceFirst("\\?.*", ""));
                }
            }
        }
        return purls;
    }

    private static void ask(String address, List<String> purls, Map<String, TreeSet<String>> found)
            throws IOException, InterruptedException {
        String queries = purls.stream()
                .map(purl -> "{\"package\":{\"purl\":\"" + purl.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}}")
                .collect(Collectors.joining(",", "{\"queries\":[", "]}"));
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(address.replaceFirst("/+$", "") + "/v1/querybatch"))
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(queries))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        if (!(new Json(answer.body()).read() instanceof Map<?, ?> root)
                || !(root.get("results") instanceof List<?> results)
                || results.size() != purls.size()) {
            throw new IOException("not an answer to the question");
        }
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Map<?, ?> result && result.get("vulns") instanceof List<?> vulnerabilities) {
                for (Object vulnerability : vulnerabilities) {
                    found.computeIfAbsent(purls.get(i), purl -> new TreeSet<>())
                            .add(String.valueOf(((Map<?, ?>) vulnerability).get("id")));
                }
            }
        }
    }

    private static Map<String, String> accepted() throws IOException {
        if (!Files.isReadable(ACCEPTED)) {
            return Map.of();
        }
        Map<String, String> accepted = new LinkedHashMap<>();
        for (String line : Files.readAllLines(ACCEPTED)) {
            String[] parts = line.strip().split("\\s+", 2);
            if (parts.length == 2 && !parts[0].startsWith("#")) {
                accepted.put(parts[0], parts[1]);
            }
        }
        return accepted;
    }

    private static int report(int asked, Map<String, TreeSet<String>> found, Map<String, String> accepted) {
        int open = 0;
        for (Map.Entry<String, TreeSet<String>> each : found.entrySet()) {
            for (String id : each.getValue()) {
                String reason = accepted.get(id);
                open += reason == null ? 1 : 0;
                System.out.println(id + " " + each.getKey() + (reason == null ? "" : " (accepted: " + reason + ")"));
            }
        }
        System.out.println("Vulnerabilities: " + open + " known in " + asked + " components.");
        return open == 0 ? 0 : 1;
    }

    /** As much of JSON as a bill of materials and the API's answers need. */
    private static final class Json {

        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object read() {
            Object value = value();
            skip();
            if (at < text.length()) {
                throw wrong();
            }
            return value;
        }

        private Object value() {
            skip();
            switch (peek()) {
                case '{':
                    return object();
                case '[':
                    return array();
                case '"':
                    return string();
                default:
                    int start = at;
                    while (at < text.length() && "+-.0123456789eEtrufalsn".indexOf(text.charAt(at)) >= 0) {
                        at++;
                    }
                    if (start == at) {
                        throw wrong();
                    }
                    return text.substring(start, at).equals("null") ? null : text.substring(start, at);
            }
        }

        private Map<String, Object> object() {
            Map<String, Object> members = new LinkedHashMap<>();
            at++;
            skip();
            if (peek() == '}') {
                at++;
                return members;
            }
            do {
                skip();
                String name = string();
                skip();
                expect(':');
                members.put(name, value());
                skip();
            } while (comma('}'));
            return members;
        }

        private List<Object> array() {
            List<Object> elements = new ArrayList<>();
            at++;
            skip();
            if (peek() == ']') {
                at++;
                return elements;
            }
            do {
                elements.add(value());
                skip();
            } while (comma(']'));
            return elements;
        }

        private boolean comma(char end) {
            if (peek() == ',') {
                at++;
                return true;
            }
            expect(end);
            return false;
        }

        private String string() {
            expect('"');
            StringBuilder value = new StringBuilder();
            while (peek() != '"') {
                char c = text.charAt(at++);
                if (c != '\\') {
                    value.append(c);
                    continue;
                }
                char escaped = peek();
                at++;
                switch (escaped) {
                    case 'n' -> value.append('\n');
                    case 't' -> value.append('\t');
                    case 'r' -> value.append('\r');
                    case 'b' -> value.append('\b');
                    case 'f' -> value.append('\f');
                    case 'u' -> {
                        if (at + 4 > text.length()) {
                            throw wrong();
                        }
                        value.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                        at += 4;
                    }
                    default -> value.append(escaped);
                }
            }
            at++;
            return value.toString();
        }

        private void expect(char c) {
            if (peek() != c) {
                throw wrong();
            }
            at++;
        }

        private char peek() {
            if (at >= text.length()) {
                throw wrong();
            }
            return text.charAt(at);
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("no JSON at character " + at);
        }
    }
}
