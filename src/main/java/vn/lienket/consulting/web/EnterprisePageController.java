package vn.lienket.consulting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.PageLinks;
import vn.lienket.document.CaseDocument;
import vn.lienket.page.LinkToken;
import vn.lienket.page.PrivatePage;
import vn.lienket.page.Wording;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** The page of a case for its enterprise. It has no account: whoever has the link of one of its mails may. Looking changes nothing. */
@Controller
@PrivatePage
@RequestMapping(PageLinks.PAGE)
class EnterprisePageController {

    private final PageLinks links;
    private final EnterprisePages pages;
    private final Downloads downloads;

    EnterprisePageController(PageLinks links, EnterprisePages pages, Downloads downloads) {
        this.links = links;
        this.pages = pages;
        this.downloads = downloads;
    }

    /** @param answered whether an answer has just been taken */
    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String answered,
            Model model,
            HttpServletResponse response) {
        Optional<ConsultingCase> found = links.find(new LinkToken(token));
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "consulting/enterprise-unusable";
        }
        model.addAttribute("page", pages.of(found.get()));
        model.addAttribute("token", token);
        model.addAttribute("answered", !answered.isEmpty());
        model.addAttribute("say", Wording.VIETNAMESE);
        return "consulting/enterprise";
    }

    /** 404 alike for a link that opens nothing, and for a document that is not the enterprise's to see. */
    @GetMapping("/documents/{id}")
    void download(@PathVariable String id, @RequestParam(defaultValue = "") String token, HttpServletResponse response)
            throws IOException {
        CaseDocument document = links.find(new LinkToken(token))
                .flatMap(found -> pages.document(found, id))
                .orElseThrow(() -> ProblemException.notFound(Sentences.NOT_FOUND));
        downloads.send(document, response);
    }
}
