package vn.lienket.notification.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.notification.MailCorrections;

/** {@code /api/v1/mails}: gives a mail that could not be sent another address. */
@RestController
class MailAddressController {

    private final MailCorrections corrections;

    MailAddressController(MailCorrections corrections) {
        this.corrections = corrections;
    }

    record Address(String address) {}

    @PutMapping("/api/v1/mails/{id}/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@PathVariable UUID id, @RequestBody Address corrected) {
        corrections.correct(id, corrected.address());
    }
}
