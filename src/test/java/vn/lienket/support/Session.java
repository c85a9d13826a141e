package vn.lienket.support;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A browser at the web applications: keeps cookies, and sends back the CSRF token as their pages do. */
public class Session extends Actor {

    private static final String TOKEN = "XSRF-TOKEN";

    private final int port;
    private final Map<String, String> cookies;
    private final boolean sendsToken;

    Session(int port) {
        this(port, new ConcurrentHashMap<>(), true);
    }

    private Session(int port, Map<String, String> cookies, boolean sendsToken) {
        super(port, null);
        this.port = port;
        this.cookies = cookies;
        this.sendsToken = sendsToken;
    }

    /** Opens the login page, signs in, and opens the first page: what the login answered. */
    public Answer signIn(String user, String password, String application) {
        get("/camunda/app/" + application + "/default/");
        Answer answer = send(request("/camunda/api/admin/auth/user/default/login/" + application)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%s&password=%s".formatted(encoded(user), encoded(password)))));
        get("/camunda/app/" + application + "/default/");
        return answer;
    }

    /** The same browser, sending the cookies but not the token: what another site's page can make it do. */
    public Session withoutToken() {
        return new Session(port, cookies, false);
    }

    /** What this browser sends to say whose it is. */
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        if (!cookies.isEmpty()) {
            headers.put(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (sendsToken && cookies.containsKey(TOKEN)) {
            headers.put("X-" + TOKEN, cookies.get(TOKEN));
        }
        return headers;
    }

    @Override
    protected HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = super.request(path);
        headers().forEach(request::header);
        return request;
    }

    @Override
    protected Answer send(HttpRequest.Builder request) {
        Answer answer = super.send(request);
        for (String cookie : answer.response().headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
