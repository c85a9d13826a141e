package vn.lienket.cases.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.cases.CaseClocks;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.process.CaseHistory;
import vn.lienket.party.Parties;

/** {@code /api/v1/cases/{code}/history}: the way of a case through its processes, for members of its channel. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseHistoryController {

    private final CaseRegister cases;
    private final CaseHistory history;
    private final CaseClocks clocks;
    private final CasePage page;
    private final Parties parties;
    private final People people;

    CaseHistoryController(
            CaseRegister cases, CaseHistory history, CaseClocks clocks, CasePage page, Parties parties, People people) {
        this.cases = cases;
        this.history = history;
        this.clocks = clocks;
        this.page = page;
        this.parties = parties;
        this.people = people;
    }

    @GetMapping("/{caseCode}/history")
    CasePathView show(@PathVariable String caseCode) {
        Dossier dossier = cases.require(caseCode);
        return CasePathView.of(
                dossier,
                page.kindOf(dossier),
                parties.organisationName(dossier.leadOrganisation()),
                history.of(dossier.code()),
                clocks.stops(dossier.code()),
                people);
    }
}
