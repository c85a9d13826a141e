package vn.lienket.comparison.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.comparison.Comparisons;
import vn.lienket.comparison.DocumentComparison;
import vn.lienket.page.PrivatePage;
import vn.lienket.page.Wording;

/** {@code /cases/{code}/comparison}: what has changed from one version of a document to another, to read and to print. */
@Controller
@PrivatePage
class ComparisonPageController {

    private final Comparisons comparisons;

    ComparisonPageController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping("/cases/{caseCode}/comparison")
    String show(
            @PathVariable String caseCode,
            @RequestParam(required = false) UUID from,
            @RequestParam(required = false) UUID to,
            Model model) {
        DocumentComparison compared = comparisons.of(caseCode, from, to);
        model.addAttribute("compared", compared);
        model.addAttribute("sections", Section.of(compared.comparison()));
        model.addAttribute("say", Wording.VIETNAMESE);
        return "comparison/comparison";
    }
}
