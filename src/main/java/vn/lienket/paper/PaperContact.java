package vn.lienket.paper;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.privacy.Contact;
import vn.lienket.privacy.ContactKeeper;
import vn.lienket.privacy.StoredDatum;
import vn.lienket.privacy.StoredTexts;

/** A contact who is named where somebody says why he does not sign a paper. */
@Component
@Order(7)
@Transactional(propagation = Propagation.MANDATORY)
class PaperContact implements ContactKeeper {

    private final StoredTexts texts;

    PaperContact(StoredTexts texts) {
        this.texts = texts;
    }

    @Override
    public Contact addTo(Contact known) {
        return known;
    }

    @Override
    public List<StoredDatum> find(Contact contact) {
        StoredTexts.Rows rows = reasons(contact);
        return texts.find(contact.redaction(), rows).stream()
                .map(text -> new StoredDatum(
                        "Ký văn bản", rows.table(), text.reference(), null, "Lý do không ký", text.text()))
                .toList();
    }

    @Override
    public int erase(Contact contact) {
        return texts.redact(contact.redaction(), reasons(contact));
    }

    private static StoredTexts.Rows reasons(Contact contact) {
        return new StoredTexts.Rows(
                "lienket.paper_signing",
                List.of("reason"),
                "case_code",
                "case_code = any (:cases)",
                Map.of("cases", contact.cases().toArray(String[]::new)));
    }
}
