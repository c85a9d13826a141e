package vn.lienket.consulting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.consulting.AnswerLink;
import vn.lienket.consulting.AnswerLinks;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingNeeds;
import vn.lienket.consulting.LinkSubject;
import vn.lienket.consulting.RoadmapService;
import vn.lienket.consulting.SupportRules;
import vn.lienket.consulting.SupportService;
import vn.lienket.consulting.process.EnterpriseAnswers;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.enterprise.Sector;
import vn.lienket.page.LinkToken;
import vn.lienket.page.PrivatePage;
import vn.lienket.page.Wording;
import vn.lienket.party.Parties;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** The pages on which an enterprise answers. It has no account: whoever has the link of its mail may. Looking changes nothing. */
@Controller
@PrivatePage
@RequestMapping(AnswerLinks.PAGE)
class AnswerController {

    private final AnswerLinks links;
    private final EnterpriseAnswers answers;
    private final ConsultingViews views;
    private final ConsultingNeeds needs;
    private final SupportService support;
    private final SupportRules supportRules;
    private final Documents documents;
    private final Parties parties;

    AnswerController(
            AnswerLinks links,
            EnterpriseAnswers answers,
            ConsultingViews views,
            ConsultingNeeds needs,
            SupportService support,
            SupportRules supportRules,
            Documents documents,
            Parties parties) {
        this.links = links;
        this.answers = answers;
        this.views = views;
        this.needs = needs;
        this.support = support;
        this.supportRules = supportRules;
        this.documents = documents;
        this.parties = parties;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return page(new LinkToken(token), Optional.empty(), Map.of(), model, response);
    }

    @PostMapping("/supplement")
    String supplement(
            @RequestParam(defaultValue = "") String token,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        LinkToken link = new LinkToken(token);
        return taken(link, sent, model, response, () -> {
            String taxCode = openCase(link, LinkSubject.SUPPLEMENT).applicant().taxCode();
            answers.supplement(link, SupplementForm.read(sent, taxCode));
        });
    }

    @PostMapping("/roadmap")
    String answerRoadmap(
            @RequestParam(defaultValue = "") String token,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        LinkToken link = new LinkToken(token);
        return taken(
                link,
                sent,
                model,
                response,
                () -> answers.answerRoadmap(link, sent.get("roadmapDecision"), sent.get("roadmapComment")));
    }

    @GetMapping("/received")
    String received() {
        return "consulting/answer-received";
    }

    /** The roadmap that the link asks about; 404 if it asks about none any more. */
    @GetMapping("/roadmap.pdf")
    void download(@RequestParam(defaultValue = "") String token, HttpServletResponse response) throws IOException {
        CaseDocument roadmap = roadmap(openCase(new LinkToken(token), LinkSubject.ROADMAP));
        response.setContentType(roadmap.mediaType());
        response.setContentLengthLong(roadmap.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(roadmap.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        documents.writeTo(roadmap.id(), response.getOutputStream());
    }

    /** Leads on where an answer was taken; shows the page again, with what was sent and what is wrong with it, where it was not. */
    private String taken(
            LinkToken token, Map<String, String> sent, Model model, HttpServletResponse response, Runnable answer) {
        try {
            answer.run();
            return "redirect:" + AnswerLinks.PAGE + "/received";
        } catch (RuntimeException failure) {
            ProblemException refused = ProblemException.in(failure).orElseThrow(() -> failure);
            return page(token, Optional.of(refused), sent, model, response);
        }
    }

    private String page(
            LinkToken token,
            Optional<ProblemException> refused,
            Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        Optional<AnswerLink> link = links.find(token);
        if (link.filter(AnswerLink::isOpen).isEmpty()) {
            return unusable(link, model, response);
        }
        ConsultingCase asking = link.get().consultingCase();
        refused.ifPresent(problem -> response.setStatus(problem.kind().status()));
        model.addAttribute("refusal", refused.map(ProblemException::getMessage).orElse(null));
        model.addAttribute("problems", refused.map(AnswerController::byField).orElse(Map.of()));
        model.addAttribute("token", token.text());
        model.addAttribute("say", Wording.VIETNAMESE);
        model.addAttribute("consulting", views.of(asking));
        model.addAttribute(
                "lead", parties.organisation(asking.leadOrganisation()).orElseThrow());
        if (link.get().subject() == LinkSubject.SUPPLEMENT) {
            model.addAttribute("sent", refused.isPresent() ? sent : SupplementForm.prefilled(asking));
            model.addAttribute("sectors", Sector.values());
            model.addAttribute("needs", needs.all());
            return "consulting/answer-supplement";
        }
        model.addAttribute("sent", sent);
        model.addAttribute("support", support.preview(asking, supportRules));
        model.addAttribute("roadmap", roadmap(asking));
        return "consulting/answer-roadmap";
    }

    private String unusable(Optional<AnswerLink> link, Model model, HttpServletResponse response) {
        response.setStatus((link.isPresent() ? HttpStatus.GONE : HttpStatus.NOT_FOUND).value());
        link.ifPresent(known -> {
            ConsultingCase found = known.consultingCase();
            model.addAttribute("standing", known.standing().name());
            model.addAttribute("caseCode", found.caseCode());
            model.addAttribute(
                    "lead", parties.organisation(found.leadOrganisation()).orElseThrow());
        });
        return "consulting/answer-unusable";
    }

    private ConsultingCase openCase(LinkToken token, LinkSubject subject) {
        return links.find(token)
                .filter(link -> link.subject() == subject && link.isOpen())
                .map(AnswerLink::consultingCase)
                .orElseThrow(() -> ProblemException.notFound(Sentences.LINK_USED));
    }

    private CaseDocument roadmap(ConsultingCase asking) {
        return documents.of(asking.caseCode()).stream()
                .filter(document -> document.kind().equals(RoadmapService.ROADMAP))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Map<String, String> byField(ProblemException refused) {
        Map<String, String> sentences = new LinkedHashMap<>();
        refused.fields().forEach(field -> sentences.merge(field.name(), field.message(), "%s %s"::formatted));
        return sentences;
    }
}
