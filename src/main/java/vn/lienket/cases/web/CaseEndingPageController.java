package vn.lienket.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.process.CaseEnding;
import vn.lienket.cases.process.CaseEndings;
import vn.lienket.page.PrivatePage;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** {@code /cases/{code}/withdrawal} and the like: who may end a case before its time reads what comes of it, says why and confirms it. */
@Controller
@PrivatePage
@RequestMapping("/cases/{caseCode}/{ending:withdrawal|termination}")
class CaseEndingPageController {

    private static final String CONFIRMED = "confirmed";

    private final CaseRegister register;
    private final CaseEndings endings;
    private final CasePage page;

    CaseEndingPageController(CaseRegister register, CaseEndings endings, CasePage page) {
        this.register = register;
        this.endings = endings;
        this.page = page;
    }

    @GetMapping
    String ask(@PathVariable String caseCode, @PathVariable String ending, Model model) {
        Dossier dossier = register.require(caseCode);
        return show(dossier, endings.require(ending, dossier), "", Map.of(), model);
    }

    @PostMapping
    String end(
            @PathVariable String caseCode,
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String confirmed,
            Model model,
            HttpServletResponse response) {
        Dossier dossier = register.require(caseCode);
        try {
            CaseEnding chosen = endings.require(ending, dossier);
            FieldProblems problems = new FieldProblems();
            String why = problems.read(() -> Answers.requiredText(chosen.reason(), reason));
            problems.check(
                            confirmed.equals("true"),
                            CONFIRMED,
                            "Xác nhận: hãy đánh dấu để %s."
                                    .formatted(chosen.name().toLowerCase()))
                    .throwIfAny();
            endings.end(chosen, dossier.code(), why);
            return "redirect:/cases/%s?ended=%s".formatted(dossier.code(), chosen.id());
        } catch (RuntimeException failure) {
            ProblemException refused = ProblemException.in(failure).orElseThrow(() -> failure);
            return switch (refused.kind()) {
                case INVALID, CONFLICT -> {
                    response.setStatus(refused.kind().status());
                    yield show(dossier, endings.require(ending), reason, problems(refused), model);
                }
                default -> throw refused;
            };
        }
    }

    /** By field; what concerns none under an empty name. */
    private static Map<String, String> problems(ProblemException refused) {
        Map<String, String> problems = new HashMap<>();
        refused.fields()
                .forEach(field ->
                        problems.putIfAbsent(field.name().equals(CONFIRMED) ? CONFIRMED : "reason", field.message()));
        if (problems.isEmpty()) {
            problems.put("", refused.onPage());
        }
        return problems;
    }

    private String show(Dossier dossier, CaseEnding ending, String reason, Map<String, String> problems, Model model) {
        page.fill(dossier, model);
        model.addAttribute("ending", ending);
        model.addAttribute("aftermath", page.kindOf(dossier).aftermath(dossier.code(), ending.id()));
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        return "cases/ending";
    }
}
