package vn.lienket.consulting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.cases.CaseFilter;
import vn.lienket.cases.CaseList;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.CaseStatus;
import vn.lienket.cases.Dossiers;
import vn.lienket.cases.StatusChange;
import vn.lienket.cases.process.OpenTask;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingService;
import vn.lienket.consulting.Stage;
import vn.lienket.consulting.SupportRules;
import vn.lienket.consulting.SupportService;
import vn.lienket.page.PrivatePage;
import vn.lienket.page.Wording;
import vn.lienket.party.Groups;
import vn.lienket.party.Parties;
import vn.lienket.party.Person;
import vn.lienket.problem.ProblemException;

/** {@code /cases}: consulting cases to look up and to print; what is to be done with them is done in Tasklist. */
@Controller
@PrivatePage
@RequestMapping("/cases")
class CasePageController {

    private final VisibleCases visible;
    private final ConsultingService consulting;
    private final ConsultingViews views;
    private final CaseRegister register;
    private final Dossiers dossiers;
    private final SupportService support;
    private final SupportRules supportRules;
    private final Parties parties;
    private final Groups groups;

    CasePageController(
            VisibleCases visible,
            ConsultingService consulting,
            ConsultingViews views,
            CaseRegister register,
            Dossiers dossiers,
            SupportService support,
            SupportRules supportRules,
            Parties parties,
            Groups groups) {
        this.visible = visible;
        this.consulting = consulting;
        this.views = views;
        this.register = register;
        this.dossiers = dossiers;
        this.support = support;
        this.supportRules = supportRules;
        this.parties = parties;
        this.groups = groups;
    }

    /** A task with whose it is, in words. */
    record TaskRow(String id, String name, String whose, String due) {}

    /** A status with who set it, in words. */
    record StatusRow(String status, String by, String at) {}

    @GetMapping
    String list(CaseFilter filter, Model model) {
        CaseList cases = register.list(ConsultingService.KIND, filter);
        model.addAttribute("cases", cases);
        model.addAttribute("filter", filter);
        model.addAttribute("statuses", CaseStatus.values());
        model.addAttribute("pages", Math.max(1, (cases.total() + cases.size() - 1) / cases.size()));
        model.addAttribute("say", Wording.VIETNAMESE);
        return "consulting/cases";
    }

    @GetMapping("/{caseCode}")
    String show(@PathVariable String caseCode, Model model) {
        return show(visible.require(caseCode), model);
    }

    @PostMapping("/{caseCode}/contact-email")
    String correctContactEmail(
            @PathVariable String caseCode,
            @RequestParam(defaultValue = "") String contactEmail,
            Model model,
            HttpServletResponse response) {
        ConsultingCase found = visible.require(caseCode);
        try {
            consulting.correctContactEmail(caseCode, contactEmail);
            return "redirect:/cases/" + found.caseCode();
        } catch (ProblemException refused) {
            response.setStatus(refused.kind().status());
            model.addAttribute("refusal", refused.getMessage());
            model.addAttribute("sent", contactEmail);
            return show(found, model);
        }
    }

    private String show(ConsultingCase found, Model model) {
        String caseCode = found.caseCode();
        ConsultingView view = views.of(found);
        model.addAttribute("consulting", view);
        model.addAttribute("tasks", view.openTasks().stream().map(this::row).toList());
        model.addAttribute(
                "history", dossiers.history(caseCode).stream().map(this::row).toList());
        model.addAttribute("mayCorrect", consulting.mayCorrect(found));
        model.addAttribute("reassessed", found.assessment(Stage.AFTER).isPresent());
        if (found.supportDecision() == null && !found.steps().isEmpty()) {
            model.addAttribute("provisional", support.preview(found, supportRules));
        }
        model.addAttribute("say", Wording.VIETNAMESE);
        return "consulting/case";
    }

    private TaskRow row(OpenTask task) {
        String whose = task.assignee() != null ? personName(task.assignee()) : groupNames(task.candidateGroups());
        return new TaskRow(task.id(), task.name(), whose, Wording.VIETNAMESE.moment(task.due()));
    }

    private StatusRow row(StatusChange change) {
        return new StatusRow(
                "%d. %s".formatted(change.status().number(), change.status().label()),
                personName(change.changedBy()),
                Wording.VIETNAMESE.moment(change.changedAt()));
    }

    private String groupNames(List<String> ids) {
        return ids.stream().map(groups::name).collect(Collectors.joining(", "));
    }

    /** The product itself is nobody of the directory. */
    private String personName(String id) {
        return parties.person(id)
                .map(Person::name)
                .orElseGet(() -> Objects.equals(id, Dossiers.SYSTEM) ? "Hệ thống" : id);
    }
}
