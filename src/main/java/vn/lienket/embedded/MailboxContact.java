package vn.lienket.embedded;

import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.mode.ConditionalOnEmbeddedMode;
import vn.lienket.privacy.Contact;
import vn.lienket.privacy.ContactKeeper;
import vn.lienket.privacy.StoredDatum;

/** In the embedded mode the mails to an enterprise's contact arrive in the same database. */
@Component
@ConditionalOnEmbeddedMode
@Order(5)
@Transactional(propagation = Propagation.MANDATORY)
class MailboxContact implements ContactKeeper {

    /** Of the cases alone: somebody may be the contact of several enterprises. */
    private static final String OF_CASES = """
            recipient = any (:emails)
            and substring(message_id from '^<(.*)@') in (
                select id::text from lienket.message where case_code = any (:cases))""";

    private final JdbcClient jdbc;

    MailboxContact(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Contact addTo(Contact known) {
        return known;
    }

    @Override
    public List<StoredDatum> find(Contact contact) {
        return with(contact, "select * from lienket.mailbox_message where " + OF_CASES + " order by received_at, id")
                .query((row, number) -> new StoredDatum(
                        "Hộp thư của chế độ nhúng",
                        "lienket.mailbox_message",
                        row.getString("message_id"),
                        Moments.in(row, "received_at"),
                        "Người nhận của thư “%s”".formatted(row.getString("subject")),
                        row.getString("recipient")))
                .list();
    }

    @Override
    public int erase(Contact contact) {
        return with(contact, "delete from lienket.mailbox_message where " + OF_CASES)
                .update();
    }

    private JdbcClient.StatementSpec with(Contact contact, String sql) {
        return jdbc.sql(sql)
                .param(
                        "emails",
                        contact.emails().stream()
                                .map(email -> email.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("cases", contact.cases().toArray(String[]::new));
    }
}
