package vn.lienket.enterprise.web;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.enterprise.Enterprise;
import vn.lienket.enterprise.EnterpriseChange;
import vn.lienket.enterprise.EnterpriseInput;
import vn.lienket.enterprise.EnterpriseQuery;
import vn.lienket.enterprise.Enterprises;
import vn.lienket.enterprise.RegistryAccess;
import vn.lienket.enterprise.Sector;
import vn.lienket.party.Parties;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** {@code /api/v1/enterprises}: read by the members of the registry's channel, written by the officers of its keeper. */
@RestController
@RequestMapping("/api/v1/enterprises")
class EnterpriseController {

    private static final int MAX_TEXT = 200;
    private static final Set<String> SIZES = Set.of("micro", "small", "medium", "large");

    private final Enterprises enterprises;
    private final RegistryAccess access;
    private final Parties parties;

    EnterpriseController(Enterprises enterprises, RegistryAccess access, Parties parties) {
        this.enterprises = enterprises;
        this.access = access;
        this.parties = parties;
    }

    /** A change, with the name of who made it. */
    record ChangeView(
            int revision,
            String changedBy,
            String changedByName,
            Instant changedAt,
            String source,
            UUID importId,
            String fileName,
            Integer line,
            List<EnterpriseChange.FieldChange> changes) {}

    @GetMapping
    EnterpriseList search(
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String sector,
            @RequestParam(required = false) String enterpriseSize,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        access.requireReader();
        Paging.check(page, size)
                .check(
                        text == null || text.length() <= MAX_TEXT && text.indexOf('\0') < 0,
                        "text",
                        Sentences.TEXT.formatted(MAX_TEXT))
                .check(
                        blank(sector) || Sector.of(sector).isPresent(),
                        "sector",
                        "Lĩnh vực (sector): phải là agriculture, industry-construction hoặc trade-services.")
                .check(
                        blank(enterpriseSize) || SIZES.contains(enterpriseSize),
                        "enterpriseSize",
                        "Quy mô (enterpriseSize): phải là micro, small, medium hoặc large.")
                .throwIfAny();
        EnterpriseQuery query = new EnterpriseQuery(text, Sector.of(sector).orElse(null), enterpriseSize);
        return EnterpriseList.of(enterprises.search(query, page, size));
    }

    @GetMapping("/{taxCode}")
    EnterpriseView show(@PathVariable String taxCode) {
        access.requireReader();
        return EnterpriseView.of(require(taxCode));
    }

    @GetMapping("/{taxCode}/history")
    List<ChangeView> history(@PathVariable String taxCode) {
        access.requireReader();
        require(taxCode);
        return enterprises.history(taxCode).stream().map(this::view).toList();
    }

    /**
     * Creates (201) or replaces (200) an enterprise: a field that is left out is emptied. With {@code revision}, only if that is the
     * stored one, else 409.
     */
    @PutMapping("/{taxCode}")
    ResponseEntity<EnterpriseView> put(@PathVariable String taxCode, @RequestBody Map<String, Object> fields) {
        access.requireKeeper();
        Enterprise given = check(taxCode, fields);
        int known = enterprises.find(taxCode).map(Enterprise::revision).orElse(0);
        int expected = fields.get("revision") instanceof Integer revision ? revision : known;
        Enterprise saved = enterprises.replace(given.withRevision(expected), "api");
        return ResponseEntity.status(known == 0 ? HttpStatus.CREATED : HttpStatus.OK)
                .body(EnterpriseView.of(saved));
    }

    private static Enterprise check(String taxCode, Map<String, Object> fields) {
        // as it was read, it may be sent back
        Answers.requireKnown(
                fields.keySet(),
                Stream.of(EnterpriseView.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        Map<String, Object> complete = new HashMap<>(fields);
        complete.putIfAbsent("taxCode", taxCode);
        FieldProblems problems = new FieldProblems()
                .check(
                        taxCode.equals(complete.get("taxCode")),
                        "taxCode",
                        "Mã số thuế: phải trùng với mã số thuế trong địa chỉ.")
                .check(
                        fields.get("revision") == null || fields.get("revision") instanceof Integer,
                        "revision",
                        "Lần sửa (revision): phải là số nguyên.");
        Enterprise given = new EnterpriseInput(complete).check(problems);
        problems.throwIfAny();
        return given;
    }

    private Enterprise require(String taxCode) {
        return enterprises.find(taxCode).orElseThrow(() -> ProblemException.notFound(Sentences.NO_ENTERPRISE));
    }

    private ChangeView view(EnterpriseChange change) {
        return new ChangeView(
                change.revision(),
                change.changedBy(),
                parties.personName(change.changedBy()),
                change.changedAt(),
                change.source(),
                change.importId(),
                change.fileName(),
                change.line(),
                change.changes());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
