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
import java.util.Map;
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

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A browser shows the answer to a file only when it has sent all of it. */
    private static final Duration UPLOAD_PATIENCE = Duration.ofSeconds(30);
    /** Megabytes; the temporary folder of the container has 512, a hundred of which are for links, and as many for whoever checks a file. */
    private static final int DISK_SPACE = 194;

    private static final String VERIFY = "/verify";

    private static final String SUPPLEMENT = "/consulting/answers/supplement";
    private static final String ROADMAP = "/consulting/answers/roadmap";
    /** Their form says which file is too large. */
    private static final Set<String> PAGES = Set.of(VERIFY, SUPPLEMENT, ROADMAP);

    private final MultipartConfigElement multipart;
    private final MultipartConfigElement multipartOfPages;
    /** By the addresses that take files. */
    private final Map<String, BodyRule> uploads;

    private final AtomicInteger onTheirWay = new AtomicInteger();
    private final Semaphore diskSpace = new Semaphore(DISK_SPACE, true);
    /** Of those who are not signed in, and so keep nobody else waiting: room for the largest request. */
    private final Semaphore diskSpaceOfLinks;
    /** Of those who check a file, and so keep no enterprise waiting. */
    private final Semaphore diskSpaceOfChecks;

    /** With the limits of a file and of a request that carries one. */
    BodyLimitFilter(MultipartConfigElement multipart) {
        this.multipart = multipart;
        this.multipartOfPages = new MultipartConfigElement(
                multipart.getLocation(), -1, multipart.getMaxRequestSize(), multipart.getFileSizeThreshold());
        DataSize file = DataSize.ofBytes(multipart.getMaxFileSize());
        DataSize request = DataSize.ofBytes(multipart.getMaxRequestSize());
        this.diskSpaceOfLinks = new Semaphore(MeteredRequest.megabytesFor(request), true);
        this.diskSpaceOfChecks = new Semaphore(MeteredRequest.megabytesFor(request), true);
        BodyRule one = BodyRule.upload(file, request);
        BodyRule several = BodyRule.files(file, request);
        this.uploads = Map.of(
                "/api/v1/documents",
                one,
                "/api/v1/enterprises/import",
                one,
                VERIFY,
                one,
                SUPPLEMENT,
                several,
                ROADMAP,
                several);
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
        MeteredRequest metered = new MeteredRequest(
                http, body, PAGES.contains(path(http)) ? multipartOfPages : multipart, diskSpaceFor(http));
        try {
            String why = "body of " + length + " bytes above " + rule.limit();
            if (length > rule.limit().toBytes() && isCheck(http)) {
                RefusalLog.refused(http, 413, why);
                http.setAttribute(ProblemResponse.TOO_LARGE, rule.sentence());
                chain.doFilter(new BodilessRequest(http), response);
            } else if (length > rule.limit().toBytes()) {
                body.refuse(413, rule.sentence(), why);
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
                body.drain(uploads.containsValue(rule) ? UPLOAD_PATIENCE : PATIENCE);
            }
            body.end();
        }
    }

    private Semaphore diskSpaceFor(HttpServletRequest request) {
        if (isCheck(request)) {
            return diskSpaceOfChecks;
        }
        return SecurityConfiguration.isLinkPage(request) ? diskSpaceOfLinks : diskSpace;
    }

    private static boolean isCheck(HttpServletRequest request) {
        return path(request).equals(VERIFY);
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
        return request.getMethod().equals("POST") && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)
                ? uploads.getOrDefault(path(request), BodyRule.OTHER)
                : BodyRule.OTHER;
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
        if (ProblemResponse.wantsPage(request)) {
            ProblemResponse.writePage(response, status, sentence);
        } else {
            ProblemResponse.write(response, status, sentence);
        }
    }
}
