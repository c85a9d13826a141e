package vn.lienket.figures.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.download.SheetFile;
import vn.lienket.figures.FactsRebuild;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.ProblemException;

/** {@code /api/v1/figures}: what became of the cases in a month, as JSON, CSV, XLSX or PDF by {@code Accept}. */
@RestController
@RequestMapping("/api/v1/figures")
class FiguresController {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String NAME = "so-lieu-thang";

    private final MonthViews months;
    private final FactsRebuild rebuild;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;

    FiguresController(
            MonthViews months, FactsRebuild rebuild, CurrentUser currentUser, ApplicationEventPublisher events) {
        this.months = months;
        this.rebuild = rebuild;
        this.currentUser = currentUser;
        this.events = events;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    MonthList json(MonthFilter filter) {
        return months.list(filter);
    }

    @GetMapping(produces = CSV)
    void csv(MonthFilter filter, HttpServletResponse response) throws IOException {
        MonthCsv.write(months.list(filter), response, NAME + ".csv");
    }

    @GetMapping(produces = XLSX)
    ResponseEntity<byte[]> xlsx(MonthFilter filter) {
        return file(SheetFile.write(List.of(months.table(filter))), XLSX, ".xlsx");
    }

    @GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(MonthFilter filter) {
        return file(months.paper(filter), MediaType.APPLICATION_PDF_VALUE, ".pdf");
    }

    /** The cases behind a figure. */
    @GetMapping("/cases")
    MonthCases cases(
            MonthFilter filter,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return months.cases(filter, measure, page, size);
    }

    /** For administrators: derives everything that is counted anew, and answers how much of it was not so already. */
    @PostMapping("/rebuild")
    FactsRebuild.Rebuilt rebuild() {
        if (!currentUser.require().administrator()) {
            throw ProblemException.forbidden("Chỉ người quản trị được dựng lại số liệu.");
        }
        FactsRebuild.Rebuilt done = rebuild.all();
        events.publishEvent(AuditEvent.done(AuditAct.FIGURES_REBUILT)
                .saying("%d cases, %d rows changed".formatted(done.cases(), done.changed())));
        return done;
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String extension) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(NAME + extension)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
