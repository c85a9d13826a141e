package vn.lienket.cases.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.process.CaseStanding;
import vn.lienket.page.PrivatePage;
import vn.lienket.page.Wording;
import vn.lienket.party.Parties;

/** {@code /cases}: the cases of all kinds to look up and to print; what is to be done with them is done in Tasklist. */
@Controller
@PrivatePage(scripts = true)
@RequestMapping("/cases")
class CasePageController {

    private final Register register;
    private final CasePage page;
    private final Parties parties;

    CasePageController(Register register, CasePage page, Parties parties) {
        this.register = register;
        this.page = page;
        this.parties = parties;
    }

    @GetMapping
    String list(RegisterFilter filter, Model model) {
        RegisterPage cases = register.list(filter);
        long pages = Math.max(1, (cases.total() + cases.size() - 1) / cases.size());
        model.addAttribute("cases", cases);
        model.addAttribute("filter", filter);
        model.addAttribute("links", new RegisterLinks(filter));
        model.addAttribute("kinds", register.kinds());
        model.addAttribute("statuses", CaseStatus.values());
        model.addAttribute("states", CaseStanding.values());
        model.addAttribute("organisations", parties.organisations());
        model.addAttribute("pages", pages);
        model.addAttribute(
                "more", cases.totalIsLowerBound() ? cases.items().size() == cases.size() : cases.page() < pages - 1);
        model.addAttribute("say", Wording.VIETNAMESE);
        return "cases/cases";
    }

    @GetMapping("/{caseCode}")
    String show(
            @PathVariable String caseCode,
            @RequestParam(required = false) String ended,
            @RequestParam(required = false) String task,
            Model model) {
        model.addAttribute("done", page.done(caseCode, ended, task));
        return page.show(caseCode, model);
    }
}
