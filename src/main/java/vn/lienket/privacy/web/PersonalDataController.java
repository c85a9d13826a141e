package vn.lienket.privacy.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienket.page.PrivatePage;
import vn.lienket.party.CurrentUser;
import vn.lienket.privacy.PersonalData;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** {@code /admin/personal-data}: what is kept of people, why and how long. For anybody but an administrator there is no such page. */
@Controller
@PrivatePage
class PersonalDataController {

    private final PersonalData personalData;
    private final CurrentUser currentUser;

    PersonalDataController(PersonalData personalData, CurrentUser currentUser) {
        this.personalData = personalData;
        this.currentUser = currentUser;
    }

    @GetMapping({"/admin/personal-data", "/admin/personal-data/"})
    String list(Model model) {
        if (!currentUser.require().administrator()) {
            throw ProblemException.notFound(Sentences.NO_PAGE);
        }
        model.addAttribute("list", personalData);
        return "privacy/personal-data";
    }
}
