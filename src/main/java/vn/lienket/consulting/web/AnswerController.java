package vn.lienket.consulting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.consulting.AnswerLink;
import vn.lienket.consulting.AnswerLinks;
import vn.lienket.consulting.ConsultingCase;
import vn.lienket.consulting.ConsultingNeeds;
import vn.lienket.consulting.EnterpriseFiles;
import vn.lienket.consulting.LinkSubject;
import vn.lienket.consulting.PageLinks;
import vn.lienket.consulting.RoadmapService;
import vn.lienket.consulting.SupportRules;
import vn.lienket.consulting.SupportService;
import vn.lienket.consulting.process.EnterpriseAnswers;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.Documents;
import vn.lienket.enterprise.Sector;
import vn.lienket.page.LinkToken;
import vn.lienket.page.PageAddress;
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
    private final PageLinks pageLinks;
    private final EnterpriseAnswers answers;
    private final EnterpriseFiles files;
    private final ConsultingViews views;
    private final ConsultingNeeds needs;
    private final SupportService support;
    private final SupportRules supportRules;
    private final Documents documents;
    private final Downloads downloads;
    private final Limits limits;
    private final Parties parties;

    AnswerController(
            AnswerLinks links,
            PageLinks pageLinks,
            EnterpriseAnswers answers,
            EnterpriseFiles files,
            ConsultingViews views,
            ConsultingNeeds needs,
            SupportService support,
            SupportRules supportRules,
            Documents documents,
            Downloads downloads,
            Limits limits,
            Parties parties) {
        this.links = links;
        this.pageLinks = pageLinks;
        this.answers = answers;
        this.files = files;
        this.views = views;
        this.needs = needs;
        this.support = support;
        this.supportRules = supportRules;
        this.documents = documents;
        this.downloads = downloads;
        this.limits = limits;
        this.parties = parties;
    }

    /** What was sent: the link, what it answers, the fields of the form and the files that were chosen. */
    private record Sent(LinkToken link, LinkSubject subject, Map<String, String> fields, List<MultipartFile> files) {}

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        Sent nothing = new Sent(new LinkToken(token), null, Map.of(), List.of());
        return page(nothing, Optional.empty(), model, response);
    }

    @PostMapping("/supplement")
    String supplement(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "0") int round,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = EnterpriseFiles.FIELD, required = false) List<MultipartFile> chosen,
            Model model,
            HttpServletResponse response) {
        Sent sent = new Sent(new LinkToken(token), LinkSubject.SUPPLEMENT, fields, SentFiles.chosen(chosen));
        return taken(sent, model, response, asking -> {
            Map<String, Object> read =
                    SupplementForm.read(fields, asking.applicant().taxCode());
            try (SentFiles checked = SentFiles.check(sent.files(), documents)) {
                answers.supplement(sent.link(), round, read, checked.files());
            }
        });
    }

    @PostMapping("/roadmap")
    String answerRoadmap(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "0") int round,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = EnterpriseFiles.FIELD, required = false) List<MultipartFile> chosen,
            Model model,
            HttpServletResponse response) {
        Sent sent = new Sent(new LinkToken(token), LinkSubject.ROADMAP, fields, SentFiles.chosen(chosen));
        return taken(sent, model, response, asking -> {
            try (SentFiles checked = SentFiles.check(sent.files(), documents)) {
                answers.answerRoadmap(
                        sent.link(),
                        round,
                        fields.get("roadmapDecision"),
                        fields.get("roadmapComment"),
                        checked.files());
            }
        });
    }

    @GetMapping("/received")
    String received() {
        return "consulting/answer-received";
    }

    /** The roadmap that the link asks about; 404 if it asks about none any more. */
    @GetMapping("/roadmap.pdf")
    void download(@RequestParam(defaultValue = "") String token, HttpServletResponse response) throws IOException {
        downloads.send(roadmap(openCase(new LinkToken(token), LinkSubject.ROADMAP)), response);
    }

    /** Leads on where an answer was taken; shows the page again, with what was sent and what is wrong with it, where it was not. */
    private String taken(Sent sent, Model model, HttpServletResponse response, Consumer<ConsultingCase> answer) {
        try {
            ConsultingCase asking = openCase(sent.link(), sent.subject());
            files.requireRoom(asking.caseCode(), sent.files().size());
            answer.accept(asking);
        } catch (RuntimeException failure) {
            ProblemException refused = ProblemException.in(failure).orElseThrow(() -> failure);
            return page(sent, Optional.of(refused), model, response);
        }
        return "redirect:"
                + (pageLinks.find(sent.link()).isPresent()
                        ? PageAddress.of(
                                PageLinks.PAGE, Map.of("token", sent.link().text(), "answered", "1"))
                        : AnswerLinks.PAGE + "/received");
    }

    private String page(Sent sent, Optional<ProblemException> refused, Model model, HttpServletResponse response) {
        Optional<AnswerLink> link = links.find(sent.link());
        if (link.filter(AnswerLink::isOpen).isEmpty()) {
            return unusable(link, model, response);
        }
        ConsultingCase asking = link.get().consultingCase();
        refused.ifPresent(problem -> response.setStatus(problem.kind().status()));
        model.addAttribute("refusal", refused.map(ProblemException::onPage).orElse(null));
        model.addAttribute("problems", Refusals.byField(refused));
        model.addAttribute("token", sent.link().text());
        model.addAttribute("round", link.get().round());
        model.addAttribute("accepted", documents.accepted());
        model.addAttribute("mostFiles", limits.of(Limit.ANSWER_FILES));
        model.addAttribute("filesLost", !sent.files().isEmpty());
        model.addAttribute("say", Wording.VIETNAMESE);
        model.addAttribute("consulting", views.of(asking));
        model.addAttribute("lead", parties.acting(asking.leadOrganisation()).orElseThrow());
        if (link.get().subject() == LinkSubject.SUPPLEMENT) {
            model.addAttribute("sent", refused.isPresent() ? sent.fields() : SupplementForm.prefilled(asking));
            model.addAttribute("sectors", Sector.values());
            model.addAttribute("needs", needs.all());
            return "consulting/answer-supplement";
        }
        // of what was said to another version nothing is taken over
        boolean overtaken = refused.filter(problem -> problem.kind() == ProblemException.Kind.CONFLICT)
                .isPresent();
        model.addAttribute("sent", overtaken ? Map.of() : sent.fields());
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
            model.addAttribute("lead", parties.acting(found.leadOrganisation()).orElseThrow());
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
}
