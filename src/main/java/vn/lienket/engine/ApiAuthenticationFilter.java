package vn.lienket.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Signs in every request to {@code /api/v1}, {@code /engine-rest} and the pages {@code /cases}: by HTTP Basic, or by the
 * session of the web applications. A session's writes must carry the web applications' CSRF token; a write from another site's page
 * is refused in any case. A browser that opens a page without a session is led to the start page, and from there back.
 */
class ApiAuthenticationFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BASIC = "Basic ";
    private static final Pattern PAGES = Pattern.compile("/(cases|admin)(/.*)?");

    private final IdentityService identityService;

    ApiAuthenticationFilter(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean writing = !READING.contains(request.getMethod());
        if (writing && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            EngineErrorFilter.write(response, 403, "Yêu cầu đến từ một trang khác nên bị từ chối.");
            return;
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        UserAuthentication session =
                header == null ? WebappSession.userOf(request).orElse(null) : null;
        if (session != null && writing && !tokenFits(request)) {
            EngineErrorFilter.write(response, 403, "Phiên làm việc không hợp lệ. Hãy tải lại trang rồi thử lại.");
            return;
        }
        String user = header != null ? basicUser(header) : session == null ? null : session.getIdentityId();
        if (user == null && header == null && opensPage(request)) {
            response.sendRedirect(NextPage.afterSignIn(request));
            return;
        }
        if (user == null) {
            // A browser answers this header with a password box, which would cover the page whose session has ended.
            if (request.getHeader("Sec-Fetch-Mode") == null || "navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"LienKet\", charset=\"UTF-8\"");
            }
            EngineErrorFilter.write(response, 401, "Bạn chưa đăng nhập, hoặc tên đăng nhập hay mật khẩu không đúng.");
            return;
        }
        identityService.setAuthentication(
                user,
                session != null ? session.getGroupIds() : groupsOf(user),
                session != null ? session.getTenantIds() : tenantsOf(user));
        try {
            chain.doFilter(request, response);
        } finally {
            identityService.clearAuthentication();
        }
    }

    private static boolean opensPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && PAGES.matcher(UrlPathHelper.defaultInstance.getPathWithinApplication(request))
                        .matches();
    }

    private String basicUser(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            String credentials = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            int colon = credentials.indexOf(':');
            if (colon < 1) {
                return null;
            }
            String user = credentials.substring(0, colon);
            return identityService.checkPassword(user, credentials.substring(colon + 1)) ? user : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static boolean tokenFits(HttpServletRequest request) {
        Object expected = request.getSession().getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        String given = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return expected != null
                && given != null
                && MessageDigest.isEqual(
                        expected.toString().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> groupsOf(String user) {
        return identityService.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> tenantsOf(String user) {
        return identityService.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
    }
}
