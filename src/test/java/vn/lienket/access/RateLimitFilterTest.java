package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitFilterTest {

    private final AtomicInteger passed = new AtomicInteger();
    private FilterChain chain = (request, response) -> passed.incrementAndGet();

    @Test
    void whoSendsTooManyIsToldWhenToComeBackAndNobodyElseSuffers() throws Exception {
        RateLimitFilter filter = filter(new Allowances.Limits(2, 5, 0, Duration.ZERO));
        for (int request = 0; request < 20; request++) {
            assertThat(send(filter, "10.0.0.1").getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse refused = send(filter, "10.0.0.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString()).contains("Bạn đã gửi quá nhiều yêu cầu.");
        assertThat(send(filter, "10.0.0.2").getStatus()).isEqualTo(200);
        assertThat(passed).hasValue(21);
    }

    @Test
    void zeroIsNoLimit() throws Exception {
        RateLimitFilter filter = filter(new Allowances.Limits(0, 5, 0, Duration.ZERO));
        for (int request = 0; request < 5000; request++) {
            send(filter, "10.0.0.1");
        }
        assertThat(passed).hasValue(5000);
    }

    @Test
    void requestsBeyondThoseWorkedOnWaitAndBeyondThoseAreRefused() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        chain = (request, response) -> {
            passed.incrementAndGet();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        Allowances allowances = new Allowances(new Allowances.Limits(100, 2, 3, Duration.ofSeconds(20)));
        RateLimitFilter filter = new RateLimitFilter("person", allowances, request -> Optional.of("one"));
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int request = 0; request < 5; request++) {
            answers.add(CompletableFuture.supplyAsync(() -> status(filter), task -> new Thread(task).start()));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(passed).hasValue(2);
        assertThat(status(filter)).isEqualTo(429);
        go.countDown();
        assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(passed).hasValue(5);
    }

    /** What a browser, a polling script and an office do does not come near the defaults. */
    @Test
    void theDefaultsAreNeverMetInOrdinaryWork() throws Exception {
        RateLimitFilter person = filter(new Allowances.Limits(100, 10, 40, Duration.ofSeconds(10)));
        for (int request = 0; request < 5 * 60; request++) { // five pages of Tasklist opened at once
            assertThat(send(person, "one").getStatus()).isEqualTo(200);
        }
        RateLimitFilter address = filter(new Allowances.Limits(500, 600, 0, Duration.ZERO));
        for (int request = 0; request < 200 * 25; request++) { // an office, each asking 25 times in the same second
            assertThat(send(address, "office").getStatus()).isEqualTo(200);
        }
    }

    @Test
    void oneIpv6NetworkIsOneSender() {
        assertThat(NetworkAddress.key("2001:db8:1:2:3:4:5:6")).isEqualTo(NetworkAddress.key("[2001:db8:1:2::9]"));
        assertThat(NetworkAddress.key("2001:db8:1:3::1")).isNotEqualTo(NetworkAddress.key("2001:db8:1:2::1"));
        assertThat(NetworkAddress.key("::ffff:10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(NetworkAddress.key("10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(NetworkAddress.key("x".repeat(10_000))).hasSize(64);
    }

    private static RateLimitFilter filter(Allowances.Limits limits) {
        return new RateLimitFilter("address", new Allowances(limits), request -> Optional.of(request.getRemoteAddr()));
    }

    private int status(RateLimitFilter filter) {
        try {
            return send(filter, "one").getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private MockHttpServletResponse send(RateLimitFilter filter, String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter((HttpServletRequest) request, response, chain);
        return response;
    }
}
