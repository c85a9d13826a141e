package vn.lienket.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.web.CasePage;
import vn.lienket.notification.MailCorrections;
import vn.lienket.page.PrivatePage;
import vn.lienket.problem.ProblemException;

/** The same on the page of a case, which is shown again with what was refused. */
@Controller
@PrivatePage(scripts = true)
@RequestMapping("/cases/{caseCode}/mails/{id}/address")
class MailAddressPageController {

    private final MailCorrections corrections;
    private final CaseRegister register;
    private final CasePage page;

    MailAddressPageController(MailCorrections corrections, CaseRegister register, CasePage page) {
        this.corrections = corrections;
        this.register = register;
        this.page = page;
    }

    /** What was refused of a mail, and why. */
    record RefusedAddress(UUID mail, String address, String problem) {}

    /** Where a refused form has left the browser, if the page is loaded again. */
    @GetMapping
    String back() {
        return "redirect:/cases/{caseCode}";
    }

    @PostMapping
    String correct(
            @PathVariable String caseCode,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String address,
            Model model,
            HttpServletResponse response) {
        register.require(caseCode);
        try {
            return "redirect:/cases/" + corrections.correct(id, address);
        } catch (ProblemException problem) {
            if (problem.kind() == ProblemException.Kind.FORBIDDEN) {
                throw problem;
            }
            response.setStatus(problem.kind().status());
            model.addAttribute("refusedAddress", new RefusedAddress(id, address, problem.onPage()));
            return page.show(caseCode, model);
        }
    }
}
