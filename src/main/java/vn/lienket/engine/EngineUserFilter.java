package vn.lienket.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienket.party.User;

/**
 * Makes who is signed in (the request's principal, whatever signed him in) the user of the engine and of the web applications, for
 * this request only. What Camunda calls container-based authentication, without its copy in the session: that would outlive a change of
 * groups, and be written anew with every request.
 */
class EngineUserFilter extends OncePerRequestFilter {

    private final IdentityService identityService;
    private final String engineName;

    EngineUserFilter(IdentityService identityService, String engineName) {
        this.identityService = identityService;
        this.engineName = engineName;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentications current = new Authentications();
        User user = request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof User known
                ? known
                : null;
        if (user != null) {
            List<String> groups = Grants.holding(user.groups());
            List<String> channels = List.copyOf(user.channels());
            UserAuthentication atWebapps = new UserAuthentication(user.id(), engineName);
            atWebapps.setGroupIds(groups);
            atWebapps.setTenantIds(channels);
            atWebapps.setAuthorizedApps(Grants.applications(user.groups()));
            current.addOrReplace(atWebapps);
            identityService.setAuthentication(user.id(), groups, channels);
            UserRequired.requestHasUser(identityService);
        }
        Authentications.setCurrent(current);
        try {
            chain.doFilter(request, response);
        } finally {
            Authentications.clearCurrent();
            identityService.clearAuthentication();
            UserRequired.beginRequest();
        }
    }
}
