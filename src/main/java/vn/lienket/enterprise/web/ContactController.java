package vn.lienket.enterprise.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.enterprise.Enterprises;
import vn.lienket.enterprise.RegistryAccess;
import vn.lienket.privacy.ContactData;
import vn.lienket.privacy.ContactErasure;
import vn.lienket.privacy.ContactPrivacy;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** What is stored of an enterprise's contact, to hand it over or to erase it: for the officers of the registry's keeper. */
@RestController
@RequestMapping("/api/v1/enterprises/{taxCode}")
class ContactController {

    private final ContactPrivacy privacy;
    private final Enterprises enterprises;
    private final RegistryAccess access;

    ContactController(ContactPrivacy privacy, Enterprises enterprises, RegistryAccess access) {
        this.privacy = privacy;
        this.enterprises = enterprises;
        this.access = access;
    }

    /** The body of an erasure. */
    record Reason(String reason) {}

    @GetMapping("/contact-data")
    ContactData data(@PathVariable String taxCode) {
        require(taxCode);
        return privacy.data(taxCode);
    }

    @PostMapping("/contact-erasure")
    ContactErasure erase(@PathVariable String taxCode, @RequestBody Reason why) {
        require(taxCode);
        return privacy.erase(taxCode, why.reason());
    }

    private void require(String taxCode) {
        access.requireKeeper();
        if (enterprises.find(taxCode).isEmpty()) {
            throw ProblemException.notFound(Sentences.NO_ENTERPRISE);
        }
    }
}
