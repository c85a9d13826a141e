package vn.lienket.audit;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.page.PrivatePage;
import vn.lienket.page.Wording;

/** {@code /admin/audit}: the trail as administrators read it. */
@Controller
@PrivatePage(scripts = true)
class AuditPageController {

    private static final int SIZE = 50;

    private final Trail trail;
    private final TrailReaders readers;
    private final TrailProtection protection;
    private final ApplicationEventPublisher events;

    AuditPageController(
            Trail trail, TrailReaders readers, TrailProtection protection, ApplicationEventPublisher events) {
        this.trail = trail;
        this.readers = readers;
        this.protection = protection;
        this.events = events;
    }

    @GetMapping("/admin/audit")
    String list(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(name = "case", defaultValue = "") String caseCode,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        readers.require();
        readers.checkPage(page, SIZE);
        TrailQuery query = TrailQuery.of(from, to, who, caseCode);
        List<TrailLine> lines = trail.page(query, page, SIZE);
        long total = trail.count(query);
        events.publishEvent(AuditEvent.done(AuditAct.TRAIL_READ).saying(query.words()));
        model.addAttribute("say", Wording.VIETNAMESE);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("who", who);
        model.addAttribute("caseCode", caseCode);
        model.addAttribute("lines", lines);
        model.addAttribute("total", total);
        model.addAttribute("page", page);
        model.addAttribute("pages", (total + SIZE - 1) / SIZE);
        model.addAttribute("head", trail.head());
        model.addAttribute("weak", protection.weakness().isPresent());
        return "audit/audit";
    }
}
