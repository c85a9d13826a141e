package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the start page leads after the sign-in: {@code /?next=<path>}. Only ever to a page of this application. */
final class NextPage {

    /** An absolute path, percent-encoded where need be. Two slashes, or a backslash, would begin the address of another site. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)(?!.*/\\.)[\\w/.~%=&?+:@,;!$'()*-]*");

    private NextPage() {}

    /** The start page that leads back to what this request asked for. */
    static String afterSignIn(HttpServletRequest request) {
        String page = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        String next = query == null ? page : page + "?" + query;
        return request.getContextPath() + "/?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** The path that was asked for, if it is one of this application. */
    static Optional<String> of(String next) {
        return Optional.ofNullable(next).filter(path -> LOCAL.matcher(path).matches());
    }
}
