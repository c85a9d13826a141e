package vn.lienket.access;

import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import vn.lienket.engine.Accounts;
import vn.lienket.party.User;

/** Signs people in by name and password, at the form as by HTTP Basic. */
@Component
class SignInProvider implements AuthenticationProvider {

    private final Accounts accounts;

    SignInProvider(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String id = attempt.getName();
        String password = attempt.getCredentials() instanceof String text ? text : "";
        if (!accounts.passwordFits(id, password)) {
            throw SignInRefusal.wrong();
        }
        return accounts.find(id).map(SignInProvider::signedIn).orElseThrow(SignInRefusal::wrong);
    }

    /** This user, with his groups and web applications as authorities. */
    static UsernamePasswordAuthenticationToken signedIn(User user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, authorities(user).toList());
    }

    static Stream<? extends GrantedAuthority> authorities(User user) {
        return Stream.concat(
                        user.groups().stream(),
                        Accounts.applications(user.groups()).stream().map(SignInProvider::application))
                .map(SimpleGrantedAuthority::new);
    }

    /** The authority of who may open this web application. */
    static String application(String name) {
        return "application:" + name;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
