package vn.lienket.enterprise.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.lienket.download.CsvDownload;
import vn.lienket.enterprise.RegistryAccess;
import vn.lienket.enterprise.RegistryImports;
import vn.lienket.problem.FieldProblems;

/** {@code /api/v1/enterprises/import}: for the officers of the registry's keeper. */
@RestController
@RequestMapping("/api/v1/enterprises/import")
class ImportController {

    private final RegistryImports imports;
    private final RegistryAccess access;

    ImportController(RegistryImports imports, RegistryAccess access) {
        this.imports = imports;
        this.access = access;
    }

    /** The answer to an upload. */
    record Accepted(UUID id) {}

    /** One page of imports, newest first. */
    record ImportList(List<ImportView> items, int page, int size) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Accepted> start(@RequestParam(required = false) MultipartFile file) throws IOException {
        access.requireKeeper();
        new FieldProblems()
                .check(file != null, "file", "Thiếu tệp cần nhập (file).")
                .throwIfAny();
        try (InputStream content = file.getInputStream()) {
            UUID id = imports.accept(content, file.getOriginalFilename()).id();
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/enterprises/import/" + id))
                    .body(new Accepted(id));
        }
    }

    @GetMapping
    ImportList list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        Paging.check(page, size).throwIfAny();
        return new ImportList(
                imports.list(page, size).stream().map(ImportView::of).toList(), page, size);
    }

    @GetMapping("/{id}")
    ImportView show(@PathVariable UUID id) {
        return ImportView.of(imports.find(id));
    }

    @PostMapping("/{id}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id) {
        imports.cancel(id);
    }

    /** A CSV file {@code line,column,reason,value}, in UTF-8 with the mark by which Excel knows it. */
    @GetMapping("/{id}/refusals")
    void refusals(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        imports.find(id);
        try (CsvDownload csv = new CsvDownload(
                response, "dong-bi-tu-choi-%s.csv".formatted(id), "line", "column", "reason", "value")) {
            imports.forEachRefusal(
                    id,
                    refusal -> csv.row(
                            Integer.toString(refusal.line()), refusal.field(), refusal.reason(), refusal.value()));
        }
    }
}
