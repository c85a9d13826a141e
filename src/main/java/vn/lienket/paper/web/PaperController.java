package vn.lienket.paper.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.Dossier;

/** {@code /api/v1/cases/{code}/papers}: what a case issued, and how its signing stands; members of its channel see it. */
@RestController
@RequestMapping("/api/v1/cases/{caseCode}/papers")
class PaperController {

    private final PaperSubmission submission;
    private final PaperViews views;
    private final CaseRegister register;

    PaperController(PaperSubmission submission, PaperViews views, CaseRegister register) {
        this.submission = submission;
        this.views = views;
        this.register = register;
    }

    @GetMapping
    List<PaperView> list(@PathVariable String caseCode) {
        return views.content(register.require(caseCode));
    }

    /** Submits a paper to be signed; {@code documentId} is that of the paper as it was issued. */
    @PostMapping("/{documentId}/signing")
    @ResponseStatus(HttpStatus.CREATED)
    PaperView submit(@PathVariable String caseCode, @PathVariable UUID documentId) {
        Dossier dossier = submission.submit(caseCode, documentId);
        return views.content(dossier).stream()
                .filter(paper -> paper.documentId().equals(documentId))
                .findFirst()
                .orElseThrow();
    }
}
