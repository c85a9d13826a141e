package vn.lienket.access;

import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Matchers of addresses, by the path alone and exactly as it is written: nothing is decoded, cut off or completed. */
final class Paths {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    private Paths() {}

    static RequestMatcher any(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher) PATH.matcher(pattern))
                .toList());
    }

    static RequestMatcher get(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .flatMap(pattern -> Arrays.stream(new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD})
                        .map(method -> (RequestMatcher) PATH.matcher(method, pattern)))
                .toList());
    }

    static RequestMatcher post(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher) PATH.matcher(HttpMethod.POST, pattern))
                .toList());
    }
}
