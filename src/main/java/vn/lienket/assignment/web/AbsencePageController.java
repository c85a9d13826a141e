package vn.lienket.assignment.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.assignment.AbsenceService;
import vn.lienket.page.PrivatePage;
import vn.lienket.page.Wording;

/** {@code /account/absences}: the same as a page, on which absences are ended. */
@Controller
@PrivatePage
class AbsencePageController {

    private final AbsenceService absences;
    private final AbsenceViews views;

    AbsencePageController(AbsenceService absences, AbsenceViews views) {
        this.absences = absences;
        this.views = views;
    }

    @GetMapping("/account/absences")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        AbsenceList found = views.list(page, AbsenceViews.MAX_SIZE);
        model.addAttribute("found", found);
        model.addAttribute("pages", Math.max(1, (found.total() + found.size() - 1) / found.size()));
        model.addAttribute("say", Wording.VIETNAMESE);
        return "assignment/absences";
    }

    @PostMapping("/account/absences")
    String end(@RequestParam UUID absence) {
        absences.end(absence);
        return "redirect:/account/absences";
    }
}
