package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.engine.Accounts;
import vn.lienket.party.User;

/** Signs people in by name and password: at the form, and by HTTP Basic. */
@Component
class SignInProvider implements AuthenticationProvider {

    private final SignIn signIn;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    SignInProvider(SignIn signIn, Accounts accounts, ApplicationEventPublisher events) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.events = events;
    }

    /** At the form; a {@link SignInRefusal} that asks for more if the password is right but not enough. */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String id = attempt.getName();
        Authentication signedIn =
                concluded(signIn.verify(id, passwordOf(attempt), addressOf(attempt), deviceOf(attempt)), id);
        events.publishEvent(AuditEvent.done(AuditAct.SIGN_IN).by(id));
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    /** By HTTP Basic, with every request. */
    Authentication authenticateBasic(Authentication attempt) {
        String id = attempt.getName();
        return concluded(signIn.verifyBasic(id, passwordOf(attempt), addressOf(attempt)), id);
    }

    /** The second step at the form. */
    Authentication withCode(String id, String code, HttpServletRequest request) {
        return secondStep(signIn.verifyCode(id, code, request.getRemoteAddr(), KnownDevice.tokenOf(request)), id);
    }

    /** The second step of whoever has just enrolled. */
    Authentication withFirstCode(String id, String code, String address) {
        Authentication signedIn = secondStep(signIn.confirmSecondFactor(id, code, address), id);
        events.publishEvent(AuditEvent.done(AuditAct.SECOND_FACTOR_SET).by(id));
        return signedIn;
    }

    private Authentication secondStep(Outcome outcome, String id) {
        Authentication signedIn = concluded(outcome, id);
        events.publishEvent(AuditEvent.done(AuditAct.SIGN_IN).by(id));
        return signedIn;
    }

    private Authentication concluded(Outcome outcome, String id) {
        if (outcome.accepted()) {
            return accounts.find(id)
                    .map(SignInProvider::signedIn)
                    .orElseThrow(() -> new SignInRefusal(id, Outcome.REFUSED));
        }
        tell(outcome, id);
        throw new SignInRefusal(id, outcome);
    }

    /** Only of accounts that there are: people type passwords into the wrong field. */
    private void tell(Outcome outcome, String id) {
        AuditAct act = switch (outcome.kind()) {
            case REFUSED -> AuditAct.SIGN_IN_WRONG;
            case WRONG_CODE -> AuditAct.SECOND_FACTOR_WRONG;
            case WAIT -> AuditAct.SIGN_IN_WAIT;
            default -> null;
        };
        if (act != null) {
            AuditEvent refused = AuditEvent.refused(act);
            events.publishEvent(id.indexOf('\0') < 0 && accounts.exists(id) ? refused.by(id) : refused);
        }
    }

    /** This user, with his groups and web applications as authorities. */
    static Authentication signedIn(User user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                Stream.concat(
                                user.groups().stream(),
                                Accounts.applications(user.groups()).stream().map(SignInProvider::application))
                        .map(SimpleGrantedAuthority::new)
                        .toList());
    }

    /** The authority of who may open this web application. */
    static String application(String name) {
        return "application:" + name;
    }

    private static String passwordOf(Authentication attempt) {
        return attempt.getCredentials() instanceof String password ? password : "";
    }

    private static String deviceOf(Authentication attempt) {
        return attempt.getDetails() instanceof KnownDevice.Details details ? details.token() : null;
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
