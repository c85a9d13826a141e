package vn.lienket.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.privacy.Contact;
import vn.lienket.privacy.ContactKeeper;
import vn.lienket.privacy.Redaction;
import vn.lienket.privacy.StoredDatum;
import vn.lienket.privacy.StoredTexts;

/**
 * The mails to an enterprise's contact, and what mails about its cases say of him. Before the engine, for a job that sends a mail locks
 * in this order too: the mail, then itself.
 */
@Component
@Order(3)
@Transactional(propagation = Propagation.MANDATORY)
class MessageContact implements ContactKeeper {

    private static final String TABLE = "lienket.message";
    private static final String CORRECTION_TABLE = "lienket.message_correction";
    private static final List<String> TEXTS = List.of("subject", "text_body", "html_body", "calendar_text", "refusal");

    /** Without the HTML, which says the same as the text. */
    private static final List<String> READABLE = List.of("subject", "text_body", "calendar_text", "refusal");

    /** Whoever is handed the data must not be able to answer in the enterprise's place. */
    private static final Pattern SECRET = Pattern.compile("token=[\\w-]+");

    private final StoredTexts texts;
    private final Outsiders outsiders;
    private final JdbcClient jdbc;

    MessageContact(StoredTexts texts, Outsiders outsiders, JdbcClient jdbc) {
        this.texts = texts;
        this.outsiders = outsiders;
        this.jdbc = jdbc;
    }

    private record Sent(UUID id, String caseCode, String email, String name, String subject, Instant at) {}

    @Override
    public Contact addTo(Contact known) {
        Contact contact = known;
        for (Sent mail : toOutsiders(known)) {
            contact = contact.with(null, mail.email(), null);
            for (Corrected correction : corrections(mail)) {
                contact = contact.with(null, correction.before(), null);
            }
        }
        return contact;
    }

    @Override
    public List<StoredDatum> find(Contact contact) {
        List<StoredDatum> found = new ArrayList<>();
        for (Sent mail : toOutsiders(contact)) {
            found.add(new StoredDatum(
                    "Thư gửi người liên hệ",
                    TABLE,
                    mail.caseCode(),
                    mail.at(),
                    "Người nhận của thư “%s”".formatted(mail.subject()),
                    "%s <%s>".formatted(mail.name(), mail.email())));
            for (Corrected correction : corrections(mail)) {
                found.add(new StoredDatum(
                        "Thư gửi người liên hệ",
                        CORRECTION_TABLE,
                        mail.caseCode(),
                        correction.at(),
                        "Địa chỉ đã sửa của thư “%s”".formatted(mail.subject()),
                        "%s → %s".formatted(correction.before(), correction.after())));
            }
        }
        texts.find(contact.redaction(), ofCases(contact, READABLE))
                .forEach(text -> found.add(new StoredDatum(
                        "Thư về hồ sơ",
                        TABLE,
                        text.reference(),
                        null,
                        "Nội dung thư",
                        SECRET.matcher(text.text()).replaceAll("token=…"))));
        return found;
    }

    @Override
    public int erase(Contact contact) {
        int erased = texts.redact(contact.redaction(), ofCases(contact, TEXTS));
        for (Sent mail : toOutsiders(contact)) {
            // the salutation, whatever the name is
            erased += jdbc.sql("""
                            update lienket.message set
                                recipient_name = :mark,
                                recipient_email = :placeholder,
                                text_body = replace(text_body, :name, :mark),
                                html_body = replace(html_body, :name, :mark),
                                refusal = null,
                                erased = true
                            where id = :id""")
                    .param("mark", Redaction.MARK)
                    .param("placeholder", "erased:" + mail.id())
                    .param("name", mail.name())
                    .param("id", mail.id())
                    .update();
            erased += jdbc.sql("""
                            update lienket.message_correction set old_email = :mark, new_email = :mark
                            where message_id = :id""")
                    .param("mark", Redaction.MARK)
                    .param("id", mail.id())
                    .update();
        }
        return erased;
    }

    private List<Sent> toOutsiders(Contact contact) {
        return outsiders
                .in(jdbc.sql("""
                                select id, case_code, recipient_email, recipient_name, subject, created_at from lienket.message
                                where case_code = any (:cases) and not erased and %s
                                order by created_at, id""".formatted(Outsiders.ADDRESSED))
                        .param("cases", contact.cases().toArray(String[]::new)))
                .query((row, number) -> new Sent(
                        row.getObject("id", UUID.class),
                        row.getString("case_code"),
                        row.getString("recipient_email"),
                        row.getString("recipient_name"),
                        row.getString("subject"),
                        Moments.in(row, "created_at")))
                .list();
    }

    private record Corrected(Instant at, String before, String after) {}

    private List<Corrected> corrections(Sent mail) {
        return jdbc.sql("select * from lienket.message_correction where message_id = ? order by corrected_at")
                .param(mail.id())
                .query((row, number) -> new Corrected(
                        Moments.in(row, "corrected_at"), row.getString("old_email"), row.getString("new_email")))
                .list();
    }

    private static StoredTexts.Rows ofCases(Contact contact, List<String> columns) {
        return new StoredTexts.Rows(
                TABLE,
                columns,
                "case_code",
                "case_code = any (:cases)",
                Map.of("cases", contact.cases().toArray(String[]::new)));
    }
}
