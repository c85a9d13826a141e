package vn.lienket.cases.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.cases.Aftermath;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.process.CaseEnding;
import vn.lienket.cases.process.CaseEndings;
import vn.lienket.cases.process.CaseStanding;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;

/** {@code /api/v1/cases}: what the start forms show of cases that are to be ended before their time. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseEndingController {

    private static final int LOOKED_AT = 200;
    private static final int FOUND = 20;

    private final CaseEndings endings;
    private final CaseRegister cases;
    private final Register register;
    private final CasePage page;
    private final TaskViews tasks;
    private final Parties parties;
    private final CurrentUser currentUser;
    private final Clock clock;

    CaseEndingController(
            CaseEndings endings,
            CaseRegister cases,
            Register register,
            CasePage page,
            TaskViews tasks,
            Parties parties,
            CurrentUser currentUser,
            Clock clock) {
        this.endings = endings;
        this.cases = cases;
        this.register = register;
        this.page = page;
        this.tasks = tasks;
        this.parties = parties;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** A case that the user may end so. */
    record Found(String caseCode, String title, String kindName, String step) {}

    /**
     * A case with what comes of ending it so.
     *
     * @param openTasks with whose each is
     */
    record Summary(
            String caseCode,
            String title,
            String kindName,
            String stateName,
            String caseStatusName,
            String leadOrganisationName,
            List<TaskViews.TaskView> openTasks,
            Aftermath aftermath) {}

    /** The newest of the user's organisation that a text finds, by code or title, as the register does. */
    @GetMapping("/endings/{ending}")
    List<Found> find(@PathVariable String ending, @RequestParam(defaultValue = "") String text) {
        CaseEnding chosen = endings.require(ending);
        CaseStanding standing = chosen.closed() ? CaseStanding.CLOSED : CaseStanding.OPEN;
        List<RegisterPage.Item> found = register.list(new RegisterFilter(
                        text,
                        chosen.kind(),
                        null,
                        currentUser.require().organisation(),
                        null,
                        standing.code(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        LOOKED_AT))
                .items();
        Set<String> waiting = endings.waiting(
                chosen, found.stream().map(RegisterPage.Item::caseCode).toList());
        return found.stream()
                .filter(item -> waiting.contains(item.caseCode()) && endings.may(item.leadOrganisation()))
                .limit(FOUND)
                .map(item -> new Found(item.caseCode(), item.title(), item.kindName(), item.step()))
                .toList();
    }

    @GetMapping("/{caseCode}/endings/{ending}")
    Summary show(@PathVariable String caseCode, @PathVariable String ending) {
        Dossier dossier = cases.require(caseCode);
        CaseEnding chosen = endings.require(ending, dossier);
        return new Summary(
                dossier.code(),
                dossier.title(),
                page.kindOf(dossier).name(),
                page.stateName(dossier),
                dossier.status().label(),
                parties.organisationName(dossier.leadOrganisation()),
                tasks.of(dossier.code(), clock.instant()),
                page.kindOf(dossier).aftermath(dossier.code(), chosen.id()));
    }
}
