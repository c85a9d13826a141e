package vn.lienket.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;

/** {@code /api/v1/sessions}: one's own sessions; an administrator names another {@code person}. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionsApiController {

    private final Sessions sessions;
    private final CurrentUser currentUser;

    SessionsApiController(Sessions sessions, CurrentUser currentUser) {
        this.sessions = sessions;
        this.currentUser = currentUser;
    }

    @GetMapping
    Map<String, List<Sessions.Entry>> list(@RequestParam(required = false) String person, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Map.of("items", sessions.of(allowed(person), session == null ? null : session.getId()));
    }

    /** Signs the person out everywhere: {@code {ended}}. */
    @DeleteMapping
    Map<String, Integer> endAll(@RequestParam(required = false) String person) {
        return Map.of("ended", sessions.signOutEverywhere(allowed(person)));
    }

    @DeleteMapping("/{id}")
    Map<String, Integer> end(@PathVariable String id, @RequestParam(required = false) String person) {
        if (!sessions.end(allowed(person), id)) {
            throw ProblemException.notFound("Không có phiên đăng nhập này.");
        }
        return Map.of("ended", 1);
    }

    private String allowed(String person) {
        User user = currentUser.require();
        if (person == null || person.equals(user.id())) {
            return user.id();
        }
        if (!user.administrator()) {
            throw ProblemException.forbidden("Chỉ quản trị viên xem và kết thúc phiên đăng nhập của người khác.");
        }
        return person;
    }
}
