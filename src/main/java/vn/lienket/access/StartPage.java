package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienket.party.Role;
import vn.lienket.party.User;

/** Where the sign-in on the start page leads: to the page that was asked for, else to where a person works, or back with what was wrong. */
@Component
class StartPage implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String NEXT = "next";

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    private final Clock clock;

    StartPage(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        Sessions.noteOrigin(request);
        response.sendRedirect(placeOf((User) signedIn.getPrincipal(), request.getParameter(NEXT)));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        SignInRefusal refusal = SignInRefusal.of(exception);
        String next = NextPage.of(request.getParameter(NEXT)).orElse(null);
        switch (refusal.kind()) {
            case SECOND_FACTOR, ENROLMENT -> {
                boolean enrols = refusal.kind() == Outcome.Kind.ENROLMENT;
                PendingSignIn.remember(request, refusal.userId(), enrols, next, clock.instant());
                response.sendRedirect(enrols ? "/second-factor/enrol" : "/second-factor");
            }
            default -> response.sendRedirect(back(refusal, next));
        }
    }

    private static String back(SignInRefusal refusal, String next) {
        UriComponentsBuilder back = UriComponentsBuilder.fromPath("/");
        refusal.retryAfter()
                .ifPresentOrElse(
                        seconds -> back.queryParam("problem", "wait").queryParam("seconds", seconds),
                        () -> back.queryParam("problem", "wrong"));
        if (next != null) {
            back.queryParam(NEXT, "{next}");
        }
        return back.encode().buildAndExpand(Map.of(NEXT, String.valueOf(next))).toUriString();
    }

    /** The page of this application that was asked for, else managers' Cockpit or everybody else's Tasklist. */
    static String placeOf(User user, String next) {
        boolean works = user.groups().stream().anyMatch(group -> !Role.MANAGER.isOf(group));
        return NextPage.of(next).orElse(works || user.groups().isEmpty() ? TASKLIST : COCKPIT);
    }
}
