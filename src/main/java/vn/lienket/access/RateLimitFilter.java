package vn.lienket.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import vn.lienket.problem.ProblemResponse;
import vn.lienket.problem.RefusalLog;

/** Refuses with 429 and {@code Retry-After} who sends more than he is allowed, or has too many requests worked on at once. */
class RateLimitFilter implements Filter {

    private final String whose;
    private final Allowances allowances;
    private final Function<HttpServletRequest, Optional<String>> sender;

    /**
     * Limits each sender by itself.
     *
     * @param whose what kind of sender, for the log
     * @param sender who has sent a request; nobody is not limited
     */
    RateLimitFilter(String whose, Allowances allowances, Function<HttpServletRequest, Optional<String>> sender) {
        this.whose = whose;
        this.allowances = allowances;
        this.sender = sender;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> key = sender.apply((HttpServletRequest) request);
        if (key.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Allowances.Allowance allowance = allowances.of(key.get());
        Duration wait = allowance.take();
        if (!wait.isZero()) {
            refuse(request, response, "too many requests of one " + whose, wait);
        } else if (!allowance.enter()) {
            refuse(request, response, "too many requests of one " + whose + " at once", Duration.ofSeconds(1));
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                allowance.leave();
            }
        }
    }

    private static void refuse(ServletRequest request, ServletResponse response, String why, Duration wait)
            throws IOException {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        RefusalLog.refused((HttpServletRequest) request, 429, why);
        ((HttpServletResponse) response).setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        ProblemResponse.write(
                (HttpServletResponse) response,
                429,
                "Bạn đã gửi quá nhiều yêu cầu. Hãy thử lại sau %d giây.".formatted(seconds));
    }
}
