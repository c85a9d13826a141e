package vn.lienket.assignment.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienket.assignment.SuccessionPlans;
import vn.lienket.page.PrivatePage;
import vn.lienket.page.Wording;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** {@code /admin/successors}: which organisations end, who takes over and what passes. For anybody but an administrator there is no such page. */
@Controller
@PrivatePage
class SuccessionPageController {

    private final SuccessionPlans plans;
    private final Parties parties;
    private final CurrentUser currentUser;

    SuccessionPageController(SuccessionPlans plans, Parties parties, CurrentUser currentUser) {
        this.plans = plans;
        this.parties = parties;
        this.currentUser = currentUser;
    }

    @GetMapping({"/admin/successors", "/admin/successors/"})
    String list(Model model) {
        if (!currentUser.require().administrator()) {
            throw ProblemException.notFound(Sentences.NO_PAGE);
        }
        model.addAttribute("words", Wording.VIETNAMESE);
        model.addAttribute("plans", plans.of(parties.organisations()));
        return "assignment/successors";
    }
}
