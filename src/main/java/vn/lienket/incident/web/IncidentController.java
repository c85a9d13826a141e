package vn.lienket.incident.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.incident.IncidentFilter;
import vn.lienket.incident.IncidentPage;
import vn.lienket.incident.process.StuckWork;

/** {@code /api/v1/incidents}: what is stuck, for who oversees it. */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentController {

    private final StuckWork stuckWork;

    IncidentController(StuckWork stuckWork) {
        this.stuckWork = stuckWork;
    }

    record Retry(Integer times) {}

    @GetMapping
    IncidentPage list(
            @RequestParam(required = false) String channel,
            @RequestParam(name = "case", required = false) String caseCode,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        return stuckWork.list(new IncidentFilter(said(channel), said(caseCode), page, size));
    }

    @PostMapping("/{id}/retries")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable String id, @RequestBody Retry retry) {
        stuckWork.retry(id, retry.times());
    }

    private static String said(String word) {
        return word == null || word.isBlank() ? null : word.strip();
    }
}
