package vn.lienket.figures.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.figures.Overview;
import vn.lienket.figures.PeopleWork;
import vn.lienket.figures.StepHandling;
import vn.lienket.figures.WeekFigures;
import vn.lienket.figures.WorkOverview;

/** {@code /api/v1/figures/overview}: the panels of the first page of Cockpit; each of one channel, or of all that the user may see. */
@RestController
@RequestMapping("/api/v1/figures/overview")
class OverviewController {

    private final Overview overview;

    OverviewController(Overview overview) {
        this.overview = overview;
    }

    @GetMapping
    WorkOverview work(@RequestParam(required = false) String channel) {
        return overview.work(channel);
    }

    @GetMapping("/weeks")
    List<WeekFigures> weeks(@RequestParam(required = false) String channel) {
        return overview.weeks(channel);
    }

    @GetMapping("/handling")
    List<StepHandling> handling(@RequestParam(required = false) String channel) {
        return overview.handling(channel);
    }

    @GetMapping("/people")
    PeopleWork people(@RequestParam(required = false) String channel) {
        return overview.people(channel);
    }
}
