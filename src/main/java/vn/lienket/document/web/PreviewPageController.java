package vn.lienket.document.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.page.PrivatePage;
import vn.lienket.party.CurrentUser;
import vn.lienket.problem.ProblemException;

/** {@code /documents/{id}/preview}: a PDF to read page by page; what is drawn there comes from the file as anybody downloads it. */
@Controller
@PrivatePage(scripts = true, fetches = true)
class PreviewPageController {

    private final Documents documents;
    private final CurrentUser currentUser;

    PreviewPageController(Documents documents, CurrentUser currentUser) {
        this.documents = documents;
        this.currentUser = currentUser;
    }

    @GetMapping("/documents/{id}/preview")
    String show(@PathVariable UUID id, Model model) {
        currentUser.require();
        DocumentInfo document = documents.info(id);
        if (!document.isPdf()) {
            throw ProblemException.invalid(
                    "id", "Chỉ xem trước được tệp PDF; hãy tải “%s” về.".formatted(document.fileName()));
        }
        model.addAttribute("document", document);
        return "document/preview";
    }
}
