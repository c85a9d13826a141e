package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.party.User;

/** The second step of the sign-in: the code of an authenticator, or its enrolment. Who has not taken the first is sent there. */
@Controller
@RequestMapping("/second-factor")
class SecondFactorController {

    private static final String START = "redirect:/";

    private final SignInProvider signIn;
    private final SecondFactors secondFactors;
    private final SessionAuthenticationStrategy newSession;
    private final Clock clock;

    SecondFactorController(
            SignInProvider signIn, SecondFactors secondFactors, SessionAuthenticationStrategy newSession, Clock clock) {
        this.signIn = signIn;
        this.secondFactors = secondFactors;
        this.newSession = newSession;
        this.clock = clock;
    }

    @GetMapping
    String ask(HttpServletRequest request) {
        return pending(request)
                .map(pending -> pending.enrols() ? "redirect:/second-factor/enrol" : "access/second-factor")
                .orElse(START);
    }

    @PostMapping
    String check(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<PendingSignIn> pending = pending(request);
        if (pending.isEmpty()) {
            return START;
        }
        try {
            Authentication signedIn = signIn.withCode(pending.get().userId(), code.strip(), request);
            conclude(signedIn, request, response);
            return "redirect:"
                    + StartPage.placeOf(
                            (User) signedIn.getPrincipal(), pending.get().next());
        } catch (SignInRefusal refused) {
            return again(refused, "access/second-factor", response, model);
        }
    }

    @GetMapping("/enrol")
    String enrol(HttpServletRequest request, Model model) {
        Optional<PendingSignIn> pending = pending(request);
        if (pending.isEmpty()) {
            return START;
        }
        model.addAttribute("enrolment", secondFactors.enrol(pending.get().userId()));
        return "access/second-factor-enrol";
    }

    /** After a wrong code there is another picture: a secret is shown once. */
    @PostMapping("/enrol")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<PendingSignIn> pending = pending(request);
        if (pending.isEmpty()) {
            return START;
        }
        String userId = pending.get().userId();
        try {
            Authentication signedIn = signIn.withFirstCode(userId, code.strip(), request.getRemoteAddr());
            conclude(signedIn, request, response);
            model.addAttribute("recoveryCodes", secondFactors.renewRecoveryCodes(userId));
            return "access/recovery-codes";
        } catch (SignInRefusal refused) {
            model.addAttribute("enrolment", secondFactors.enrol(userId));
            return again(refused, "access/second-factor-enrol", response, model);
        }
    }

    private Optional<PendingSignIn> pending(HttpServletRequest request) {
        return PendingSignIn.of(request, clock.instant());
    }

    private void conclude(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        PendingSignIn.forget(request);
        newSession.onAuthentication(signedIn, request, response);
        Sessions.enter(signedIn, request, response);
    }

    private static String again(SignInRefusal refused, String page, HttpServletResponse response, Model model) {
        response.setStatus(refused.status());
        refused.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
        model.addAttribute("problem", refused.sentence());
        return page;
    }
}
