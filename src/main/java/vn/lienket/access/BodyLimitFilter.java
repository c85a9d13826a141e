package vn.lienket.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.unit.DataSize;
import vn.lienket.problem.ProblemResponse;
import vn.lienket.problem.RefusalLog;

/**
 * Refuses bodies that are too large (413) or come too slowly (408), whoever reads them and whether or not the request says how long
 * they are.
 */
class BodyLimitFilter implements Filter {

    private static final Set<String> UPLOADS = Set.of("/api/v1/documents", "/api/v1/enterprises/import");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A browser shows the answer to a file only when it has sent all of it. */
    private static final Duration UPLOAD_PATIENCE = Duration.ofSeconds(30);
    /** Megabytes; the temporary folder of the container has 512. */
    private static final int DISK_SPACE = 400;

    private final MultipartConfigElement multipart;
    private final BodyRule upload;
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private final Semaphore diskSpace = new Semaphore(DISK_SPACE, true);

    /** With the limits of a file and of a request that carries one. */
    BodyLimitFilter(MultipartConfigElement multipart) {
        this.multipart = multipart;
        this.upload = BodyRule.upload(
                DataSize.ofBytes(multipart.getMaxFileSize()), DataSize.ofBytes(multipart.getMaxRequestSize()));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        long length = http.getContentLengthLong();
        if (length == 0 || length < 0 && http.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
            return;
        }
        BodyRule rule = rule(http);
        MeteredBody body = new MeteredBody(
                http.getInputStream(),
                length,
                rule,
                onTheirWay,
                (status, sentence, why) -> answer(http, (HttpServletResponse) response, status, sentence, why));
        MeteredRequest metered = new MeteredRequest(http, body, multipart, diskSpace);
        try {
            if (length > rule.limit().toBytes()) {
                body.refuse(413, rule.sentence(), "body of " + length + " bytes above " + rule.limit());
            } else {
                chain.doFilter(metered, response);
            }
        } catch (HttpMessageNotReadableException unreadable) {
            if (!body.refused()) {
                RefusalLog.refused(http, 400, "form that cannot be read");
                ((HttpServletResponse) response).sendError(400);
            }
        } catch (IOException | ServletException | RuntimeException e) {
            if (!body.refused()) {
                throw e;
            }
        } finally {
            metered.deleteParts();
            if (!body.finished() && !isAwaited(http, body)) {
                body.drain(rule == upload ? UPLOAD_PATIENCE : PATIENCE);
            }
            body.end();
        }
    }

    /** Whether the client sends nothing before it is told to go on, which it then never was. */
    private static boolean isAwaited(HttpServletRequest request, MeteredBody body) {
        return request.getHeader(HttpHeaders.EXPECT) != null && !body.begun();
    }

    private BodyRule rule(HttpServletRequest request) {
        MediaType type = MeteredRequest.type(request);
        if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
            return BodyRule.FORM;
        }
        boolean uploads = request.getMethod().equals("POST")
                && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)
                && UPLOADS.contains(path(request));
        return uploads ? upload : BodyRule.OTHER;
    }

    /** As the container maps it, whatever a proxy's headers say. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static void answer(
            HttpServletRequest request, HttpServletResponse response, int status, String sentence, String why)
            throws IOException {
        request.setAttribute(ProblemResponse.ANSWERED, true);
        RefusalLog.refused(request, status, why);
        ProblemResponse.write(response, status, sentence);
    }
}
