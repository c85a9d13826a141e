package vn.lienket.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.party.Role;

/**
 * {@code GET /}: signs people in and leads them to the page they asked for ({@code next}), else to where they work: managers to
 * Cockpit, everybody else to Tasklist.
 */
@Controller
class StartController {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    private final Parties parties;
    private final EngineProperties properties;

    StartController(Parties parties, EngineProperties properties) {
        this.parties = parties;
        this.properties = properties;
    }

    @GetMapping("/")
    String start(@RequestParam(required = false) String next, HttpServletRequest request, Model model) {
        Optional<UserAuthentication> user = WebappSession.userOf(request);
        if (user.isPresent()) {
            return "redirect:"
                    + NextPage.of(next)
                            .orElseGet(() -> placeOf(Set.copyOf(user.get().getGroupIds())));
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            model.addAttribute("token", session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME));
        }
        if (properties.demoPassword() != null) {
            model.addAttribute("demoPeople", demoPeople());
            model.addAttribute("demoPassword", properties.demoPassword());
        }
        return "start";
    }

    private List<Person> demoPeople() {
        return parties.people().stream()
                .filter(Person::active)
                .sorted(Comparator.comparing(Person::organisation)
                        .thenComparing(person -> person.roles().iterator().next())
                        .thenComparing(Person::id))
                .toList();
    }

    private static String placeOf(Set<String> groups) {
        boolean works = groups.stream().anyMatch(group -> !group.endsWith("-" + Role.MANAGER.id()));
        return works || groups.isEmpty() ? TASKLIST : COCKPIT;
    }
}
