package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import vn.lienket.mode.Mode;

/**
 * The first look at a request: an address that is not written in the one canonical way (path parameters, encoded or doubled
 * separators, dots, control characters) goes no further, since two readers of it would read two things. In the embedded mode only this
 * machine's names are answered to, so that no foreign name can be pointed here.
 */
@Component
class Firewall extends StrictHttpFirewall {

    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    /** Letters, digits, {@code -} and {@code _}, which nobody has to encode. */
    private static final Pattern NEEDLESSLY_ENCODED =
            Pattern.compile("%(2[Dd]|3\\d|4[1-9A-Fa-f]|5[\\dAaFf]|6[1-9A-Fa-f]|7[\\dAa])");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

    Firewall(Mode mode) {
        setAllowedHttpMethods(METHODS);
        if (mode.embedded()) {
            setAllowedHostnames(THIS_MACHINE::contains);
        }
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        if (NEEDLESSLY_ENCODED.matcher(request.getRequestURI()).find()) {
            throw new RequestRejectedException("Encoded without need");
        }
        String query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            throw new RequestRejectedException("NUL in a parameter");
        }
        return super.getFirewalledRequest(request);
    }

    static boolean knows(String method) {
        return METHODS.contains(method);
    }
}
