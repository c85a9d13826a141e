package vn.lienket.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import vn.lienket.engine.Accounts;
import vn.lienket.party.User;

/**
 * The sign-in of the web applications' own pages and of scripts that use it, at Camunda's address and with its answer
 * ({@code {userId, authorizedApps}}; 401, or 403 for an application that is not for this person), but by the one way in.
 */
class WebappSignIn extends UsernamePasswordAuthenticationFilter {

    static final String ADDRESS = "/camunda/api/admin/auth/user/default/login/{application}";

    private static final ObjectMapper JSON = new ObjectMapper();

    WebappSignIn(AuthenticationManager people) {
        super(people);
        setRequiresAuthenticationRequestMatcher(Paths.post(ADDRESS));
        setAuthenticationSuccessHandler((request, response, authentication) -> answer(response, authentication));
        setAuthenticationFailureHandler((request, response, exception) -> {
            if (exception instanceof OtherApplication) {
                Refusals.refuse(request, response, 403, "Ứng dụng này không dành cho vai trò của bạn.");
                return;
            }
            Refusals.refuse(request, response, SignInRefusal.of(exception));
        });
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
            throws AuthenticationException {
        Authentication signedIn = super.attemptAuthentication(request, response);
        String path = request.getRequestURI();
        String application = path.substring(path.lastIndexOf('/') + 1);
        if (!applications(signedIn).contains(application)) {
            throw new OtherApplication();
        }
        return signedIn;
    }

    /** The password is right, but the person has no business there. */
    private static final class OtherApplication extends AuthenticationException {

        OtherApplication() {
            super("Not for this role");
        }
    }

    private static void answer(HttpServletResponse response, Authentication signedIn) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        JSON.writeValue(
                response.getOutputStream(),
                Map.of("userId", signedIn.getName(), "authorizedApps", applications(signedIn)));
    }

    private static Set<String> applications(Authentication signedIn) {
        return Accounts.applications(((User) signedIn.getPrincipal()).groups());
    }
}
