package vn.lienket.access.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.page.LinkToken;
import vn.lienket.page.PrivatePage;
import vn.lienket.party.Person;
import vn.lienket.password.PasswordPolicy;
import vn.lienket.problem.ProblemException;

/** The pages on which people set their password and ask for a link. Whoever has a link needs no session. */
@Controller
@PrivatePage
@RequestMapping("/account")
class AccountController {

    private final PasswordLinks links;
    private final LinkRequests requests;

    AccountController(PasswordLinks links, LinkRequests requests) {
        this.links = links;
        this.requests = requests;
    }

    @GetMapping("/password")
    String password(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return form(new LinkToken(token), List.of(), model, response);
    }

    @PostMapping("/password")
    String setPassword(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response) {
        try {
            links.redeem(new LinkToken(token), password, repeated);
            return "redirect:/account/password/set";
        } catch (ProblemException refused) {
            response.setStatus(refused.kind().status());
            return form(new LinkToken(token), refused.fields(), model, response);
        }
    }

    @GetMapping("/password/set")
    String passwordSet() {
        return "account/password-set";
    }

    @GetMapping("/forgotten")
    String forgotten() {
        return "account/forgotten";
    }

    @PostMapping("/forgotten")
    String sendLink(@RequestParam(defaultValue = "") String username, Model model, HttpServletResponse response) {
        if (username.isBlank()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", "Hãy nhập tên đăng nhập.");
            return "account/forgotten";
        }
        requests.add(username.strip());
        return "redirect:/account/forgotten/asked";
    }

    @GetMapping("/forgotten/asked")
    String asked(Model model) {
        model.addAttribute("linksPerHour", PasswordLinks.LINKS_PER_HOUR);
        return "account/asked";
    }

    private String form(
            LinkToken token, List<ProblemException.Field> problems, Model model, HttpServletResponse response) {
        Optional<Person> owner = links.owner(token);
        if (owner.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "account/unusable-link";
        }
        model.addAttribute("userId", owner.get().id());
        model.addAttribute("token", token.text());
        model.addAttribute("shortestPassword", PasswordPolicy.SHORTEST);
        model.addAttribute("passwordProblems", of("password", problems));
        model.addAttribute("repeatedProblems", of("repeated", problems));
        return "account/password";
    }

    private static List<String> of(String field, List<ProblemException.Field> problems) {
        return problems.stream()
                .filter(problem -> problem.name().equals(field))
                .map(ProblemException.Field::message)
                .toList();
    }
}
