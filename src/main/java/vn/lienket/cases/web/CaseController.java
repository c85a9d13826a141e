package vn.lienket.cases.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.CaseTimeline;

/** {@code /api/v1/cases}: the cases of all kinds, for members of their channels. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseController {

    private final Register register;
    private final CaseRegister cases;
    private final CaseTimeline timeline;
    private final People people;

    CaseController(Register register, CaseRegister cases, CaseTimeline timeline, People people) {
        this.register = register;
        this.cases = cases;
        this.timeline = timeline;
        this.people = people;
    }

    @GetMapping
    RegisterPage list(RegisterFilter filter) {
        return register.list(filter);
    }

    @GetMapping("/{caseCode}")
    CaseView show(@PathVariable String caseCode) {
        return register.show(caseCode);
    }

    @GetMapping("/{caseCode}/timeline")
    List<TimelineView> timeline(@PathVariable String caseCode) {
        return timeline.of(cases.require(caseCode)).stream()
                .map(entry -> TimelineView.of(entry, people))
                .toList();
    }
}
