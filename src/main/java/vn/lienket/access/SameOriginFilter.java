package vn.lienket.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses what a page of another site makes a browser change here, however its user is signed in. Browsers say where a request comes
 * from; whoever says nothing is no browser, or an old one that the token stops.
 */
class SameOriginFilter extends OncePerRequestFilter {

    static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final String baseOrigin;

    SameOriginFilter(URI baseUrl) {
        this.baseOrigin = origin(UriComponentsBuilder.fromUri(baseUrl));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            Refusals.refuse(request, response, 403, "Yêu cầu đến từ một trang khác nên bị từ chối.");
        }
    }

    private boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (site != null && !OWN.contains(site)) {
            return false;
        }
        // pages that tell no address, as those behind secret links, also tell no origin, but their site
        return origin == null
                || (site != null && origin.equals("null"))
                || origin.equalsIgnoreCase(baseOrigin)
                || origin.equalsIgnoreCase(origin(UriComponentsBuilder.fromUriString(
                        request.getRequestURL().toString())));
    }

    private static String origin(UriComponentsBuilder address) {
        return address.replacePath(null)
                .replaceQuery(null)
                .fragment(null)
                .build()
                .toUriString();
    }
}
