package vn.lienket.consulting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.consulting.PageLinkRequests;
import vn.lienket.consulting.PageLinks;
import vn.lienket.enterprise.TaxCode;
import vn.lienket.page.PrivatePage;
import vn.lienket.party.MailAddress;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** The pages on which an enterprise asks for a link to its case; the QR code on its papers leads here. */
@Controller
@PrivatePage
@RequestMapping(PageLinks.ASKING)
class PageLinkController {

    private final PageLinkRequests requests;
    private final Limits limits;

    PageLinkController(PageLinkRequests requests, Limits limits) {
        this.requests = requests;
        this.limits = limits;
    }

    @GetMapping
    String form(@RequestParam(name = PageLinks.CASE, defaultValue = "") String caseCode, Model model) {
        return form(Map.of("caseCode", caseCode), Optional.empty(), model);
    }

    /** The same answer to whoever asks, be there such a case or not. */
    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String caseCode,
            @RequestParam(defaultValue = "") String taxCode,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        String code = Answers.stripped(taxCode);
        String address = Answers.stripped(email);
        try {
            FieldProblems problems = new FieldProblems();
            TaxCode.problem(code).ifPresent(problem -> problems.check(false, "taxCode", problem));
            problems.check(
                            MailAddress.FORM.matcher(address).matches(),
                            "email",
                            "Thư điện tử: không đúng dạng địa chỉ thư, như ten@congty.vn.")
                    .throwIfAny();
        } catch (ProblemException refused) {
            response.setStatus(refused.kind().status());
            return form(Map.of("caseCode", caseCode, "taxCode", taxCode, "email", email), Optional.of(refused), model);
        }
        requests.add(Answers.stripped(caseCode), code, address, request.getRemoteAddr());
        return "redirect:" + PageLinks.ASKING + "/asked";
    }

    @GetMapping("/asked")
    String asked(Model model) {
        model.addAttribute("linksAnHour", limits.of(Limit.PAGE_LINKS_AN_HOUR));
        return "consulting/link-asked";
    }

    private static String form(Map<String, String> sent, Optional<ProblemException> refused, Model model) {
        model.addAttribute("sent", sent);
        model.addAttribute("refusal", refused.map(ProblemException::getMessage).orElse(null));
        model.addAttribute("problems", Refusals.byField(refused));
        return "consulting/link";
    }
}
