package vn.lienket.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Two things of Camunda Admin that the engine does not guard: the first-user set-up page stays shut (CVE-2026-77226), and the figures
 * of its plug-ins, which are read past the engine's commands and count all channels, are the administrators'.
 */
class AdministrationFilter extends OncePerRequestFilter {

    /** Their scripts and styles belong to the sign-in page too. */
    private static final Pattern FIGURES = Pattern.compile(".*/api/admin/plugin/(?![^/]+/static/).*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // without path parameters (;x=1), which the engine's resources ignore
        String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        if (path.contains("/api/admin/setup/")) {
            EngineErrorFilter.write(response, 403, "Chức năng này không được mở.");
        } else if (FIGURES.matcher(path).matches() && !isAdministrator(request)) {
            EngineErrorFilter.write(response, 403, "Chỉ người quản trị được xem số liệu này.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isAdministrator(HttpServletRequest request) {
        return WebappSession.userOf(request)
                .filter(user -> user.getGroupIds().contains(Groups.CAMUNDA_ADMIN))
                .isPresent();
    }
}
