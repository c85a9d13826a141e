package vn.lienket.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has the {@link Firewall} look before any other filter reads the address; Spring Security's chain comes after several. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirewallFilter extends OncePerRequestFilter {

    private final Firewall firewall;
    private final Refusals refusals;

    FirewallFilter(Firewall firewall, Refusals refusals) {
        this.firewall = firewall;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException rejected) {
            refusals.handle(request, response, rejected);
            return;
        }
        chain.doFilter(request, response);
    }
}
