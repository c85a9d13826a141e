package vn.lienket.consulting.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.cases.web.CasePage;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.page.PrivatePage;
import vn.lienket.problem.ProblemException;

/** Corrects the address of the enterprise on the page of its case. */
@Controller
@PrivatePage
class ContactEmailController {

    private final VisibleCases visible;
    private final ConsultingService consulting;
    private final CasePage page;

    ContactEmailController(VisibleCases visible, ConsultingService consulting, CasePage page) {
        this.visible = visible;
        this.consulting = consulting;
        this.page = page;
    }

    @PostMapping("/cases/{caseCode}/contact-email")
    String correct(
            @PathVariable String caseCode,
            @RequestParam(defaultValue = "") String contactEmail,
            Model model,
            HttpServletResponse response) {
        visible.require(caseCode);
        try {
            consulting.correctContactEmail(caseCode, contactEmail);
            return "redirect:/cases/" + caseCode;
        } catch (ProblemException refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused.onPage());
            model.addAttribute("sent", contactEmail);
            return page.show(caseCode, model);
        }
    }
}
