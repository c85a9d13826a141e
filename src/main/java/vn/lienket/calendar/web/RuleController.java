package vn.lienket.calendar.web;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.calendar.Limits;
import vn.lienket.calendar.Terms;

/** {@code /api/v1/rules}: the terms in days and the limits of today, which forms show and check by, for everybody signed in. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleController {

    private final Terms terms;
    private final Limits limits;

    RuleController(Terms terms, Limits limits) {
        this.terms = terms;
        this.limits = limits;
    }

    record Rules(Map<String, Integer> terms, Map<String, Long> limits) {}

    @GetMapping
    Rules rules() {
        return new Rules(terms.today(), limits.today());
    }
}
