package vn.lienket.engine;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.spring.boot.starter.webapp.filter.ResourceLoadingProcessEnginesFilter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Writes the pages of the web applications as Camunda's own filter does, but in Vietnamese, with the nonce of this very request (Camunda
 * keeps one for all requests, so that of two at once one page is white), and without asking each time whether there is an administrator:
 * the application does not start without one.
 */
public class WebappPages extends ResourceLoadingProcessEnginesFilter {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NONCE = WebappPages.class.getName() + ".nonce";
    private static final String AGENT = WebappPages.class.getName() + ".agent";
    private static final int BYTES = 20;

    /** Camunda's policy for its pages; without {@code https:} and {@code 'unsafe-inline'}, which only browsers without nonces need. */
    private static final String POLICY = "base-uri 'self'; script-src 'nonce-%s' 'strict-dynamic' 'unsafe-eval' 'self';"
            + " style-src 'unsafe-inline' 'self'; default-src 'self'; img-src 'self' data:; form-action 'self';"
            + " frame-ancestors 'none'; object-src 'none';"
            + " sandbox allow-forms allow-scripts allow-same-origin allow-popups allow-downloads";

    private static final String TASKLIST = "/camunda/app/tasklist/";
    /** For the pages in which people sign: the program that has their keys listens on their own machine. */
    private static final String WITH_AGENT = "; connect-src 'self' ";

    /** What changes with the product's version, but is named with Camunda's. */
    private static final Pattern STYLES = Pattern.compile("(/user-styles\\.css)\\?bust=[\\d.]+");

    /** Camunda's own sign-in page, to which its scripts go at a sign-out and at the end of a session, gives way to ours. */
    private static final String SIGN_IN = """
            <script nonce="%s">
              setInterval(() => {
                if (location.hash.startsWith('#/login')) location.replace('/?next=' + encodeURIComponent(location.pathname));
              }, 300);
            </script>
            """;

    /** The product's version, as the packaged application knows it; the footer says it. */
    private static final String PRODUCT =
            Objects.requireNonNullElse(WebappPages.class.getPackage().getImplementationVersion(), "");

    /**
     * Gives the request its nonce, and answers the content policy that goes with it.
     *
     * @param agent address of the program that signs on the reader's machine
     */
    static String policyFor(HttpServletRequest request, String agent) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        if (!request.getRequestURI().startsWith(TASKLIST)) {
            return POLICY.formatted(nonce);
        }
        request.setAttribute(AGENT, agent);
        return POLICY.formatted(nonce) + WITH_AGENT + agent;
    }

    @Override
    protected String replacePlaceholder(
            String data, String app, String engine, String applicationPath, String contextPath, String sharedNonce) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        Object nonce = request.getAttribute(NONCE, RequestAttributes.SCOPE_REQUEST);
        Object agent = request.getAttribute(AGENT, RequestAttributes.SCOPE_REQUEST);
        return STYLES.matcher(super.replacePlaceholder(data, app, engine, applicationPath, contextPath, (String) nonce))
                .replaceFirst("$1?v=" + WebappVersion.CURRENT)
                .replace(
                        "<html lang=\"en\">",
                        "<html lang=\"vi\" data-version=\"%s\" data-agent=\"%s\">"
                                .formatted(PRODUCT, Objects.requireNonNullElse(agent, "")))
                .replaceFirst("<title>[^<]*</title>", "<title>LienKet</title>")
                .replaceFirst("\"[^\"]*/favicon\\.ico\"", "\"data:,\"")
                .replace("</head>", SIGN_IN.formatted(nonce) + "</head>");
    }

    /** Camunda's own filter fails at an engine that there is not. */
    @Override
    protected void serveIndexPage(
            String app,
            String engine,
            String page,
            String applicationPath,
            String contextPath,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (engine != null && cockpitRuntimeDelegate.getProcessEngine(engine) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            super.serveIndexPage(app, engine, page, applicationPath, contextPath, request, response);
        }
    }

    @Override
    protected boolean needsInitialUser(String engine) {
        return false;
    }
}
