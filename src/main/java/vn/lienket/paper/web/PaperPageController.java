package vn.lienket.paper.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.lienket.page.PrivatePage;

/** {@code /cases/{code}/papers/{id}/signing}: the same on the page of a case. */
@Controller
@PrivatePage
@RequestMapping("/cases/{caseCode}/papers/{documentId}/signing")
class PaperPageController {

    private final PaperSubmission submission;

    PaperPageController(PaperSubmission submission) {
        this.submission = submission;
    }

    /** Where a refusal has left the browser, if the page is loaded again. */
    @GetMapping
    String back() {
        return "redirect:/cases/{caseCode}";
    }

    @PostMapping
    String submit(@PathVariable String caseCode, @PathVariable UUID documentId) {
        submission.submit(caseCode, documentId);
        return "redirect:/cases/{caseCode}";
    }
}
