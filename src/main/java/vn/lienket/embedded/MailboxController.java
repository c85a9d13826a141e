package vn.lienket.embedded;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import vn.lienket.mode.ConditionalOnEmbeddedMode;

/** The mailbox of the embedded mode, as pages and as JSON. Anyone on this machine may read it. */
@Controller
@RequestMapping("/mailbox")
@ConditionalOnEmbeddedMode
class MailboxController {

    private static final int PAGE_SIZE = 50;
    private static final int MAX_SIZE = 200;
    private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);
    /** A mail may show itself and open links in a new tab; it runs no script and loads nothing. */
    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final Mailbox mailbox;

    MailboxController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "0") int page, Model model) {
        long total = mailbox.count(to);
        int pages = (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.min(Math.max(page, 0), pages - 1);
        model.addAttribute("to", to.strip());
        model.addAttribute("recipients", mailbox.recipients());
        model.addAttribute("mails", mailbox.find(to, shown, PAGE_SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return "mailbox/list";
    }

    @GetMapping("/{id:\\d+}")
    String read(@PathVariable long id, @RequestParam(defaultValue = "html") String part, Model model) {
        StoredMail mail = mail(id);
        boolean hasHtml = !mail.html().isEmpty();
        model.addAttribute("mail", mail);
        model.addAttribute("text", mail.text());
        model.addAttribute("attachments", mail.attachments());
        model.addAttribute("hasHtml", hasHtml);
        model.addAttribute("showHtml", hasHtml && !part.equals("text"));
        return "mailbox/message";
    }

    @GetMapping("/{id:\\d+}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", MAIL_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .body(withLinksInNewTab(mail(id).html()));
    }

    @GetMapping("/{id:\\d+}/attachments/{number:\\d+}")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable int number) {
        MailAttachment file = mail(id).attachments().stream()
                .filter(attachment -> attachment.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }

    @GetMapping("/messages")
    @ResponseBody
    List<MailboxMessage> messages(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + PAGE_SIZE) int size) {
        int limit = Math.min(Math.max(size, 1), MAX_SIZE);
        return mailbox.find(to, Math.max(page, 0), limit).stream()
                .map(MailboxMessage::of)
                .toList();
    }

    @GetMapping("/messages/{id:\\d+}")
    @ResponseBody
    MailboxMessage message(@PathVariable long id) {
        return MailboxMessage.of(mail(id));
    }

    private StoredMail mail(long id) {
        return mailbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String withLinksInNewTab(String html) {
        String base = "<base target=\"_blank\">";
        Matcher head = HEAD.matcher(html);
        return head.find() ? new StringBuilder(html).insert(head.end(), base).toString() : base + html;
    }
}
