package vn.lienket.assignment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.assignment.OversightService;
import vn.lienket.cases.web.CasePage;
import vn.lienket.page.PrivatePage;
import vn.lienket.problem.ProblemException;

/** {@code /cases/{code}/tasks/{id}}: the same on the page of a case, which is shown again with what was refused. */
@Controller
@PrivatePage(scripts = true)
@RequestMapping("/cases/{caseCode}/tasks/{taskId}")
class OversightPageController {

    private final OversightService oversight;
    private final CasePage page;

    OversightPageController(OversightService oversight, CasePage page) {
        this.oversight = oversight;
        this.page = page;
    }

    /**
     * What was refused.
     *
     * @param person who was chosen; null if a reminder was
     * @param problems by field; what concerns none under an empty name
     */
    record Refused(String task, String person, String note, Map<String, String> problems) {}

    /** Where a refused form has left the browser, if the page is loaded again. */
    @GetMapping({"/reminder", "/assignee"})
    String back() {
        return "redirect:/cases/{caseCode}";
    }

    @PostMapping("/reminder")
    String remind(
            @PathVariable String caseCode,
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        return answer(
                () -> oversight.remind(taskId, note),
                caseCode,
                new Refused(taskId, null, note, new HashMap<>()),
                model,
                response);
    }

    @PostMapping("/assignee")
    String give(
            @PathVariable String caseCode,
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        return answer(
                () -> oversight.give(taskId, person, note),
                caseCode,
                new Refused(taskId, person, note, new HashMap<>()),
                model,
                response);
    }

    private String answer(
            Supplier<String> act, String caseCode, Refused refused, Model model, HttpServletResponse response) {
        try {
            return "redirect:/cases/%s?task=%s".formatted(act.get(), refused.task());
        } catch (RuntimeException failure) {
            ProblemException problem = ProblemException.in(failure).orElseThrow(() -> failure);
            if (problem.kind() == ProblemException.Kind.FORBIDDEN) {
                throw problem;
            }
            response.setStatus(problem.kind().status());
            problem.fields().forEach(field -> refused.problems().putIfAbsent(field.name(), field.message()));
            if (refused.problems().isEmpty()) {
                refused.problems().put("", problem.onPage());
            }
            model.addAttribute("refused", refused);
            return page.show(caseCode, model);
        }
    }
}
