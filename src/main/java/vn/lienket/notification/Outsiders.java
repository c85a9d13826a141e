package vn.lienket.notification;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;

/** Whom the directory does not know: mails about a case go to nobody else outside than the enterprise it is about. */
@Component
class Outsiders {

    /** SQL for a mail to one of them, whatever address it was given later. */
    static final String ADDRESSED = """
            (person_id is null and lower(recipient_email) <> all (:organisations)
            and not exists (select from lienket.message_correction c
                where c.message_id = message.id and lower(c.old_email) = any (:organisations)))""";

    private final Parties parties;

    Outsiders(Parties parties) {
        this.parties = parties;
    }

    JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
        return statement.param(
                "organisations",
                parties.organisations().stream()
                        .map(Organisation::email)
                        .map(email -> email.toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }
}
