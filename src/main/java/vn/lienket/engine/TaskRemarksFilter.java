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
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;
import vn.lienket.problem.ProblemResponse;

/**
 * Comments and attachments of a task or a case: the engine reads and writes them without asking who may, so this asks whether the
 * user can see the task or the case at all.
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
        String path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        Matcher remarks = REMARKS.matcher(path);
        if (remarks.find() && !visible(remarks.group(1), remarks.group(2))) {
            ProblemResponse.write(response, 404, "Không tìm thấy nội dung được yêu cầu.");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean visible(String kind, String id) {
        if (identityService.getCurrentAuthentication() == null) {
            return true; // not signed in: the door itself answers 401
        }
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
    }
}
