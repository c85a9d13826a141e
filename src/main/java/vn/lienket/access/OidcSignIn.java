package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.engine.Accounts;
import vn.lienket.party.User;

/** Turns who the office's service says it is into a person of the directory with the groups that the service names. */
class OidcSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);

    private final OidcProperties properties;
    private final Accounts accounts;
    private final StartPage startPage;
    private final ApplicationEventPublisher events;

    OidcSignIn(OidcProperties properties, Accounts accounts, StartPage startPage, ApplicationEventPublisher events) {
        this.properties = properties;
        this.accounts = accounts;
        this.startPage = startPage;
        this.events = events;
    }

    void addTo(HttpSecurity http) throws Exception {
        http.oauth2Login(login -> login.loginPage("/")
                .successHandler(this::succeeded)
                .failureHandler(this::failed)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(OidcSignIn.this::failed);
                        return filter;
                    }
                }));
    }

    private void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication office)
            throws IOException {
        OidcUser claims = (OidcUser) office.getPrincipal();
        List<String> groups = claims.getClaimAsStringList(properties.groupsClaim());
        User user = accounts.find(claims.getName(), groups == null ? Set.of() : Set.copyOf(groups))
                .filter(found -> !found.groups().isEmpty())
                .orElse(null);
        if (user == null) {
            LOG.warn("The office's service named somebody without a place here");
            events.publishEvent(AuditEvent.refused(AuditAct.SIGN_IN_WRONG).saying("OpenID Connect"));
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect("/?problem=unknown");
            return;
        }
        Authentication signedIn = SignInProvider.signedIn(user);
        Sessions.enter(signedIn, request, response);
        events.publishEvent(AuditEvent.done(AuditAct.SIGN_IN).by(user.id()).saying("OpenID Connect"));
        startPage.onAuthenticationSuccess(request, response, signedIn);
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        // a caller of the redirect address may write into it what he likes
        LOG.warn(
                "Sign-in with the office's service failed: {}",
                String.valueOf(exception.getMessage()).replaceAll("\\p{Cntrl}", "?"));
        events.publishEvent(AuditEvent.refused(AuditAct.SIGN_IN_WRONG).saying("OpenID Connect"));
        response.sendRedirect("/?problem=office");
    }
}
