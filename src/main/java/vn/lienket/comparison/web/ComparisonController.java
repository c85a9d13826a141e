package vn.lienket.comparison.web;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.comparison.Comparisons;
import vn.lienket.comparison.DocumentComparison;

@RestController
class ComparisonController {

    private final Comparisons comparisons;

    ComparisonController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping("/api/v1/cases/{caseCode}/comparison")
    DocumentComparison compare(
            @PathVariable String caseCode,
            @RequestParam(required = false) UUID from,
            @RequestParam(required = false) UUID to) {
        return comparisons.of(caseCode, from, to);
    }
}
