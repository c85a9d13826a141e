package vn.lienket.notification;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;
import vn.lienket.problem.ProblemException;

/**
 * The mails of a case to the enterprise whose address is refused. Those to people and organisations are none of them: their addresses
 * are the directory's.
 */
@Service
public class RefusedMails {

    private static final String REFUSED = """
            case_code = :caseCode and refused_at is not null and sent_at is null and not erased and person_id is null
            and lower(recipient_email) <> all (:organisations)""";

    private final Parties parties;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    RefusedMails(Parties parties, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.parties = parties;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Oldest first. */
    public List<RefusedMail> of(String caseCode) {
        return about(caseCode, "select * from lienket.message where %s order by created_at, id".formatted(REFUSED))
                .query((row, number) -> new RefusedMail(
                        row.getObject("id", UUID.class),
                        row.getString("subject"),
                        row.getString("recipient_email"),
                        row.getString("refusal"),
                        Moments.in(row, "refused_at")))
                .list();
    }

    /**
     * Sends all of a case's refused mails to another address, once the caller's transaction is through.
     *
     * @throws ProblemException 409 if none is refused any more; 400 for the address that is refused, or one that has such a mail already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void redirect(String caseCode, String email) {
        List<Redirected> redirected =
                about(caseCode, """
                        select id, event, recipient_email, channel from lienket.message
                        where %s order by id for update""".formatted(REFUSED)).query(Redirected.class).list();
        if (redirected.isEmpty()) {
            throw ProblemException.conflict("Hồ sơ %s không còn thư nào bị từ chối.".formatted(caseCode));
        }
        for (Redirected mail : redirected) {
            if (mail.recipientEmail().equalsIgnoreCase(email)) {
                throw ProblemException.invalid(
                        "contactEmail", "Thư điện tử liên hệ: chính là địa chỉ đã bị từ chối, hãy nhập địa chỉ khác.");
            }
            if (isTold(mail.event(), email)) {
                throw ProblemException.invalid(
                        "contactEmail",
                        "Thư điện tử liên hệ: đã là địa chỉ của một người nhận khác, hãy nhập địa chỉ của doanh nghiệp.");
            }
        }
        for (Redirected mail : redirected) {
            jdbc.sql("update lienket.message set recipient_email = ?, refused_at = null, refusal = null where id = ?")
                    .params(email, mail.id())
                    .update();
            events.publishEvent(new MessageRedirected(mail.id(), caseCode, mail.channel()));
        }
    }

    private record Redirected(UUID id, String event, String recipientEmail, String channel) {}

    private boolean isTold(String event, String email) {
        return jdbc.sql("select exists (select from lienket.message where event = ? and recipient_email = ?)")
                .params(event, email)
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec about(String caseCode, String sql) {
        return jdbc.sql(sql)
                .param("caseCode", caseCode)
                .param(
                        "organisations",
                        parties.organisations().stream()
                                .map(Organisation::email)
                                .map(email -> email.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new));
    }
}
