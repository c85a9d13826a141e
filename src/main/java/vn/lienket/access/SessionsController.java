package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.page.Wording;
import vn.lienket.party.CurrentUser;

/** The pages on which a person sees where he is signed in, and an administrator who is; both end sessions there. */
@Controller
class SessionsController {

    private static final int MOST = 500;

    private final Sessions sessions;
    private final CurrentUser currentUser;

    SessionsController(Sessions sessions, CurrentUser currentUser) {
        this.sessions = sessions;
        this.currentUser = currentUser;
    }

    @GetMapping("/account/sessions")
    String own(HttpServletRequest request, Model model) {
        return show(currentUser.require().id(), "/account/sessions", request, model);
    }

    @PostMapping("/account/sessions")
    String endOwn(@RequestParam(required = false) String session) {
        end(currentUser.require().id(), session);
        return "redirect:/account/sessions";
    }

    @GetMapping("/admin/sessions")
    String everybody(@RequestParam(required = false) String person, HttpServletRequest request, Model model) {
        if (person != null && !person.isBlank()) {
            return show(person.strip(), "/admin/sessions", request, model);
        }
        model.addAttribute("people", sessions.people(MOST));
        model.addAttribute("words", Wording.VIETNAMESE);
        return "access/people";
    }

    @PostMapping("/admin/sessions")
    String endAnybodys(@RequestParam String person, @RequestParam(required = false) String session) {
        end(person.strip(), session);
        return "redirect:/admin/sessions";
    }

    private void end(String person, String session) {
        if (session == null) {
            sessions.signOutEverywhere(person);
        } else {
            sessions.end(person, session);
        }
    }

    private String show(String person, String address, HttpServletRequest request, Model model) {
        HttpSession session = request.getSession(false);
        List<Sessions.Entry> entries = sessions.of(person, session == null ? null : session.getId());
        model.addAttribute("person", person);
        model.addAttribute("address", address);
        model.addAttribute("sessions", entries);
        model.addAttribute("words", Wording.VIETNAMESE);
        return "access/sessions";
    }
}
