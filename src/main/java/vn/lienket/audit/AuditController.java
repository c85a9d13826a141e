package vn.lienket.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.download.CsvDownload;

/** The trail for administrators, as JSON by pages or as one CSV file. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final String CSV = "text/csv";

    /** @param head how far it is sealed, to be kept elsewhere */
    record Lines(List<TrailLine> items, int page, int size, long total, String head) {}

    /** @param head to be kept elsewhere */
    record Head(long sequence, String hash, String head) {}

    private final Trail trail;
    private final TrailReaders readers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate snapshot;

    AuditController(
            Trail trail,
            TrailReaders readers,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.trail = trail;
        this.readers = readers;
        this.events = events;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
    }

    @GetMapping
    Lines list(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String who,
            @RequestParam(name = "case", required = false) String caseCode,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            HttpServletResponse response)
            throws IOException {
        readers.require();
        TrailQuery query = TrailQuery.of(from, to, who, caseCode);
        if (accept.contains(CSV)) {
            events.publishEvent(AuditEvent.done(AuditAct.TRAIL_EXPORTED).saying(query.words()));
            write(query, response);
            return null;
        }
        readers.checkPage(page, size);
        events.publishEvent(AuditEvent.done(AuditAct.TRAIL_READ).saying(query.words()));
        return new Lines(
                trail.page(query, page, size),
                page,
                size,
                trail.count(query),
                trail.head().toString());
    }

    @GetMapping("/head")
    Head head() {
        readers.require();
        TrailHead head = trail.head();
        return new Head(head.sequence(), head.hash(), head.toString());
    }

    private void write(TrailQuery query, HttpServletResponse response) throws IOException {
        try (CsvDownload csv = new CsvDownload(
                response,
                "lienket-audit.csv",
                "sequence",
                "happenedAt",
                "act",
                "words",
                "outcome",
                "actor",
                "onBehalfOf",
                "caseCode",
                "taskId",
                "documentId",
                "channel",
                "organisation",
                "address",
                "door",
                "detail",
                "hash")) {
            snapshot.executeWithoutResult(status -> trail.each(
                    query,
                    line -> csv.row(
                            Objects.toString(line.sequence(), ""),
                            line.happenedAt().toString(),
                            line.act(),
                            line.words(),
                            line.outcome(),
                            line.actor(),
                            line.onBehalfOf(),
                            line.caseCode(),
                            line.taskId(),
                            line.documentId(),
                            line.channel(),
                            line.organisation(),
                            line.address(),
                            line.door(),
                            line.detail(),
                            line.hash())));
        }
    }
}
