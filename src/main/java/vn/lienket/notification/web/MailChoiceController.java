package vn.lienket.notification.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/account/mails}: which mails one gets, and when. */
@RestController
@RequestMapping("/api/v1/account/mails")
class MailChoiceController {

    private final OwnMailChoices choices;

    MailChoiceController(OwnMailChoices choices) {
        this.choices = choices;
    }

    @GetMapping
    MailChoiceView show() {
        return choices.show();
    }

    @PutMapping
    MailChoiceView choose(@RequestBody MailChoiceRequest request) {
        choices.choose(request.choices());
        return choices.show();
    }
}
