package vn.lienket.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Comments and attachments of a task or a case: the engine reads and writes them without asking who may, so this asks whether the
 * user can see the task or the case at all. It also keeps the first-user set-up page shut (CVE-2026-77226).
 */
class TaskRemarksFilter extends OncePerRequestFilter {

    private static final Pattern REMARKS =
            Pattern.compile("/(task|process-instance)/([^/]+)/(comment|attachment)(/.*)?$");

    private final HistoryService historyService;
    private final IdentityService identityService;

    TaskRemarksFilter(HistoryService historyService, IdentityService identityService) {
        this.historyService = historyService;
        this.identityService = identityService;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // without path parameters (;x=1), which the engine's resources ignore
        String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        if (path.contains("/api/admin/setup/")) {
            EngineErrorFilter.write(response, 403, "Chức năng này không được mở.");
            return;
        }
        Matcher remarks = REMARKS.matcher(path);
        if (remarks.find() && !visible(request, remarks.group(1), remarks.group(2))) {
            EngineErrorFilter.write(response, 404, "Không tìm thấy nội dung được yêu cầu.");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean visible(HttpServletRequest request, String kind, String id) {
        Authentication present = identityService.getCurrentAuthentication();
        UserAuthentication session =
                present != null ? null : WebappSession.userOf(request).orElse(null);
        if (present == null && session == null) {
            return true; // not signed in: the door itself answers 401
        }
        if (session != null) {
            identityService.setAuthentication(session.getIdentityId(), session.getGroupIds(), session.getTenantIds());
        }
        try {
            return (kind.equals("task")
                            ? historyService
                                    .createHistoricTaskInstanceQuery()
                                    .taskId(id)
                                    .count()
                            : historyService
                                    .createHistoricProcessInstanceQuery()
                                    .processInstanceId(id)
                                    .count())
                    > 0;
        } finally {
            if (session != null) {
                identityService.clearAuthentication();
            }
        }
    }
}
