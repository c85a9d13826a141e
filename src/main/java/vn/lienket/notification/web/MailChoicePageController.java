package vn.lienket.notification.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.page.PrivatePage;

/** {@code /account/mails}: the same as a page. */
@Controller
@PrivatePage
class MailChoicePageController {

    private final OwnMailChoices choices;

    MailChoicePageController(OwnMailChoices choices) {
        this.choices = choices;
    }

    @GetMapping("/account/mails")
    String show(@RequestParam(required = false) String saved, Model model) {
        model.addAttribute("found", choices.show());
        model.addAttribute("saved", saved != null);
        return "notification/mails";
    }

    @PostMapping("/account/mails")
    String choose(@RequestParam Map<String, String> form) {
        Map<String, String> wanted = new LinkedHashMap<>(form);
        wanted.keySet().removeIf(name -> name.startsWith("_")); // the token against forged requests
        choices.choose(wanted);
        return "redirect:/account/mails?saved";
    }
}
