package vn.lienket.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienket.access.AccessFilter;
import vn.lienket.access.AccessOverview;
import vn.lienket.page.PrivatePage;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** {@code /admin}: where administrators find what is theirs, and who may do what. For anybody else there are no such pages. */
@Controller
@PrivatePage
class AdminPageController {

    private final AccessOverview overview;
    private final Parties parties;
    private final CurrentUser currentUser;

    AdminPageController(AccessOverview overview, Parties parties, CurrentUser currentUser) {
        this.overview = overview;
        this.parties = parties;
        this.currentUser = currentUser;
    }

    @GetMapping({"/admin", "/admin/"})
    String index() {
        requireAdministrator();
        return "access/admin";
    }

    @GetMapping({"/admin/access", "/admin/access/"})
    String access(AccessFilter filter, Model model) {
        requireAdministrator();
        model.addAttribute("people", overview.of(filter));
        model.addAttribute("filter", filter);
        model.addAttribute("channels", parties.channels());
        model.addAttribute("roles", Role.values());
        return "access/access";
    }

    @GetMapping("/admin/access/csv")
    void csv(AccessFilter filter, HttpServletResponse response) throws IOException {
        requireAdministrator();
        AccessCsv.write(overview.of(filter), response);
    }

    private void requireAdministrator() {
        if (!currentUser.require().administrator()) {
            throw ProblemException.notFound(Sentences.NO_PAGE);
        }
    }
}
