package vn.lienket.consulting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.consulting.BulkOpeningRequest;
import vn.lienket.consulting.BulkOpeningService;
import vn.lienket.download.CsvDownload;
import vn.lienket.enterprise.EnterpriseQuery;
import vn.lienket.enterprise.EnterpriseSize;
import vn.lienket.enterprise.Sector;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;

/** {@code /api/v1/consulting-cases/bulk}: for the officers of the organisation that runs the consulting. */
@RestController
@RequestMapping("/api/v1/consulting-cases/bulk")
class ConsultingBulkController {

    private static final int MAX_TEXT = 200;

    private final BulkOpeningService bulks;

    ConsultingBulkController(BulkOpeningService bulks) {
        this.bulks = bulks;
    }

    /** Either the tax codes or the query. */
    record Request(List<String> taxCodes, Query query, String need, String needCategory, String channel) {}

    /** As the search of the registry has it; what is left out does not restrict. */
    record Query(String text, String sector, String size) {

        private EnterpriseQuery checked() {
            new FieldProblems()
                    .check(
                            text == null || text.length() <= MAX_TEXT && !Answers.unprintable(text),
                            "query.text",
                            "Từ cần tìm (query.text): không quá %d ký tự in được.".formatted(MAX_TEXT))
                    .check(
                            Answers.blank(sector) || Sector.of(sector).isPresent(),
                            "query.sector",
                            "Lĩnh vực (query.sector): phải là agriculture, industry-construction hoặc trade-services.")
                    .check(
                            Answers.blank(size) || EnterpriseSize.labelOf(size) != null,
                            "query.size",
                            "Quy mô (query.size): phải là micro, small, medium hoặc large.")
                    .throwIfAny();
            return new EnterpriseQuery(text, Sector.of(sector).orElse(null), size);
        }
    }

    /** The answer to a request. */
    record Accepted(UUID id) {}

    @PostMapping
    ResponseEntity<Accepted> open(@RequestBody Request request) {
        UUID id = bulks.accept(new BulkOpeningRequest(
                        request.taxCodes(),
                        request.query() == null ? null : request.query().checked(),
                        request.need(),
                        request.needCategory(),
                        request.channel()))
                .id();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/consulting-cases/bulk/" + id))
                .body(new Accepted(id));
    }

    @GetMapping("/{id}")
    BulkOpeningView show(@PathVariable UUID id) {
        return BulkOpeningView.of(bulks.find(id));
    }

    /** A CSV file {@code taxCode,reason} in the order of the list. */
    @GetMapping("/{id}/refusals")
    void refusals(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        bulks.find(id);
        try (CsvDownload csv =
                new CsvDownload(response, "doanh-nghiep-bi-tu-choi-%s.csv".formatted(id), "taxCode", "reason")) {
            bulks.forEachRefusal(id, refusal -> csv.row(refusal.taxCode(), refusal.reason()));
        }
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id) {
        bulks.cancel(id);
    }
}
